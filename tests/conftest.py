"""What the tests share: one loaded language pipeline, and a short way to parse a text."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from dateline.extract.coding import with_names
from dateline.extract.language import load_language
from dateline.extract.parse import Parse


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Load the language pipeline once for all tests."""
    return load_language()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], Parse]:
    """Parse a text into columns, with the persons it names."""
    return lambda text: with_names(Parse.of(nlp(text)))
