"""What every part of a store stands on: a connection, and lists cut to what databases take."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from typing import TypeVar

import sqlalchemy as sa

T = TypeVar("T")
_MOST = 500  # values in one list of a statement


class Connected(ABC):
    """Something with a connection to the database, for the length of a block."""

    @abstractmethod
    def _connected(self) -> AbstractContextManager[sa.Connection]: ...


def chunks(values: Iterable[T], most: int = _MOST) -> Iterator[list[T]]:
    """Cut a list into such as fit a statement."""
    rest = iter(values)
    while chunk := list(islice(rest, most)):
        yield chunk
