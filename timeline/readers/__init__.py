"""What stands in a file: its text and what it says of itself, a module a format."""
