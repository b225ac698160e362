"""The C library's heap, set for a process that serves for weeks: docs/decisions/0038."""

from __future__ import annotations

import ctypes

_M_ARENA_MAX = -8
"""The parameter's number in glibc's `malloc.h`, a part of its interface."""


def share_one_heap() -> bool:
    """Have all threads that begin from now on take memory from one heap; False where none can.

    glibc gives each thread a heap of its own otherwise, which keeps what the largest answer of the
    thread took. Other C libraries have no such heaps, and no such parameter.
    """
    library = ctypes.CDLL(None)
    if not hasattr(library, "gnu_get_libc_version"):
        return False
    return bool(library.mallopt(_M_ARENA_MAX, 1) == 1)
