"""What every part of a store stands on: a connection, and lists cut to what databases take."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import partial, wraps
from itertools import islice
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import sqlalchemy as sa

T = TypeVar("T")
P = ParamSpec("P")
S = TypeVar("S", bound="Connected")
_MOST = 500  # values in one list of a statement


class Connected(ABC):
    """Something with a connection to the database, for the length of a block."""

    @abstractmethod
    def _connected(self) -> AbstractContextManager[sa.Connection]: ...

    def _repeated(self, ask: Callable[[], T]) -> T:
        """Ask once: within a transaction a lost connection ends it, and all that was asked."""
        return ask()


def repeatable(ask: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Let a question be asked again where the connection was lost on the way."""

    @wraps(ask)
    def asked(self: S, *args: P.args, **kwargs: P.kwargs) -> T:
        given = [_lasting(value) for value in args]
        named = {name: _lasting(value) for name, value in kwargs.items()}
        return self._repeated(partial(ask, self, *given, **named))

    return cast("Callable[Concatenate[S, P], T]", asked)


def _lasting(value: Any) -> Any:
    """Make what can be gone through only once last for another try."""
    return list(value) if isinstance(value, Iterator) else value


def chunks(values: Iterable[T], most: int = _MOST) -> Iterator[list[T]]:
    """Cut a list into such as fit a statement."""
    rest = iter(values)
    while chunk := list(islice(rest, most)):
        yield chunk
