"""The command line: ``timeline build | tag | explain | conflicts``."""

from timeline.cli.main import main, run

__all__ = ["main", "run"]
