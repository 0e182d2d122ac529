"""What is said where the arguments make no sense: what is wrong, and what was probably meant, in a line."""

import argparse
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line that ends with the remedy."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end with the exit code for usage."""
        self.exit(2, f"{self.prog}: {message}{_stop(message)} {self.prog} --help says how to call it\n")

    def strange(self, words: Sequence[str]) -> NoReturn:
        """End over arguments that the command does not take; a misspelt option is told from the one it is like."""
        options = [option for action in self._actions for option in action.option_strings]
        near = get_close_matches(words[0].partition("=")[0], options, 1) if words[0].startswith("-") else []
        what = f"unrecognized arguments: {' '.join(words)}"
        self.error(f"{what}; did you mean {near[0]}?" if near else what)

    def no_command(self, word: str, commands: Sequence[str]) -> NoReturn:
        """End over a word that is no command."""
        near = get_close_matches(word, commands, 1)
        if Path(word).is_dir():
            self.error(f"'{word}' is a folder and no command; write {self.prog} build {word}")
        self.error(f"'{word}' is no command; " + (f"did you mean {near[0]}?" if near else f"write {_either(commands)}"))


def _stop(message: str) -> str:
    return "" if message.endswith("?") else ";"


def _either(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
