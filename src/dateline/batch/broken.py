"""What is wrong with an input, as opposed to with the machine that reads it."""

import struct
import zlib
from lzma import LZMAError
from zipfile import BadZipFile

from dateline.errors import UnreadableReportError

TOO_LARGE = "takes more memory than a worker may have (--memory)"
BROKEN = (
    OSError,
    EOFError,
    ValueError,
    OverflowError,
    MemoryError,
    NotImplementedError,  # ways of packing that nobody here can undo
    struct.error,
    zlib.error,
    LZMAError,
    BadZipFile,
    UnreadableReportError,
)


def is_of_input(error: BaseException) -> bool:
    """Tell whether reading the same again would end the same way.

    A system call that fails has a number; a library that finds nonsense in a file has none.
    """
    return not (isinstance(error, OSError) and error.errno)


def why(error: BaseException) -> str:
    """Say it in words."""
    if isinstance(error, UnreadableReportError):
        return str(error)
    if isinstance(error, MemoryError):
        return TOO_LARGE
    return f"breaks off: {getattr(error, 'strerror', None) or str(error) or type(error).__name__}"
