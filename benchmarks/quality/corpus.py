"""What an adapter of a corpus gives: answers in the form that its scorer reads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from dateline.pipeline import Reader

Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Answer the rows of a gold file, of which only what a reader may know is looked at."""

    predict: Callable[[Reader, Iterable[Row]], Iterable[Row]]
