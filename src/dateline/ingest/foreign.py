"""Other people's parsers: whatever one of them breaks down with is a reason, with its name."""

from collections.abc import Iterator
from contextlib import contextmanager

from dateline.errors import UnreadableReportError

_LONGEST = 120  # characters of what it says


@contextmanager
def foreign(library: str) -> Iterator[None]:
    """Turn an error of a library into a reason; call nothing else within the block."""
    try:
        yield
    except (MemoryError, UnreadableReportError):
        raise
    except Exception as error:
        said = " ".join(str(error).split())[:_LONGEST]
        message = f"breaks {library}, which takes it apart ({type(error).__name__}: {said})"
        raise UnreadableReportError(message, library=library) from error
