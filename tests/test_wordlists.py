"""Word lists: lists within lists, and no word written twice for one meaning."""

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from timeline import wordlists
from timeline.errors import GrammarError
from timeline.grammar import load
from timeline.syntax import past
from timeline.wordlists import words

RAW: dict[str, dict[str, str]] = tomllib.loads(
    (files("timeline") / "lang" / "en" / "events.toml").read_text(encoding="utf-8")
)
LISTS = [(table, name) for table, lists in RAW.items() for name in lists]


def test_a_list_holds_the_lists_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry "@name" stands for the words of that list, and of the lists in it."""
    tables = {"verbs": {"harm": "kill", "hurting": "@harm beat_up", "toll": "@hurting arrest"}}
    monkeypatch.setattr(wordlists, "_tables", lambda _: tables)
    assert words("verbs", "toll", "made") == {"kill", "beat up", "arrest"}


@pytest.mark.parametrize(
    ("name", "complaint"),
    [("round", "round stands in itself; take it out"), ("lost", "no list .verbs. gone; add it")],
)
def test_a_list_that_cannot_be_read_is_refused(name: str, complaint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list within itself, or one that is not there, is an error that says what to mend."""
    tables = {"verbs": {"round": "a @about", "about": "b @round", "lost": "@gone"}}
    monkeypatch.setattr(wordlists, "_tables", lambda _: tables)
    with pytest.raises(GrammarError, match=complaint):
        words("verbs", name, "broken")


def test_a_word_is_written_once() -> None:
    """A list says no word twice, and names a list that it holds whole instead of repeating it."""
    faults = []
    for table, name in LISTS:
        entries = RAW[table][name].split()
        own = [word.replace("_", " ") for word in entries if not word.startswith("@")]
        inside = [word for entry in entries if entry.startswith("@") for word in words(table, entry[1:])]
        faults += [(table, name, word) for word, times in Counter([*set(inside), *own]).items() if times > 1]
        plain = {other: set(text.replace("_", " ").split()) for other, text in RAW[table].items() if other != name}
        faults += [(table, name, f"@{other}") for other, text in plain.items() if len(text) > 1 and text <= set(own)]
    assert not faults


def test_what_moves_an_appointment_is_one_list() -> None:
    """The forms that are looked for before there are lemmas are those of the verbs, and two more that need a day."""
    needs_a_day = {"change", "switch"}
    pasts = set()
    for phrase in words("verbs", "putting_off") | needs_a_day:
        verb, _, particle = phrase.partition(" ")
        pasts.add(f"{past(verb)} {particle}".strip())
    assert pasts <= load().lists["movers"]
    told = {
        form
        for form in load().lists["movers"]
        if form.split()[0].endswith("ed") or form.split()[0] in {"put", "brought"}
    }
    assert told == pasts
