"""Two folders that take each other's place at one instant, where the system has a call for it.

The only module that imports ctypes.
"""

import os
import sys
from collections.abc import Callable
from errno import ENOTSUP
from functools import cache
from pathlib import Path

_HERE = -100  # AT_FDCWD: a path is reckoned from the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2) on Linux, RENAME_SWAP of renamex_np(2) on macOS


def can_exchange() -> bool:
    """Say whether this system has a call that exchanges two folders; a file system may still refuse it."""
    return _call() is not None


def exchange(one: Path, other: Path) -> None:
    """Let two folders of one file system take each other's place; whoever looks sees both in the old places or the new.

    Raises:
        OSError: if that cannot be done; both are where they were.
    """
    call = _call()
    code = ENOTSUP if call is None else call(os.fsencode(one), os.fsencode(other))
    if code:
        raise OSError(code, os.strerror(code), str(other))


@cache
def _call() -> Callable[[bytes, bytes], int] | None:
    """Return what exchanges two paths and gives 0 or the number of an error; None where there is no such call."""
    try:
        import ctypes  # noqa: PLC0415  # slow, and missing from some builds of Python

        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            call = library.renamex_np
            call.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)
            return lambda one, other: ctypes.get_errno() if call(one, other, _EXCHANGE) else 0
        call = library.renameat2
    except (ImportError, OSError, TypeError, AttributeError):
        return None
    call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return lambda one, other: ctypes.get_errno() if call(_HERE, one, _HERE, other, _EXCHANGE) else 0
