"""What goes wrong is said in words that help, and nothing is lost by it."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from dateline.errors import SettingError, StoreError
from dateline.store import open_store
from dateline.store.tables import VERSIONS
from tests.store.made import make_listed, make_record

ROOT = Path(__file__).parents[2]
ADD = """
import sys, time
from dateline.store import open_store
from tests.store.made import make_record

with open_store(sys.argv[1]) as store:
    for n in range(int(sys.argv[3])):
        with store.writing() as write:
            record = make_record(f"{sys.argv[2]}{n}")
            write.put_report(record, digest=f"{n}", program="1", fingerprints=range(50))
            print(n, flush=True)
"""


@contextmanager
def child(address, name, count):
    """Add from another process; it is told apart from this one, and closed with the block."""
    command = [sys.executable, "-c", ADD, address, name, str(count)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield process


def add(store, name="r1"):
    with store.writing() as write:
        write.put_report(make_record(name), digest=name, program="1", fingerprints=())


def test_a_transaction_that_fails_leaves_nothing(store):
    add(store)

    with pytest.raises(ZeroDivisionError), store.writing() as write:
        1 / (write.remove_report("r1") or 0)

    assert store.report("r1") is not None


def test_two_processes_that_make_a_record_and_add_to_it_at_once_lose_nothing(address):
    with child(address, "a", 30) as one, child(address, "b", 30) as other:
        for process in (one, other):
            process.communicate(timeout=120)

    assert (one.returncode, other.returncode) == (0, 0)
    with open_store(address) as store:
        assert store.counts()["reports"] == 60
        assert list(store.check()) == []


def test_a_process_killed_in_the_middle_leaves_what_it_had_finished(address):
    with child(address, "a", 100_000) as process:
        for _ in range(5):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        told = len(process.stdout.read().splitlines()) + 5

    with open_store(address) as store:
        assert told - 1 <= store.counts()["reports"] <= told + 1
        assert list(store.check()) == []
        add(store, "after")


def test_a_reader_does_not_wait_for_a_writer(store, address):
    add(store)
    with store.writing() as write, open_store_of_a_reader(address) as reader:
        write.remove_report("r1")
        assert reader.report("r1") is not None


def open_store_of_a_reader(address):
    """Open again what is open; SQLite's check of the schema must not wait for the writer."""
    return open_store(address, create=False)


def test_a_record_of_a_newer_dateline_is_not_touched(address):
    with open_store(address) as store, store.alone() as connection:
        connection.exec_driver_sql(
            "INSERT INTO migrations VALUES (9999, 'later', '99.0', '2031-01-01T00:00:00')"
        )

    with pytest.raises(StoreError, match=r"schema 9999.*upgrade Dateline"):
        open_store(address)


@pytest.mark.parametrize("address", ["mysql://localhost/x", "https://example.org/dateline.db"])
def test_an_address_of_another_kind_is_refused(address):
    with pytest.raises(SettingError, match="a file or postgresql://"):
        open_store(address)


def test_a_server_that_does_not_answer_is_named(tmp_path):
    with pytest.raises(StoreError, match="does not answer"):
        open_store(f"postgresql://nobody:secret@/none?host={tmp_path}")


def test_a_password_is_not_told(tmp_path):
    with pytest.raises(StoreError) as caught:
        open_store(f"postgresql://nobody:secret@/none?host={tmp_path}")

    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,\n" * 100)

    with pytest.raises(StoreError, match="no record of Dateline's"):
        open_store(str(letter))
    assert letter.read_text().startswith("Dear all")


def test_a_folder_is_no_record(tmp_path):
    with pytest.raises(StoreError, match="is a folder"):
        open_store(str(tmp_path))


def test_a_record_in_no_folder_cannot_be_made(tmp_path):
    with pytest.raises(StoreError, match="no folder"):
        open_store(str(tmp_path / "gone" / "dateline.db"))


def test_a_record_that_must_be_there_is_not_made(tmp_path):
    with pytest.raises(StoreError, match="dateline add"):
        open_store(str(tmp_path / "dateline.db"), create=False)


def filled(path: Path) -> Path:
    with open_store(str(path)) as store:
        for n in range(50):
            add(store, f"r{n}")
    return path


def read_all(path):
    with open_store(str(path)) as store:
        return list(store.records())


def test_a_damaged_record_says_so(tmp_path):
    path = filled(tmp_path / "dateline.db")
    with path.open("r+b") as file:
        for page in range(8, 40):
            file.seek(page * 4096)
            file.write(os.urandom(4096))

    with pytest.raises(StoreError, match=r"damaged.*backup"):
        read_all(path)


def fill_up(store, pages):
    """Add more than fits into a database that may have so many pages: SQLite's full disk."""
    with store.writing() as write:
        write._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for n in range(1000):
            record = make_record(f"more{n}")
            write.put_report(record, digest="d", program="1", fingerprints=range(99))


def test_a_full_disk_loses_nothing(tmp_path):
    path = filled(tmp_path / "dateline.db")
    before = sqlite3.connect(path).execute("PRAGMA page_count").fetchone()[0]

    with open_store(str(path)) as store:
        with pytest.raises(StoreError, match="full"):
            fill_up(store, before + 2)
        assert store.counts()["reports"] == 50
        assert list(store.check()) == []


def test_a_backup_is_a_record(store, tmp_path):
    add(store)
    copy = tmp_path / "copy.db"

    store.backup(copy)

    if "://" in store.address:
        assert copy.read_bytes().startswith(b"PGDMP")
    else:
        with open_store(str(copy), create=False) as opened:
            assert opened.report("r1") == store.report("r1")


def test_a_backup_that_fails_leaves_nothing(store, tmp_path):
    with pytest.raises((StoreError, sqlite3.OperationalError)):
        store.backup(tmp_path / "gone" / "copy.db")

    assert list(tmp_path.glob("**/*.part")) == []


def test_a_check_finds_a_quote_that_is_not_in_the_text(store):
    add(store)
    with store.alone() as connection:
        raw = connection.scalar(sa.select(VERSIONS.c.record))
        broken = raw.replace(
            b"Shells hit the market of Taiz on", b"Shells hid the market of Taiz on"
        )
        connection.execute(VERSIONS.update().values(record=broken))

    assert any("quotes" in fault.words for fault in store.check())


def test_a_check_finds_an_incident_without_events(store):
    with store.writing() as write:
        write.put_incidents([make_listed("i1")])

    assert [fault.subject for fault in store.check()] == ["incident i1"]
