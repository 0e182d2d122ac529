"""Read ECB+ (Cybulska and Vossen 2014) into event mentions with gold clusters; a library for the other tools."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from timeline.model import EventMention, Span
from timeline.names import NameIndex, names
from timeline.syntax import Sentence, parse_all

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_ROLES = {"nsubj": "subject", "nsubj:pass": "object", "obj": "object", "obl:agent": "subject"}
_CLAUSAL = frozenset({"root", "ccomp", "advcl", "acl", "parataxis", "csubj", "conj"})
_NO_DAY = date(2000, 1, 1)  # most documents have no date, so none may use one


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A split: its mentions, their topics and their clusters, in parallel."""

    mentions: tuple[EventMention, ...]
    topics: tuple[int, ...]
    clusters: tuple[str, ...]


def read(folder: Path, split: str) -> Gold:
    """Return the gold mentions of ``train`` or ``dev``, in the order of the file."""
    documents = {line["doc"]: line for line in _lines(folder / f"{split}.docs.jsonl")}
    gold = json.loads((folder / f"{split}.gold.json").read_text(encoding="utf-8"))
    by_document: dict[str, list[dict[str, Any]]] = {}
    for line in _lines(folder / f"{split}.mentions.jsonl"):
        by_document.setdefault(line["doc"], []).append(line)
    found: list[EventMention] = []
    for name, lines in by_document.items():
        found.extend(_document(name, documents[name]["text"], lines))
    topic = [int(documents[mention.article_id]["topic"]) for mention in found]
    return Gold(mentions=tuple(found), topics=tuple(topic), clusters=tuple(gold[m.id] for m in found))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _document(name: str, text: str, lines: list[dict[str, Any]]) -> list[EventMention]:
    """Return the mentions of one document; sentences are its lines."""
    spans, start = [], 0
    for row in text.split("\n"):
        spans.append(Span(start, start + len(row)))
        start += len(row) + 1
    used = sorted({line["sentence"] for line in lines})
    trees = dict(zip(used, parse_all(text, [spans[at] for at in used]), strict=True))
    index = NameIndex(found.text for tree in trees.values() for found in names(tree))
    return [_mention(name, text, line, trees[line["sentence"]], index) for line in lines]


def _mention(name: str, text: str, line: dict[str, Any], tree: Sentence, index: NameIndex) -> EventMention:
    trigger = [
        at
        for at, span in enumerate(tree.spans)
        if any(first < span.end and span.start < last for first, last in line["spans"])
    ]
    head = next((at for at in trigger if tree.heads[at] not in trigger), trigger[0]) if trigger else 0
    around = _clause(tree, head) - set(trigger)
    return EventMention(
        id=line["mention"],
        article_id=name,
        source=name,
        published=_NO_DAY,
        sentence=tree.span,
        span=tree.span,
        text=tree.span.of(text),
        sentence_text=tree.span.of(text),
        head=Span(line["spans"][0][0], line["spans"][-1][1]),
        predicate=_predicate(tree, trigger, head, line["text"]),
        participants=tuple(dict.fromkeys(index.full(found.text) for found in names(tree) if found.last in around)),
        terms=tuple(dict.fromkeys(tree.lemmas[at].lower() for at in sorted(around) if tree.upos[at] in _CONTENT)),
        arguments=_arguments(tree, head),
        numbers=_numbers(tree, around),
    )


def _clause(tree: Sentence, head: int) -> set[int]:
    """Return the tokens of the smallest clause around a token, without the clauses inside it, and the token's own."""
    top = head
    while tree.heads[top] >= 0 and tree.deprels[top].partition(":")[0] not in _CLAUSAL:
        top = tree.heads[top]
    inner = set(tree.subtree(head))
    found, queue = set(inner), [top]
    while queue:
        token = queue.pop()
        found.add(token)
        queue += [
            child
            for child in tree.children(token)
            if not (tree.deprels[child].partition(":")[0] in _CLAUSAL and tree.upos[child] in {"VERB", "AUX"})
        ]
    return found


def _predicate(tree: Sentence, trigger: list[int], head: int, text: str) -> str:
    """Return the trigger's lemmas, without words of grammar unless it has no others."""
    if not trigger:
        return text.lower()
    heavy = [at for at in trigger if tree.upos[at] in _CONTENT or at == head or tree.deprels[at] == "compound:prt"]
    return " ".join(tree.lemmas[at].lower() for at in heavy)


def _arguments(tree: Sentence, head: int) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_ROLES[tree.deprels[child]], tree.lemmas[child].lower())
        for child in tree.children(head)
        if tree.deprels[child] in _ROLES
    )


def _numbers(tree: Sentence, tokens: set[int]) -> tuple[str, ...]:
    found = []
    for at in sorted(tokens):
        if tree.upos[at] == "NUM" and tree.words[at][0].isdigit():
            unit = tree.lemmas[tree.heads[at]] if tree.deprels[at] == "nummod" else ""
            found.append(f"{tree.words[at]} {unit}".strip())
    return tuple(found)
