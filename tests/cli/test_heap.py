"""The heap of a process that serves: its threads share one, where glibc would give each its own."""

import platform
import subprocess
import sys

import pytest

_PIECES_OF_A_THREAD = """
import ctypes
from threading import Thread
from cli.heap import share_one_heap

library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
if {shared}:
    assert share_one_heap()
found = []
thread = Thread(target=lambda: found.extend(library.malloc(1_000) for _ in range(1_000)))
thread.start()
thread.join()
(heap,) = [line for line in open("/proc/self/maps") if line.endswith("[heap]\\n")]
start, end = (int(edge, 16) for edge in heap.split()[0].split("-"))
print(sum(start <= piece < end for piece in found))
"""


@pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="others give threads no heaps of their own"
)
@pytest.mark.parametrize(("shared", "of_main_heap"), [(True, 1_000), (False, 0)])
def test_threads_take_memory_from_one_heap_once_told(shared: bool, of_main_heap: int) -> None:
    script = _PIECES_OF_A_THREAD.format(shared=shared)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120
    )
    assert int(done.stdout) == of_main_heap
