"""Constructions that stand in every paragraph of news and seldom in the treebank, made by surgery on its trees.

Phrases are the treebank's own, moved from one sentence to another with their trees: what describes somebody, relative
clauses, times, speakers, short sentences. Words are plain English, listed in ``newswords.toml``.
"""

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from nodes import Node, Nodes, below, children, grown, lower, mark, numbered, upper
from treebank import Tree
from treephrases import SUBJECTS, is_clean, is_plain, kind_of, phrase_of, word_kind

from timeline.syntax.irregular import gerund, participle, past, plural, third_person

LONGEST = 60  # words; longer sentences are left as they are
_FORMS: dict[str, Callable[[str], str]] = {
    "VBD": past, "VBN": participle, "VBZ": third_person, "VBG": gerund, "VB": str, "VBP": str, "NN": str, "NNS": plural,
    "JJ": str,
}  # fmt: skip
_VERBS = ("VBD", "VBN", "VBZ", "VBG", "VB")
# form/tag/coarse tag/relation/head: + hangs from the number, another digit from that word of the phrase
_COUNTS = (
    "at/IN/ADP/case/1 least/JJS/ADJ/nmod/+", "more/JJR/ADJ/advmod/+ than/IN/ADP/fixed/0", "nearly/RB/ADV/advmod/+",
    "as/RB/ADV/advmod/+ many/JJ/ADJ/fixed/0 as/IN/ADP/fixed/0", "about/RB/ADV/advmod/+", "some/DT/DET/advmod/+",
    "up/IN/ADP/advmod/+ to/IN/ADP/fixed/0", "almost/RB/ADV/advmod/+", "at/IN/ADP/case/1 most/JJS/ADJ/nmod/+",
    "around/RB/ADV/advmod/+", "over/RB/ADV/advmod/+",
)  # fmt: skip
_CONNECTIVES = (("after", "IN", "mark"), ("when", "WRB", "advmod"), ("as", "IN", "mark"), ("before", "IN", "mark"),
                ("while", "IN", "mark"), ("because", "IN", "mark"), ("since", "IN", "mark"))  # fmt: skip
_DASHES = ("--", "–", "—")


