"""The command line: ``timeline build | tag | explain | conflicts | export``."""

# whatever is imported here is imported before an interrupt is caught
import sys

__all__ = ["INTERRUPTED", "run"]

INTERRUPTED = "interrupted; nothing was left half-written"


def run() -> None:
    """Run the command line of this process, and end it with the exit code."""
    sys.unraisablehook = _again
    try:
        code = _run()
        _ignore_interrupts()
    except KeyboardInterrupt:
        print(INTERRUPTED, file=sys.stderr)
        _ignore_interrupts()
        code = 130
    exec("")  # noqa: S102  # an interrupt while code made of words ran (a dataclass) would end Python by its signal
    sys.exit(code)


def _again(failed: "sys.UnraisableHookArgs") -> None:
    """Let an interrupt that came inside a callback, where Python drops it, come once more."""
    if not issubclass(failed.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(failed)
        return
    import _thread  # noqa: PLC0415  # as below
    import time  # noqa: PLC0415  # as below

    def later() -> None:
        time.sleep(0.01)
        _thread.interrupt_main()

    _thread.start_new_thread(later, ())


def _ignore_interrupts() -> None:
    """Let no interrupt come between what was done and the exit code."""
    import signal  # noqa: PLC0415  # as below
    from contextlib import suppress  # noqa: PLC0415  # as below

    with suppress(ValueError):  # where this is not the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run() -> int:
    """Return the exit code, whatever happens to the process's streams and whenever it is interrupted."""
    from timeline.cli.codes import Exit  # noqa: PLC0415  # an interrupt may come while this is read, too
    from timeline.cli.main import main  # noqa: PLC0415  # as above

    _open_streams()
    try:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # a name in any script can be printed in any locale
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        code = main(sys.argv[1:], sys.stdout)
        sys.stdout.flush()
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


def _open_streams() -> None:
    """Stand in for streams that whoever started the process has closed, so that what is said goes nowhere."""
    import os  # noqa: PLC0415  # as above

    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115, PTH123


def _let_go() -> None:
    """Keep Python from failing again as it flushes at exit."""
    import os  # noqa: PLC0415  # as above

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
