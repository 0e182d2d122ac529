"""Train the tagger and parser of ``timeline.syntax`` on a treebank, write its weights, and print their score.

    python tools/train_syntax.py --treebank FOLDER [--epochs 20]
    python tools/train_syntax.py --treebank FOLDER --score test

FOLDER holds CoNLL-U files that end in ``-train.conllu.xz``, ``-dev.conllu.xz`` and ``-test.conllu.xz``. Training
needs PyTorch (2.14.1 was used), which the package itself does not; scoring what the package ships needs nothing.
"""

import argparse
import math
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from newspaper import Newspaper
from treebank import Tree, load
from treephrases import is_plain

from timeline.syntax import weights
from timeline.syntax.lemmas import lemma
from timeline.syntax.parser import analyse

if TYPE_CHECKING:
    from collections.abc import Iterable

    import torch
    from syntax_model import Coder, Network

WEIGHTS = Path(weights.__file__).with_name(weights.FILE)
TOKENS = 900  # of a batch, with its padding
RATE = 2e-3
KEPT = 0.998  # the weights that ship are a running mean of those of the last steps
LOSSES = {"arcs": 1.0, "labels": 0.7, "xpos": 0.7, "upos": 0.3}


def batches(trees: "Iterable[Tree]", tokens: int, chance: Random) -> list[list[Tree]]:
    """Return trees in batches of like length, the batches in an order by chance."""
    groups: list[list[Tree]] = [[]]
    for tree in sorted(trees, key=lambda tree: len(tree) + chance.random() * 3):
        longest = max((len(other) for other in groups[-1]), default=0)
        if groups[-1] and (max(longest, len(tree)) + 1) * (len(groups[-1]) + 1) > tokens:
            groups.append([])
        groups[-1].append(tree)
    chance.shuffle(groups)
    return groups


def loss(net: "Network", coder: "Coder", trees: list[Tree], chance: Random) -> "torch.Tensor":
    """Return how far the network is from the gold of a batch."""
    import torch.nn.functional as F  # noqa: N812, PLC0415  # scoring does without it

    gold = coder.gold(trees)
    xpos, upos, arcs, below, above = net(coder.inputs(trees, chance))
    answers = {"xpos": xpos, "upos": upos, "arcs": arcs.transpose(0, 1)}
    answers["labels"] = net.labels(below, above, gold[2].clamp(min=0))
    wanted = dict(zip(("xpos", "upos", "arcs", "labels"), gold, strict=True))
    return sum(
        weight * F.cross_entropy(answers[name].flatten(0, 1), wanted[name].flatten()) for name, weight in LOSSES.items()
    )


def rate(share: float) -> float:
    """Return the share of the learning rate after a share of the steps: half a cosine, down to a hundredth."""
    return 0.01 + 0.99 * (0.5 + 0.5 * math.cos(math.pi * min(1.0, share)))


def train(treebank: Path, epochs: int, seed: int) -> bytes:
    """Train, and return the bytes of the weights file."""
    import copy  # noqa: PLC0415  # with the next two: scoring does without them

    import torch  # noqa: PLC0415
    from syntax_model import Coder, Network, export  # noqa: PLC0415

    chance = Random(seed)  # noqa: S311  # shuffles
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    trees = load(treebank, "train")
    newspaper = Newspaper(trees, chance)
    coder = Coder(trees, newspaper.forms)
    plain = [tree for tree in trees if is_plain(tree) and len(tree) <= 30]
    seen = trees + plain  # twice, since they can be told in most ways
    net = Network(coder)
    mean = copy.deepcopy(net)
    teacher = torch.optim.AdamW(net.parameters(), lr=RATE, betas=(0.9, 0.95), weight_decay=0.01)
    steps = epochs * len(batches(seen, TOKENS, chance))
    rates = torch.optim.lr_scheduler.LambdaLR(teacher, lambda step: rate(step / steps) * min(1, step / 200))
    start, step = time.time(), 0
    for epoch in range(epochs):
        total = 0.0
        for batch in batches(seen, TOKENS, chance):
            step += 1
            error = loss(net, coder, [newspaper.tell(tree) for tree in batch], chance)
            teacher.zero_grad()
            error.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            teacher.step()
            rates.step()
            total += error.item()
            with torch.no_grad():
                for slow, fast in zip(mean.parameters(), net.parameters(), strict=True):
                    slow.lerp_(fast, 1 - min(KEPT, step / (step + 50)))
        print(f"epoch {epoch + 1}: loss {total:.1f}, {time.time() - start:.0f} s", flush=True)
    return export(mean, coder, trees, batches(trees[::12], 2000, Random(0)))  # noqa: S311


def score(trees: list[Tree]) -> dict[str, float]:
    """Return the shares, in percent, of words whose tags, lemmas, heads and relations are right, given the words."""
    store, right = weights.load(), Counter[str]()
    answers = analyse([[word.form for word in tree] for tree in trees])
    for tree, answer in zip(trees, answers, strict=True):
        for word, tag, upos, head, label in zip(
            tree, answer.xpos, answer.upos, answer.heads, answer.deprels, strict=True
        ):
            xpos = store.xpos[tag]
            attached = head == word.head
            right.update(
                words=1,
                XPOS=xpos == word.xpos,
                UPOS=store.upos[upos] == word.upos,
                lemma=lemma(word.form, xpos, store.lemmas, store.verbs) == word.lemma,
                UAS=attached,
                LAS=attached and store.deprels[label] == word.label,
            )
    return {name: round(100 * count / right["words"], 2) for name, count in right.items() if name != "words"}


def main() -> None:
    """Train or score, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--score", metavar="PART", help="only score what the package ships: dev or test")
    args = parser.parse_args()
    if not args.score:
        WEIGHTS.write_bytes(train(args.treebank, args.epochs, args.seed))
    part = args.score or "dev"
    print(part, score(load(args.treebank, part)))


if __name__ == "__main__":
    main()
