"""Servers over small records, each once for a file of tests."""

import pytest

from dateline.store import open_store
from tests.keeping.made import add, make_record
from tests.server.live import running

RECORDS = (
    make_record("wire", "Sloviansk", dead=4),
    make_record("paper", "Sloviansk", dead=5),
    make_record("radio", "Pokrovsk"),
)


@pytest.fixture
def live(tmp_path):
    """Serve three reports of two incidents."""
    address = str(tmp_path / "served.db")
    with open_store(address) as store:
        add(store, *RECORDS)
    with running(address) as server:
        yield server


@pytest.fixture
def ana(live):
    """Sign an analyst in."""
    with live.visitor() as client:
        yield client
