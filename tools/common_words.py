"""List the words that a treebank has as common words, for timeline/syntax/common.txt.

    python tools/common_words.py --treebank FOLDER > timeline/syntax/common.txt

A word is common if at least one in four of its capitalised or small occurrences is no proper noun. The names of days,
months and feasts, and titles before names, are in the list too: they tell the parser more than that they are names.
"""

import argparse
from collections import Counter
from pathlib import Path

import treebank

KEPT = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december christmas easter ramadan thanksgiving mr mrs ms dr president minister secretary senator
governor general mayor king queen prince prime chancellor
"""


def main() -> None:
    """Print the list, a word a line, sorted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True)
    folder = parser.parse_args().treebank
    small: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for tree in treebank.load(folder, "train"):
        for word in tree:
            (names if word.upos == "PROPN" else small)[word.form.lower()] += 1
    common = {word for word in small if word.isalpha() and small[word] * 3 >= names[word]}
    print("\n".join(sorted(common | set(KEPT.split()))))


if __name__ == "__main__":
    main()