class Newsroom:
    """Tells sentences with the constructions of news, by chance."""

    def __init__(self, trees: Sequence[Tree], chance: Random) -> None:
        self._chance = chance
        words = tomllib.loads(Path(__file__).with_name("newswords.toml").read_text(encoding="utf-8"))
        self._words: dict[str, list[str]] = {kind: text.split() for kind, text in words.items()}
        self._phrases: dict[str, list[Tree]] = {
            kind: [] for kind in ("description", "relative", "participle", "time", "speaker", "name")
        }
        for tree in trees:
            self._gather(tree)
        self._short = [tree for tree in trees if 4 <= len(tree) <= 13 and is_plain(tree)]
        self._ways: tuple[Callable[[Nodes], Nodes], ...] = (
            self._described, self._described, self._related, self._engaged, self._counted, self._counted, self._dated,
            self._dated, self._joined, self._attributed, self._attributed, self._sided, self._aged, self._fronted,
            self._listed, self._dated_within,
        )  # fmt: skip

    @property
    def forms(self) -> set[str]:
        """The forms of the words that it puts for others."""
        tags = {"nouns": ("NN", "NNS"), "adjectives": ("JJ",), "transitive": _VERBS, "intransitive": _VERBS}
        return {_FORMS[tag](word) for kind, found in tags.items() for tag in found for word in self._words[kind]}

    def tell(self, tree: Tree) -> Tree:
        """Return a sentence with other words, and as often as not with some of the constructions."""
        if self._chance.random() < 0.015:
            return self._programme()
        nodes = grown(tree)
        self._reword(nodes)
        if is_plain(tree) and len(tree) <= 30:
            for _ in range(self._chance.choice((0, 1, 1, 2, 3))):
                nodes = self._chance.choice(self._ways)(nodes)
        return numbered(nodes) if len(nodes) <= LONGEST else tree

    def _gather(self, tree: Tree) -> None:
        """Keep the phrases of a sentence that can stand in another."""
        nodes = grown(tree)
        for node in nodes:
            kind = kind_of(nodes, node)
            if not kind:
                continue
            phrase = below(nodes, node)
            at = nodes.index(phrase[0])
            if len(phrase) > 14 or [id(n) for n in nodes[at : at + len(phrase)]] != [id(n) for n in phrase]:
                continue
            if kind == "description":
                phrase = [n for n in phrase if not (n.head is node and n.label in {"case", "punct"})]
            if is_clean(kind, phrase, node):
                node.head = None
                self._phrases[kind].append(numbered(phrase))

    def _phrase(self, kind: str, head: Node | None, label: str) -> Nodes:
        """Return a phrase of a kind, hung from a word."""
        nodes = grown(self._chance.choice(self._phrases[kind]))
        top = next(node for node in nodes if node.head is None)
        top.head, top.label = head, label
        if kind == "time":
            for node in nodes:
                if node.form.lower() in self._words["weekdays"] or node.form.lower() in self._words["months"]:
                    days = "weekdays" if node.form.lower() in self._words["weekdays"] else "months"
                    node.form = node.lemma = self._chance.choice(self._words[days]).capitalize()
        return nodes

    def _aside(self, nodes: Nodes, owner: Node, phrase: Nodes) -> Nodes:
        """Put a phrase between commas, or now and then dashes, behind all that hangs from its owner."""
        top = next(node for node in phrase if node.head is owner)
        place = nodes.index(below(nodes, owner)[-1]) + 1
        form = self._chance.choice(_DASHES) if self._chance.random() < 0.12 else ","
        closed = place < len(nodes) and nodes[place].upos != "PUNCT"
        return [*nodes[:place], mark(form, top), *phrase, *([mark(form, top)] if closed else []), *nodes[place:]]

    def _nouns(self, nodes: Nodes, tags: frozenset[str]) -> Nodes:
        """Return the nouns that something can be said of, subjects mostly."""
        found = []
        for node in nodes:
            whole = below(nodes, node)
            busy = any(n.label in {"appos", "acl:relcl", "acl", "conj"} or n.upos == "PUNCT" for n in whole)
            role = node.label in SUBJECTS or (node.label in {"obj", "obl", "nmod"} and self._chance.random() < 0.3)
            if role and node.xpos in tags and not busy and len(whole) < 8:
                found.append(node)
        return found

    def _described(self, nodes: Nodes) -> Nodes:
        """Turn "Ruiz left" into "Ruiz, a member of the board, left"."""
        owners = self._nouns(nodes, frozenset(["NNP", "NN", "NNPS"]))
        if not owners:
            return nodes
        owner = self._chance.choice(owners)
        return self._aside(nodes, owner, self._phrase("description", owner, "appos"))

    def _related(self, nodes: Nodes) -> Nodes:
        """Turn "The bus left" into "The bus, which was full, left"."""
        owners = self._nouns(nodes, frozenset(["NNP", "NN", "NNS"]))
        if not owners:
            return nodes
        owner = self._chance.choice(owners)
        phrase = self._phrase("relative", owner, "acl:relcl")
        if self._chance.random() < 0.6:
            return self._aside(nodes, owner, phrase)
        place = nodes.index(below(nodes, owner)[-1]) + 1
        return [*nodes[:place], *phrase, *nodes[place:]]

    def _engaged(self, nodes: Nodes) -> Nodes:
        """Turn "A bus left" into "A bus carrying the wounded left"."""
        owners = self._nouns(nodes, frozenset(["NN", "NNS"]))
        if not owners:
            return nodes
        owner = self._chance.choice(owners)
        place = nodes.index(below(nodes, owner)[-1]) + 1
        return [*nodes[:place], *self._phrase("participle", owner, "acl"), *nodes[place:]]

    def _aged(self, nodes: Nodes) -> Nodes:
        """Turn "Ana Ruiz left" into "Ana Ruiz, 46, left"."""
        owners = self._nouns(nodes, frozenset(["NNP"]))
        named = [n for n in owners if any(c.label == "flat" for c in children(nodes, n))]
        if not named:
            return nodes
        owner = self._chance.choice(named)
        age = str(self._chance.randint(17, 91))
        return self._aside(nodes, owner, [Node(age, age, "NUM", "CD", "amod", owner)])

    def _sided(self, nodes: Nodes) -> Nodes:
        """Turn "The talks failed" into "The talks between Oslo and Lima failed"."""
        owners = [n for n in self._nouns(nodes, frozenset(["NN", "NNS"])) if n.label in SUBJECTS]
        if not owners:
            return nodes
        owner = self._chance.choice(owners)
        place = nodes.index(below(nodes, owner)[-1]) + 1
        one = self._phrase("name", owner, "nmod")
        first = next(node for node in one if node.head is owner)
        other = self._phrase("name", first, "conj")
        second = next(node for node in other if node.head is first)
        between = Node("between", "between", "ADP", "IN", "case", first)
        both = Node("and", "and", "CCONJ", "CC", "cc", second)
        return [*nodes[:place], between, *one, both, *other, *nodes[place:]]

    def _counted(self, nodes: Nodes) -> Nodes:
        """Turn "People died" into "40 people died", or "40 people" into "at least 40 people"."""
        bare = [n for n in nodes if n.xpos == "NNS" and n.label in {*SUBJECTS, "obj"} and not children(nodes, n)]
        if bare and self._chance.random() < 0.6:
            noun = self._chance.choice(bare)
            form = self._chance.choice((str(self._chance.randint(2, 99)), *self._words["numbers"]))
            place = nodes.index(noun)
            first = place == 0
            number = Node(form, form, "NUM", "CD", "nummod", noun)
            if first:
                lower(noun)
            nodes = [*nodes[:place], number, *nodes[place:]]
            if first:
                upper(nodes)
        numbers = [n for n in nodes if n.xpos == "CD" and n.label == "nummod" and not children(nodes, n)]
        numbers = [n for n in numbers if n.head and n.head.xpos == "NNS" and children(nodes, n.head)[0] is n]
        if not numbers or self._chance.random() < 0.25:
            return nodes
        number = self._chance.choice(numbers)
        place = nodes.index(number)
        phrase = phrase_of(self._chance.choice(_COUNTS), number)
        if place == 0:
            lower(number)
        nodes = [*nodes[:place], *phrase, *nodes[place:]]
        if place == 0:
            upper(nodes)
        return nodes

    def _dated(self, nodes: Nodes) -> Nodes:
        """Put a time before a sentence or behind it: "On Monday, ...", "... late last week"."""
        root = next(node for node in nodes if node.head is None)
        label = "obl"
        phrase = self._phrase("time", root, label)
        top = next(node for node in phrase if node.head is root)
        case = any(node.label == "case" and node.head is top for node in phrase)
        top.label = "advmod" if top.xpos == "RB" else "obl" if case else "obl:unmarked"
        lower(phrase[0])
        if self._chance.random() < 0.45:
            lower(nodes[0])
            comma = [mark(",", top)] if self._chance.random() < 0.7 else []
            nodes = [*phrase, *comma, *nodes]
            upper(nodes)
            return nodes
        if len(below(nodes, root)) > 24 or root.label != "root":
            return nodes
        verb = nodes.index(root)
        behind = [n for n in children(nodes, root) if nodes.index(n) > verb and n.upos != "PUNCT"]
        plain = all(n.label in {"obj", "obl", "advmod", "compound:prt", "xcomp", "iobj"} for n in behind)
        place = len(nodes) - 1 if plain else verb + 1
        if not plain and any(n.label in {"obj", "iobj", "compound:prt", "xcomp"} for n in behind):
            return nodes
        return [*nodes[:place], *phrase, *nodes[place:]]

    def _joined(self, nodes: Nodes) -> Nodes:
        """Join a short sentence: "... after the talks failed.", "When the talks failed, ..."."""
        root = next(node for node in nodes if node.head is None)
        other = grown(self._chance.choice(self._short))
        top = next(node for node in other if node.head is None)
        form, tag, label = self._chance.choice(_CONNECTIVES)
        upos = "SCONJ" if tag == "IN" else "ADV"
        top.head, top.label = root, "advcl"
        lower(other[0])
        clause = [Node(form, form, upos, tag, label, top), *other[:-1]]
        if self._chance.random() < 0.35:
            lower(nodes[0])
            nodes = [*clause, mark(",", top), *nodes]
            upper(nodes)
            return nodes
        comma = [mark(",", top)] if self._chance.random() < 0.2 else []
        return [*nodes[:-1], *comma, *clause, nodes[-1]]

    def _attributed(self, nodes: Nodes) -> Nodes:
        """Say who says it: "X said Friday that ...", "..., X said.", "..., said X.", "According to X, ..."."""
        root = next(node for node in nodes if node.head is None)
        verb = "said" if self._chance.random() < 0.75 else self._chance.choice(self._words["reports"])
        saying = Node(verb, verb, "VERB", "VBD", "root", None)
        dice = self._chance.random()
        if dice < 0.2:
            return self._sourced(nodes, root)
        root.head, root.label = saying, "ccomp"
        speaker = self._phrase("speaker", saying, "nsubj")
        day = self._phrase("time", saying, "obl") if self._chance.random() < 0.4 else []
        if day:
            top = next(node for node in day if node.head is saying)
            case = any(node.label == "case" and node.head is top for node in day)
            top.label = "advmod" if top.xpos == "RB" else "obl" if case else "obl:unmarked"
            lower(day[0])
        stop = nodes[-1]
        stop.head = saying
        if dice < 0.5:  # "X said Friday that ..."
            that = [Node("that", "that", "SCONJ", "IN", "mark", root)] if self._chance.random() < 0.6 else []
            lower(nodes[0])
            nodes = [*speaker, saying, *day, *that, *nodes]
            upper(nodes)
            return nodes
        lower(speaker[0])
        told = [saying, *speaker] if dice < 0.7 else [*speaker, saying]
        return [*nodes[:-1], mark(",", saying), *told, *day, stop]

    def _sourced(self, nodes: Nodes, root: Node) -> Nodes:
        phrase = self._phrase("speaker", root, "obl")
        top = next(node for node in phrase if node.head is root)
        lower(phrase[0])
        source = [Node("according", "accord", "VERB", "VBG", "case", top)]
        source.append(Node("to", "to", "ADP", "IN", "fixed", source[0]))
        if self._chance.random() < 0.4:
            lower(nodes[0])
            nodes = [*source, *phrase, mark(",", top), *nodes]
            upper(nodes)
            return nodes
        return [*nodes[:-1], mark(",", top), *source, *phrase, nodes[-1]]

    def _fronted(self, nodes: Nodes) -> Nodes:
        """Put a participle before a sentence: "Born in Cork, Hale moved ..."."""
        root = next(node for node in nodes if node.head is None)
        phrase = self._phrase("participle", root, "advcl")
        lower(nodes[0])
        if self._chance.random() < 0.4:
            phrase = self._with_time(phrase, next(node for node in phrase if node.head is root))
        nodes = [*phrase, mark(",", next(node for node in phrase if node.head is root)), *nodes]
        upper(nodes)
        return nodes

    def _listed(self, nodes: Nodes) -> Nodes:
        """Give a subject more deeds: "She left", "She left, met the king and came back"."""
        root = next(node for node in nodes if node.head is None)
        if root.upos != "VERB" or len(nodes) > 16:
            return nodes
        deeds = [self._deed(root) for _ in range(self._chance.choice((1, 1, 2)))]
        joint = Node("and", "and", "CCONJ", "CC", "cc", next(n for n in deeds[-1] if n.head is root))
        comma = [mark(",", next(n for n in deeds[0] if n.head is root))] if len(deeds) > 1 else []
        first = deeds[0] if len(deeds) > 1 else []
        return [*nodes[:-1], *comma, *first, joint, *deeds[-1], nodes[-1]]

    def _deed(self, root: Node) -> Nodes:
        """Return the predicate of a short sentence, joined to a verb."""
        while True:
            other = grown(self._chance.choice(self._short))
            top = next(node for node in other if node.head is None)
            subject = next(node for node in other if node.head is top and node.label in SUBJECTS)
            last = other.index(below(other, subject)[-1])
            group = [n for n in other if n is top or (n.head is top and n.label in {"aux", "aux:pass", "cop"})]
            if other.index(group[0]) == last + 1 and top.upos == "VERB":
                top.head, top.label = root, "conj"
                deed = other[last + 1 : -1]
                return self._with_time(deed, top) if self._chance.random() < 0.5 else deed

    def _with_time(self, nodes: Nodes, verb: Node) -> Nodes:
        """Put a time behind a predicate."""
        phrase = self._phrase("time", verb, "obl")
        top = next(node for node in phrase if node.head is verb)
        case = any(node.label == "case" and node.head is top for node in phrase)
        top.label = "advmod" if top.xpos == "RB" else "obl" if case else "obl:unmarked"
        lower(phrase[0])
        return [*nodes, *phrase]

    def _dated_within(self, nodes: Nodes) -> Nodes:
        """Date what describes a noun: "a report published Friday found"."""
        found = [n for n in nodes if n.label == "acl" and n.xpos == "VBN" and nodes.index(n) < len(nodes) - 2]
        if not found:
            return nodes
        verb = self._chance.choice(found)
        whole = below(nodes, verb)
        place = nodes.index(whole[-1]) + 1
        if nodes[place - len(whole) : place] != whole:
            return nodes
        return [*nodes[:place], *self._with_time([], verb), *nodes[place:]]

    def _programme(self) -> Tree:
        """Make a sentence of what is to come: "Talks resume on Monday.", "The trial opens in May."."""
        many = self._chance.random() < 0.6
        tag, verb_tag = ("NNS", "VBP") if many else ("NN", "VBZ")
        noun, verb = self._chance.choice(self._words["nouns"]), self._chance.choice(self._words["intransitive"])
        top = Node(_FORMS[verb_tag](verb), verb, "VERB", verb_tag, "root")
        subject = Node(_FORMS[tag](noun), noun, "NOUN", tag, "nsubj", top)
        article = [] if many and self._chance.random() < 0.7 else [Node("the", "the", "DET", "DT", "det", subject)]
        kind = self._chance.choice(self._words["adjectives"]) if self._chance.random() < 0.3 else ""
        adjective = [Node(kind, kind, "ADJ", "JJ", "amod", subject)] if kind else []
        nodes = self._with_time([*article, *adjective, subject, top], top)
        nodes = [*nodes, mark(".", top)]
        upper(nodes)
        return numbered(nodes)

    def _reword(self, nodes: Nodes) -> None:
        """Put words of news for one word in twelve, each for one of its kind."""
        for place, node in enumerate(nodes):
            kind = word_kind(nodes, node) if self._chance.random() < 0.08 else ""
            if kind and node.form[1:].islower():
                word = self._chance.choice(self._words[kind])
                node.lemma, form = word, _FORMS[node.xpos](word)
                node.form = form.capitalize() if place == 0 and node.form[0].isupper() else form
