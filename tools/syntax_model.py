"""The network of ``timeline.syntax`` as PyTorch trains it, and its numbers as the package keeps them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from random import Random
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  # its usual name
from torch import Tensor, nn
from treebank import Tree

from timeline.syntax import weights
from timeline.syntax.features import AFFIX_ROWS, GRAM_ROWS, ROOT_FORM, features, normalise
from timeline.syntax.lemmas import lemma
from timeline.syntax.network import PAIR_LIMIT, TAGGING
from timeline.syntax.recurrent import LIMIT

WORD, AFFIX, GRAM, HIDDEN, LAYERS, SCORED = 96, 64, 48, 320, 3, 128
REACH = 12  # words either side whose distance has a score of its own
NEVER = -1e4
ADDED = 3  # how often a word that is not of the treebank counts as seen
RARE = 0.4  # a word seen n times loses its name in RARE / (RARE + n) of the cases, so that affixes learn to stand in


class Coder:
    """Numbers words, tags and relations."""

    def __init__(self, trees: Sequence[Tree], added: Collection[str] = ()) -> None:
        words = [word for tree in trees for word in tree]
        self.counts = Counter(normalise(word.form) for word in words)
        for norm in added:  # words that the trees are told anew with
            self.counts[norm] = max(self.counts[norm], ADDED)
        self.words = ["", ROOT_FORM, *sorted(norm for norm, count in self.counts.items() if count > 1)]
        self.names = [sorted({getattr(word, field) for word in words}) for field in ("xpos", "upos", "label")]
        self._word = {norm: row for row, norm in enumerate(self.words)}
        self._number = [{name: row for row, name in enumerate(names)} for names in self.names]

    def inputs(self, trees: Sequence[Tree], chance: Random | None = None) -> list[Tensor]:
        """Return the network's inputs: rows of affixes and letters by form, names and forms by place, padding."""
        places, forms = max(map(len, trees)) + 1, {}
        name, form, pad = np.zeros((3, places, len(trees)), np.int64)
        pad[:] = 1
        affixes, grams, starts = [], [], ([], [])
        for at, tree in enumerate(trees):
            for place, text in enumerate([ROOT_FORM, *(word.form for word in tree)]):
                found = features(text)
                if text not in forms:
                    forms[text] = len(forms)
                    starts[0].append(len(affixes))
                    starts[1].append(len(grams))
                    affixes += found.affixes
                    grams += found.grams
                row = self._word.get(found.norm, 0)
                if chance and row > 1 and chance.random() < RARE / (RARE + self.counts[found.norm]) + 0.02:
                    row = 0
                name[place, at], form[place, at], pad[place, at] = row, forms[text], 0
        return [torch.tensor(part) for part in (affixes, starts[0], grams, starts[1], name, form, pad.astype(bool))]

    def gold(self, trees: Sequence[Tree]) -> Tensor:
        """Return tags, heads and relations by place and sentence; -100 where there is nothing to learn."""
        gold = np.full((4, max(map(len, trees)) + 1, len(trees)), -100)
        xpos, upos, label = self._number
        for at, tree in enumerate(trees):
            for place, word in enumerate(tree, start=1):
                tag = -100 if word.xpos == "GW" else xpos[word.xpos]  # GW marks half a word, whatever its kind
                gold[:, place, at] = tag, upos[word.upos], word.head, label[word.label]
        return torch.tensor(gold)


