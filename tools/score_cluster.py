"""Score the clusters on ECB+ gold mentions: CoNLL F1 with the topics known, and with nothing known.

    python tools/score_cluster.py --data FOLDER [--split dev]

Neither run sees gold sub-topics. Prints what the scorer beside the data prints.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import ecbplus

from timeline.cluster import cluster
from timeline.model import EventMention


def main() -> None:
    """Cluster each topic, then all documents, and score both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds data/ecbplus and bench")
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    arguments = parser.parse_args()
    gold = ecbplus.read(arguments.data / "data" / "ecbplus", arguments.split)
    for title, by_topic in (("within topics", True), ("anywhere", False)):
        groups: dict[int, list[EventMention]] = {}
        for mention, topic in zip(gold.mentions, gold.topics, strict=True):
            groups.setdefault(topic if by_topic else 0, []).append(mention)
        found = [group for members in groups.values() for group in cluster(members)]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "found.json"
            path.write_text(json.dumps([[mention.id for mention in group] for group in found]), encoding="utf-8")
            key = arguments.data / "data" / "ecbplus" / f"{arguments.split}.gold.json"
            scorer = arguments.data / "bench" / "score_coref.py"
            command = [sys.executable, str(scorer), str(key), str(path)]
            answer = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own scorer
        print(f"{title}\n{answer.stdout}")


if __name__ == "__main__":
    main()
