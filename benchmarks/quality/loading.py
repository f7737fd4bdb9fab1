"""What adapters read with, each loaded once and only where it is needed."""

from functools import cache
from typing import Any

from spacy.language import Language

from dateline.extract.language import load_language
from dateline.pipeline import Reader


class WaitingReader(Reader):
    """A reader that loads when it is first asked to read; most corpora never ask."""

    def __init__(self) -> None:
        """Load nothing yet."""

    def __getattr__(self, name: str) -> Any:
        """Load all parts when the first of them is missed."""
        if self.__dict__:
            raise AttributeError(name)
        super().__init__()
        return getattr(self, name)


@cache
def shared_language() -> Language:
    """Give the language model of this process."""
    return load_language()