class Shared(nn.Module):
    """Dropout with one mask for all words of a sentence (Gal & Ghahramani 2016)."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """Return ``x``, in training with a share of its units at nought."""
        if not self.training:
            return x
        return x * x.new_empty(1, *x.shape[1:]).bernoulli_(1 - self.share) / (1 - self.share)


class Network(nn.Module):
    """What ``timeline.syntax.network`` computes, in floating point."""

    def __init__(self, coder: Coder) -> None:
        super().__init__()
        xpos, upos, labels = map(len, coder.names)
        self.word = nn.Embedding(len(coder.words), WORD)
        self.affix = nn.EmbeddingBag(AFFIX_ROWS, AFFIX, mode="sum")
        self.gram = nn.EmbeddingBag(GRAM_ROWS, GRAM, mode="mean")
        for table, spread in ((self.word, 0.3), (self.affix, 0.15), (self.gram, 0.4)):
            nn.init.normal_(table.weight, std=spread)
        sizes = [WORD + AFFIX + GRAM] + [HIDDEN] * (LAYERS - 1)
        self.layers = nn.ModuleList(nn.LSTM(size, HIDDEN // 2, bidirectional=True) for size in sizes)
        self.first, self.drop = Shared(0.25), Shared(0.36)
        self.tag, self.xpos, self.upos = nn.Linear(HIDDEN, SCORED), nn.Linear(SCORED, xpos), nn.Linear(SCORED, upos)
        self.dep, self.head = nn.Linear(HIDDEN, SCORED), nn.Linear(HIDDEN, SCORED)
        self.bilinear = nn.Linear(SCORED, SCORED, bias=False)
        self.headbias = nn.Linear(SCORED, 1, bias=False)
        self.distance = nn.Parameter(torch.zeros(2 * REACH + 1))
        self.ldep, self.lhead = nn.Linear(HIDDEN, SCORED), nn.Linear(HIDDEN, SCORED, bias=False)
        self.label = nn.Linear(SCORED, labels)
        nn.init.orthogonal_(self.bilinear.weight, 0.5)

    def embed(self, inputs: Sequence[Tensor]) -> Tensor:
        """Return the vectors of the words."""
        affixes, at_affix, grams, at_gram, name, form, _ = inputs
        bags = torch.cat([self.affix(affixes, at_affix), self.gram(grams, at_gram)], 1)
        return torch.cat([self.word(name), F.embedding(form, bags)], 2)

    def forward(self, inputs: Sequence[Tensor]) -> tuple[Tensor, ...]:
        """Return scores of tags, of heads, and the two parts of the scores of relations."""
        pad, x, tags = inputs[-1], self.first(self.embed(inputs)), None
        for number, layer in enumerate(self.layers):
            packed = nn.utils.rnn.pack_padded_sequence(x, (~pad).sum(0), enforce_sorted=False)
            x = self.drop(nn.utils.rnn.pad_packed_sequence(layer(packed)[0], total_length=len(x))[0])
            tags = x if number == TAGGING else tags
        tag = F.dropout(torch.relu(self.tag(tags)), 0.2, self.training)
        return self.xpos(tag), self.upos(tag), self.arcs(x, pad), self.ldep(x), self.lhead(x)

    def arcs(self, x: Tensor, pad: Tensor) -> Tensor:
        """Return the scores of heads by sentence, dependent and head."""
        dep, head = self.drop(torch.relu(self.dep(x))), self.drop(torch.relu(self.head(x)))
        arcs = torch.einsum("tbd,sbd->bts", self.bilinear(dep), head) + self.headbias(head).squeeze(2).t()[:, None, :]
        places = torch.arange(len(x))
        arcs = arcs + self.distance[(places - places[:, None]).clamp(-REACH, REACH) + REACH]
        return arcs.masked_fill(pad.t()[:, None, :], NEVER).masked_fill(torch.eye(len(x), dtype=torch.bool), NEVER)

    def labels(self, below: Tensor, above: Tensor, heads: Tensor) -> Tensor:
        """Return the scores of relations to given heads."""
        chosen = torch.gather(above, 0, heads[..., None].expand_as(below))
        return self.label(F.dropout(torch.relu(below + chosen), 0.2, self.training))


def export(net: Network, coder: Coder, trees: Sequence[Tree], sample: Sequence[Sequence[Tree]]) -> bytes:
    """Return the weights file: the network in whole numbers, counted as finely as it needs on a sample of batches.

    Raises:
        OverflowError: if a sum of products could leave the numbers that a 32-bit float holds exactly.
    """
    seen: dict[str, list[Tensor]] = defaultdict(list)
    linears = {name: part for name, part in net.named_children() if isinstance(part, nn.Linear)}
    for name, part in linears.items():
        part.register_forward_hook(_watch(seen, name))
    net.eval()
    with torch.no_grad():
        for batch in sample:
            inputs = coder.inputs(batch)
            seen["layer0"].append(net.embed(inputs))
            _, _, arcs, below, above = net(inputs)
            net.labels(below, above, arcs.argmax(2).t())
    steps = {name: _step(seen[name], LIMIT) for name in [*linears, "layer0"]}
    steps |= {f"layer{number}": float(LIMIT) for number in range(1, LAYERS)}  # states lie between -1 and 1
    steps |= {"left": _step(seen[">bilinear"], PAIR_LIMIT), "right": _step(seen["headbias"], PAIR_LIMIT)}
    arrays: dict[str, Any] = {}
    for name, part in linears.items():
        arrays |= _linear(name, part.weight, part.bias)
    for number, layer in enumerate(net.layers):
        arrays |= _memory(number, layer)
    for name in ("word", "affix", "gram"):
        table = getattr(net, name).weight.detach().numpy()
        scale = np.quantile(np.abs(table), 0.9999) / 127
        rows = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
        arrays |= {f"{name}.q": rows, f"{name}.scale": np.array([scale], "<f4")}
    arrays["distance"] = net.distance.detach().numpy().astype("<f4")
    names = dict(zip(("xpos", "upos", "deprels"), coder.names, strict=True))
    return weights.pack({"words": coder.words, **names, **_lemmas(trees), "steps": steps}, arrays)


def _watch(seen: dict[str, list[Tensor]], name: str) -> Callable[..., None]:
    def watch(_: nn.Module, given: tuple[Tensor], out: Tensor) -> None:
        seen[name].append(given[0])
        seen[f">{name}"].append(out)

    return watch


def _step(values: Sequence[Tensor], limit: int) -> float:
    """Return how finely to count values so that all but one in ten thousand stay within the limit."""
    sizes = torch.cat([value.abs().flatten()[::7] for value in values])
    return float(limit / sizes.topk(max(1, len(sizes) // 10_000)).values[-1])


def _whole(weight: Tensor) -> tuple[Any, Any]:
    """Return a matrix, turned, in whole numbers of a byte, and a scale a column."""
    matrix = weight.detach().numpy().T.astype(np.float64)
    scale = np.maximum(np.abs(matrix).max(axis=0), 1e-9) / 127
    whole = np.rint(matrix / scale).astype(np.int8)
    if np.abs(whole.astype(np.int64)).sum(axis=0).max() * LIMIT >= 1 << 24:
        raise OverflowError("a sum of products may pass 2**24; make the layer narrower or LIMIT smaller")
    return whole, scale


def _linear(name: str, weight: Tensor, bias: Tensor | None, factor: float | np.ndarray = 1.0) -> dict[str, Any]:
    whole, scale = _whole(weight)
    shift = np.zeros(len(scale)) if bias is None else bias.detach().numpy()
    scaled = {f"{name}.scale": (scale * factor).astype("<f4"), f"{name}.bias": (shift * factor).astype("<f4")}
    return {f"{name}.q": whole, **scaled}


def _memory(number: int, layer: nn.LSTM) -> dict[str, Any]:
    """Return one layer, the gates that lie between 0 and 1 halved: logistic(x) is (1 + tanh(x / 2)) / 2."""
    parts = dict(layer.named_parameters())
    half = np.repeat([0.5, 0.5, 1.0, 0.5], HIDDEN // 2)
    ways = ("", "_reverse")
    weight = torch.cat([parts[f"weight_ih_l0{way}"] for way in ways])
    bias = torch.cat([parts[f"bias_ih_l0{way}"] + parts[f"bias_hh_l0{way}"] for way in ways])
    again = [_whole(parts[f"weight_hh_l0{way}"]) for way in ways]
    return {
        **_linear(f"layer{number}", weight, bias, np.tile(half, 2)),
        f"again{number}.q": np.stack([whole for whole, _ in again]),
        f"again{number}.scale": np.stack([scale * half for _, scale in again])[:, None].astype("<f4"),
    }


def _lemmas(trees: Sequence[Tree]) -> dict[str, Any]:
    """Return the verbs of the treebank, and the lemmas that the rules would miss."""
    verbs = {word.lemma.lower() for tree in trees for word in tree if word.upos in {"VERB", "AUX"}}
    verbs = {verb for verb in verbs if verb.isalpha()}
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word in tree:
            if word.xpos not in {"NNP", "GW", "ADD", "FW"} and not any(letter.isdigit() for letter in word.form):
                seen[normalise(word.form), word.xpos][word.lemma] += 1
    table = {}
    for (norm, tag), found in sorted(seen.items()):
        usual = found.most_common(1)[0][0]
        acronym = tag == "NN" and usual == norm.upper()  # the rules keep its capitals
        if usual != lemma(norm, tag, {}, verbs) and not acronym:
            table[f"{norm} {tag}"] = usual
    return {"verbs": sorted(verbs), "lemmas": table}
