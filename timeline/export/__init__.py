"""A timeline as files for other programs, a module a format."""
