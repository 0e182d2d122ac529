"""Sentences of a CoNLL-U treebank."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its head counts from 1, 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    label: str


Tree = tuple[Word, ...]


def load(folder: Path, part: str) -> list[Tree]:
    """Read the part ``train``, ``dev`` or ``test`` of a treebank, without its empty nodes."""
    return list(_read(next(folder.glob(f"*-{part}.conllu.xz"))))


def _read(path: Path) -> Iterator[Tree]:
    words: list[Word] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if cells[0].isdigit():
                words.append(Word(cells[1], cells[2], cells[3], cells[4], int(cells[6]), cells[7]))
            elif not line.strip() and words:
                yield tuple(words)
                words = []
