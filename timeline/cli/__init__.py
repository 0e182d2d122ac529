"""The command line: ``timeline build | tag | explain | conflicts | export``."""

import os
import signal
import sys
from contextlib import suppress

from timeline.cli.codes import Exit

__all__ = ["INTERRUPTED", "run"]

INTERRUPTED = "interrupted; nothing was left half-written"


def run() -> None:
    """Run the command line of this process, and end it with the exit code."""
    code = _run()
    with suppress(ValueError):  # where this is not the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done; there is nothing left to interrupt
    sys.exit(code)


def _run() -> int:
    """Return the exit code, whatever happens to the process's streams and whenever it is interrupted."""
    try:
        from timeline.cli.main import main  # noqa: PLC0415  # an interrupt may come while this is read, too

        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # a name in any script can be printed in any locale
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        code = main(sys.argv[1:], sys.stdout)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(INTERRUPTED, file=sys.stderr)
        return Exit.INTERRUPTED
    except BrokenPipeError:  # whoever read us has seen enough
        _let_go()
        return Exit.OK
    except OSError as error:
        if error.filename:
            raise
        what = (error.strerror or type(error).__name__).lower()
        print(f"standard output: {what}; send it somewhere else", file=sys.stderr)
        _let_go()
        return Exit.USAGE
    return code


def _let_go() -> None:
    """Keep Python from failing again as it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
