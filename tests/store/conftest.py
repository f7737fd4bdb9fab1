"""Every test here runs on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.store import Store, open_store
from tests.postgresql import emptied, server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start the server once."""
    with server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a record that is not there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "dateline.db")
    return emptied(request.getfixturevalue("postgresql"))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """Open a new record."""
    with open_store(address) as opened:
        yield opened
