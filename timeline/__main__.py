"""``python -m timeline`` is ``timeline``."""

from timeline.cli.main import run

if __name__ == "__main__":
    run()
