"""``python -m timeline`` is ``timeline``."""

if __name__ == "__main__":
    from timeline.cli import run

    run()
