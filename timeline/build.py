"""The build script: ``python -m timeline.build [ARTICLES] [-o OUTPUT]`` is ``timeline build``."""

import sys

from timeline.cli import run


def build() -> None:
    """Run ``timeline build`` with the arguments of this process."""
    sys.argv[1:1] = ["build"]
    run()


if __name__ == "__main__":
    build()
