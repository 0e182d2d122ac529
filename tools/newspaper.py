"""The ways in which newspapers would have told a sentence of the web, with its tree changed to match.

The treebank has "on Friday", "said that" and "President Bush"; news has in every paragraph a "said Friday", a clause
without its "that", and names behind long titles, most of them names never seen before. Nothing here is taken from
any text: the words are plain English and the names are made from halves of the treebank's.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from newsroom import Newsroom
from treebank import Tree, Word

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAYING = frozenset(["add", "announce", "claim", "confirm", "declare", "report", "say", "state", "tell", "warn"])
_BESIDE = frozenset(["nsubj", "obj", "iobj"])
_PLAIN = frozenset(["obj", "obl", "obl:agent", "compound:prt", "iobj", "advmod"])
_LONG = frozenset(["NOUN", "VERB", "PROPN", "ADJ"])
# form/tag/relation; the head is the one word without a relation, a ">" hangs its word from the next but to its right
_TITLES = """
President/NNP|Vice/NNP/compound President/NNP|Prime/NNP/amod Minister/NNP|Foreign/NNP/amod Minister/NNP|King/NNP
Interior/NNP/compound Minister/NNP|Defense/NNP/compound Secretary/NNP|Finance/NNP/compound Minister/NNP|Gen./NNP
Secretary/NNP of/IN/case> State/NNP/nmod|Attorney/NNP General/NNP/amod|Secretary/NNP -/HYPH/punct> General/NNP/amod
Homeland/NNP/compound> Security/NNP/compound chief/NN|opposition/NN/compound leader/NN|army/NN/compound spokesman/NN
police/NN/compound chief/NN|rights/NNS/compound activist/NN|spokeswoman/NN|leader/NN|Senator/NNP|Sheikh/NNP|Mr./NNP
White/NNP/amod> House/NNP/compound spokesman/NN|State/NNP/compound> Department/NNP/compound spokesman/NN|envoy/NN
"""
_LANDS = """
Egyptian/JJ/amod Syrian/JJ/amod U.S./NNP/compound US/NNP/compound UN/NNP/compound Mexican/JJ/amod Texas/NNP/compound
British/JJ/amod Turkish/JJ/amod Russian/JJ/amod Haitian/JJ/amod Japanese/JJ/amod former/JJ/amod acting/JJ/amod
"""
_UPOS = {"NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "IN": "ADP", "HYPH": "PUNCT"}


class Newspaper:
    """Tells sentences anew, by chance."""

    def __init__(self, trees: Sequence[Tree], chance: Random) -> None:
        self._chance = chance
        self._newsroom = Newsroom(trees, chance)
        self._titles = [title.split() for line in _TITLES.split("\n") for title in line.split("|") if title]
        self._names = sorted({word.form for tree in trees for word in tree if _in_name(word) and len(word.form) > 3})

    @property
    def forms(self) -> set[str]:
        """Words of news that it puts for others, in all their forms."""
        return self._newsroom.forms

    def tell(self, tree: Tree) -> Tree:
        """Return a sentence as it is, or as a newspaper might have told or printed it."""
        tree = self._newsroom.tell(tree)
        tree = self._printed(self._without(self._without(tree, _is_day), _is_that))
        tree = self._titled(self._renamed(tree))
        dice = self._chance.random()
        if dice < 0.25:
            tree = self._after_saying(tree)
        elif dice < 0.36:
            tree = self._at_the_end(tree)
        return tree

    def _printed(self, tree: Tree) -> Tree:
        """Print one sentence in ten as a headline, in capitals or without any."""
        dice = self._chance.random()
        ways: tuple[tuple[float, Callable[[Word], str]], ...] = (
            (0.05, _headline),
            (0.07, lambda word: word.form.upper()),
            (0.09, lambda word: word.form.lower()),
        )
        form = next((form for share, form in ways if dice < share), None)
        return tuple(replace(word, form=form(word)) for word in tree) if form else tree

    def _renamed(self, tree: Tree) -> Tree:
        """Give some of the persons names of two halves: "Musharraf" and "Clinton" make "Mushton"."""
        return tuple(
            replace(word, form=self._name()) if _in_name(word) and self._chance.random() < 0.25 else word
            for word in tree
        )

    def _name(self) -> str:
        first, last = self._chance.choice(self._names), self._chance.choice(self._names)
        return first[: len(first) // 2 + 1] + last[len(last) // 2 :].lower()

    def _titled(self, tree: Tree) -> Tree:
        """Put a title before a person who has none."""
        for place, word in enumerate(tree):
            below = [(at, other) for at, other in enumerate(tree) if other.head == place + 1]
            named = word.xpos == "NNP" and any(other.label == "flat" for _, other in below)
            named = named and word.label != "compound" and tree[min(place + 1, len(tree) - 1)].form != "-"
            bare = all(at > place or other.label in {"case", "cc", "punct"} for at, other in below)
            if named and bare and self._chance.random() < 0.3:
                return self._put_title(tree, place)
        return tree

    def _put_title(self, tree: Tree, place: int) -> Tree:
        parts = [part.split("/") for part in self._chance.choice(self._titles)]
        if self._chance.random() < 0.6:
            parts.insert(0, self._chance.choice(_LANDS.split()).split("/"))
        main = place + next(at for at, part in enumerate(parts) if len(part) == 2) + 1
        words = [replace(word, head=word.head + len(parts) * (word.head > place)) for word in tree]
        title = []
        for at, (form, tag, *relation) in enumerate(parts, start=place + 1):
            beside = relation and relation[0].endswith(">")
            head = main if relation else place + len(parts) + 1
            label = relation[0].rstrip(">") if relation else "nmod:desc"
            title.append(Word(form, form, _UPOS[tag], tag, at + 1 if beside else head, label))
        return (*words[:place], *title, *words[place:])

    def _without(self, tree: Tree, found: Callable[[Tree, int], str]) -> Tree:
        """Leave out a word that news leaves out; ``found`` gives the relation that its head has then, or nothing."""
        for place in range(len(tree) - 1):
            label = found(tree, place)
            if label and self._chance.random() < 0.35 and all(word.head != place + 1 for word in tree):
                words = list(tree)
                head = words[place].head - 1
                words[head] = replace(words[head], label=label)
                del words[place]
                return tuple(replace(word, head=word.head - (word.head > place + 1)) for word in words)
        return tree

    def _after_saying(self, tree: Tree) -> Tree:
        """Turn "said that" into "said Friday that", "told them that" into "told them Friday that"."""
        for place, word in enumerate(tree):
            below = [other for other in tree if other.head == place + 1]
            if word.lemma in _SAYING and word.xpos == "VBD" and any(other.label == "ccomp" for other in below):
                after = place + 1
                while after < len(tree) and tree[after].head == place + 1 and tree[after].label in _BESIDE:
                    after += 1
                return self._put_day(tree, after, place + 1) if after < len(tree) else tree
        return tree

    def _at_the_end(self, tree: Tree) -> Tree:
        """Turn "killed 12 people." into "killed 12 people Friday."."""
        root = next(place for place, word in enumerate(tree) if word.head == 0)
        behind = [word for place, word in enumerate(tree[:-1]) if word.head == root + 1 and place > root]
        plain = behind and all(word.label in _PLAIN for word in behind) and tree[root].xpos in {"VBD", "VBN"}
        if not plain or tree[-1].form != "." or len(tree) > 22 or any(word.form in WEEKDAYS for word in tree):
            return tree
        return self._put_day(tree, len(tree) - 1, root + 1)

    def _put_day(self, tree: Tree, place: int, head: int) -> Tree:
        """Put a weekday that dates the word ``head`` in a place."""
        words = [replace(word, head=word.head + (word.head > place)) for word in tree]
        day = self._chance.choice(WEEKDAYS)
        dated = Word(day, day, "PROPN", "NNP", head + (head > place), "obl:unmarked")
        return (*words[:place], dated, *words[place:])


def _in_name(word: Word) -> bool:
    return word.label == "flat" and word.xpos == "NNP" and word.form.isalpha() and word.form.istitle()


def _headline(word: Word) -> str:
    return word.form[:1].upper() + word.form[1:] if len(word.form) > 3 or word.upos in _LONG else word.form


def _is_day(tree: Tree, place: int) -> str:
    """Return what "Friday" is once "on" has gone from before it."""
    day = tree[place + 1]
    found = tree[place].form.lower() == "on" and day.form in WEEKDAYS and tree[place].head == place + 2
    alone = sum(word.head == place + 2 for word in tree) == 1
    return f"{day.label}:unmarked" if found and alone and day.label in {"obl", "nmod"} else ""


def _is_that(tree: Tree, place: int) -> str:
    """Return "ccomp" where a "that" opens what a verb says."""
    word = tree[place]
    clause = tree[word.head - 1]
    opens = word.form == "that" and word.label == "mark" and clause.label == "ccomp" and word.head > place + 1
    return "ccomp" if opens and clause.head <= place else ""
