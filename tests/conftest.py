"""What the tests share: one loaded language pipeline, records on both databases."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from dateline.extract.coding import with_names
from dateline.extract.language import load_language
from dateline.extract.parse import Parse
from dateline.store import Store, open_store
from tests.postgresql import emptied, server


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Load the language pipeline once for all tests."""
    return load_language()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], Parse]:
    """Parse a text into columns, with the persons it names."""
    return lambda text: with_names(Parse.of(nlp(text)))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start a PostgreSQL server once."""
    with server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a record that is not there yet, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path / "dateline.db")
    return emptied(request.getfixturevalue("postgresql"))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """Open a new record."""
    with open_store(address) as opened:
        yield opened
