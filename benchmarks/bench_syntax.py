"""How fast text is split, cut into tokens and parsed, on one core, and what loading costs.

python benchmarks/bench_syntax.py
"""

import itertools
import time
import tracemalloc
from collections.abc import Callable
from importlib.resources import files

from timeline import sentences, syntax
from timeline.model import Span
from timeline.syntax import parser, weights
from timeline.syntax.tokens import tokenise

_WHO = (
    "The governor of the northern province",
    "A spokesman for the striking miners",
    "Ms. Ruiz",
    "Police in 12 towns",
)
_DID = (
    "said on Friday that more than 1,900 people had left",
    "closed the bridge, which had been built in 1987, and left",
)
_WHY = ("after talks with the company's owners failed.", "while Sen. Holt was in the U.S. to sign the treaty.")
TEXT = " ".join(" ".join(parts) for parts in itertools.product(_WHO, _DID, _WHY))


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the best of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def anew(work: Callable[[], object]) -> Callable[[], object]:
    """Return work that parses every sentence, also those that were parsed before."""

    def forgetful() -> object:
        parser._met.clear()
        return work()

    return forgetful


def main() -> None:
    """Print the figures."""
    start = time.process_time()
    tracemalloc.start()
    store = weights.load()
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    size = len((files("timeline.syntax") / weights.FILE).read_bytes()) / 1e6
    syntax.parse("They left.")
    print(
        f"load: {time.process_time() - start:.2f} s, peak {peak:.0f} MB, {size:.1f} MB packed, {len(store.words)} words"
    )

    long = "\n".join([TEXT] * 400)
    took = seconds(lambda: sentences.split(long))
    print(f"split: {len(long) / took / 1e6:.0f} MB/s")
    took = seconds(lambda: tokenise(TEXT))
    words = len(tokenise(TEXT))
    print(f"tokenise: {words / took:,.0f} tokens/s")

    article = "\n".join(TEXT.replace("1987", str(1987 + at)).replace("1,900", f"{at + 2},900") for at in range(4))
    spans = sentences.split(article)
    trees = syntax.parse_all(article, spans)
    assert len(trees) == len(spans) == 64
    took = seconds(anew(lambda: syntax.parse_all(article, spans)))
    print(f"parse, {len(spans)} sentences together: {len(tokenise(article)) / took:,.0f} tokens/s")
    took = seconds(anew(lambda: [syntax.parse(TEXT, Span(*span)) for span in sentences.split(TEXT)]))
    print(f"parse, one by one: {words / took:,.0f} tokens/s")


if __name__ == "__main__":
    main()
