"""What a command's exit code says."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every command."""

    OK = 0
    PROBLEMS = 1  # only under --strict; or changes, under --check
    USAGE = 2  # as argparse has it; also an output that cannot be written
    NOTHING = 3  # nothing could be read
    INTERRUPTED = 130  # as shells have it: 128 + SIGINT
