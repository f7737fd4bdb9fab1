"""What a worker may take of its machine, and what a packed input may unpack to."""

import os
import resource
import sys
from dataclasses import dataclass

from dateline.errors import UnreadableReportError

MEGABYTE = 2**20
MEMORY = 3_072  # megabytes; a loaded reader has 700, and the longest report takes 500
MOST_TIMES = 100  # what is packed may unpack to; news pack to a third or a tenth
_ANYWAY = 2**18  # bytes that little things may unpack to
# A small matrix is no faster on two threads, and workers would take each other's cores.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What an engine is given: workers, None for one a core; an address; megabytes for each."""

    workers: int | None = None
    address: str | None = None
    memory: int = MEMORY


def keep_within(memory: int) -> None:
    """Let this process have no more than so many megabytes, and one thread for sums.

    It is to be called before anything large is imported. Memory that is shared, as that of Ray's
    store, and files that are mapped are not counted.
    """
    for name in _ONE_THREAD:
        os.environ[name] = "1"
    if sys.platform == "linux":  # elsewhere the kernel does not count what is mapped
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = memory * MEGABYTE
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def allowed(packed: int) -> int:
    """Say how many bytes something may unpack to."""
    return max(_ANYWAY, packed * MOST_TIMES)


def refuse_swollen(unpacked: int, packed: int) -> None:
    """Refuse what was packed to do harm."""
    if unpacked > allowed(packed):
        message = f"unpacks to more than {MOST_TIMES} times its size; not read beyond that"
        raise UnreadableReportError(message, unpacked=unpacked, packed=packed)
