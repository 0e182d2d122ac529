"""Trees as words that know their head, so that phrases can be cut out and put elsewhere."""

from dataclasses import dataclass

from treebank import Tree, Word


@dataclass(slots=True, eq=False)
class Node:
    """A word whose head is another word, or nothing at the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    label: str
    head: "Node | None" = None


Nodes = list[Node]


def grown(tree: Tree) -> Nodes:
    """Return a tree's words as nodes."""
    nodes = [Node(w.form, w.lemma, w.upos, w.xpos, w.label) for w in tree]
    for node, word in zip(nodes, tree, strict=True):
        node.head = nodes[word.head - 1] if word.head else None
    return nodes


def numbered(nodes: Nodes) -> Tree:
    """Return nodes as a tree."""
    place = {id(node): at for at, node in enumerate(nodes, start=1)}
    return tuple(Word(n.form, n.lemma, n.upos, n.xpos, place[id(n.head)] if n.head else 0, n.label) for n in nodes)


def below(nodes: Nodes, top: Node) -> Nodes:
    """Return a node and all that hangs below it, in order."""
    found = {id(top)}
    size = 0
    while size < len(found):
        size = len(found)
        found |= {id(node) for node in nodes if node.head and id(node.head) in found}
    return [node for node in nodes if id(node) in found]


def children(nodes: Nodes, top: Node) -> Nodes:
    """Return what hangs from a node, in order."""
    return [node for node in nodes if node.head is top]


def mark(form: str, head: Node) -> Node:
    """Return a comma, a dash or a full stop."""
    return Node(form, form, "PUNCT", "." if form == "." else ",", "punct", head)


def lower(node: Node) -> None:
    """Take the capital of what opened a sentence, if it is no name."""
    if node.xpos not in {"NNP", "NNPS"} and node.form != "I":
        node.form = node.form[:1].lower() + node.form[1:]


def upper(nodes: Nodes) -> None:
    """Give a sentence its capital."""
    nodes[0].form = nodes[0].form[:1].upper() + nodes[0].form[1:]
