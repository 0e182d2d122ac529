"""What a phrase of a treebank can serve as in another sentence, and which words can stand for which."""

from nodes import Node, Nodes, children
from treebank import Tree

SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
_SAYING = frozenset(["say", "announce", "report", "warn", "add", "claim", "declare", "state", "tell"])
_TENSED = frozenset(["VBD", "VBZ", "VBP", "MD"])
_NOMINAL = frozenset(["NOUN", "ADJ", "DET", "ADP", "PROPN", "NUM", "PART"])
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_UNITS = ("week", "weekend", "month", "year", "night", "morning", "afternoon", "evening")
_TIMES = frozenset([*_DAYS, *_MONTHS, *_UNITS, "ago", "yesterday", "today", "tomorrow"])
_FORMS = frozenset(["VBD", "VBN", "VBZ", "VBG", "VB", "VBP"])


def phrase_of(text: str, number: Node) -> Nodes:
    """Return the words of a count, hung from a number."""
    parts = [part.split("/") for part in text.split()]
    nodes = [Node(form, form, upos, tag, label) for form, tag, upos, label, _ in parts]
    for node, part in zip(nodes, parts, strict=True):
        node.head = number if part[4] == "+" else nodes[int(part[4])]
    return nodes


def is_plain(tree: Tree) -> bool:
    """Say whether a sentence is a statement with a subject and a tensed verb, without quotes and brackets."""
    root = next(at for at, word in enumerate(tree, start=1) if word.head == 0)
    subject = any(word.head == root and word.label in SUBJECTS and word.form[0] != '"' for word in tree)
    marks = {word.form for word in tree if word.upos == "PUNCT"}
    tensed = any(w.xpos in _TENSED and root in {at, w.head} for at, w in enumerate(tree, start=1))
    first = tree[0].form[0].isupper() and tree[0].upos not in {"CCONJ", "INTJ"}
    return subject and tensed and first and tree[-1].form == "." and tree[-1].head == root and marks <= {".", ",", "-"}


def kind_of(nodes: Nodes, node: Node) -> str:
    """Return what a phrase can serve as, by its head."""
    head = node.head
    if head is None or node.upos == "PUNCT":
        return ""
    subject, verb = node.label in SUBJECTS, head.xpos.startswith("VB")
    timed = node.lemma.lower() in _TIMES and node.label in {"obl", "obl:unmarked", "advmod"} and verb
    said = subject and head.lemma in _SAYING and node.upos in {"NOUN", "PROPN"}
    noun = head.upos in {"NOUN", "PROPN"}
    described = node.label in {"obj", "obl", "nmod", "appos", "root"} and node.xpos == "NN"
    kinds = {
        "time": timed,
        "speaker": said,
        "relative": node.label == "acl:relcl" and node.xpos.startswith("VB") and noun,
        "participle": node.label == "acl" and node.xpos in {"VBN", "VBG"},
        "name": subject and node.xpos == "NNP",
        "description": described and any(n.xpos == "DT" for n in children(nodes, node)),
    }
    return next((kind for kind, holds in kinds.items() if holds), "")


def is_clean(kind: str, phrase: Nodes, top: Node) -> bool:
    """Say whether a phrase can be cut out and stand elsewhere."""
    if any(node.upos == "PUNCT" for node in phrase) and kind != "relative":
        return False
    first = phrase[0]
    if kind == "time":
        return len(phrase) <= 5 and all(node.upos in _NOMINAL | {"ADV"} for node in phrase)
    if kind in {"speaker", "name"}:
        return len(phrase) <= 7 and all(node.upos in _NOMINAL for node in phrase)
    if kind == "relative":
        return first.form.lower() in {"who", "which"} and all(node.form != '"' for node in phrase)
    if kind == "participle":
        return first is top and 2 <= len(phrase) <= 8
    article = first.form.lower() in {"a", "an", "the", "one"}
    return article and 3 <= len(phrase) <= 10 and all(node.upos in _NOMINAL for node in phrase)


def word_kind(nodes: Nodes, node: Node) -> str:
    """Return the list of words that can stand for a word, or nothing."""
    if node.xpos in {"NN", "NNS"} and node.upos == "NOUN" and node.label not in {"fixed", "flat", "compound:prt"}:
        return "nouns"
    if node.xpos == "JJ" and node.label == "amod":
        return "adjectives"
    if node.upos != "VERB" or node.xpos not in _FORMS or node.label in {"amod", "case", "fixed", "compound"}:
        return ""
    parts = {child.label for child in children(nodes, node)}
    if parts & {"ccomp", "xcomp", "compound:prt", "iobj", "expl", "csubj", "obl:arg"}:
        return ""
    passive = "aux:pass" in parts or (node.label == "acl" and node.xpos == "VBN")
    if "obj" in parts or passive:
        return "transitive"
    return "intransitive" if "nsubj" in parts else ""
