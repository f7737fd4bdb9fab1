"""A database that goes away, in the middle of anything: nothing is lost, and nothing done twice."""

import os
import signal
import threading
import time
from collections import Counter
from contextlib import contextmanager
from functools import partial

import pytest
import sqlalchemy as sa

from dateline.errors import LostError
from dateline.store import open_store
from dateline.store.postgresql import postgresql_engine
from tests.store.made import make_record
from tests.store.servers import Busy, Wire, a_server, a_standby

WRITERS, READERS = 3, 2


@pytest.fixture(scope="module")
def one():
    """Start a server that the tests of this file may maltreat."""
    with a_server() as started:
        yield started


@pytest.fixture
def server(one):
    one.run("DROP SCHEMA public CASCADE")
    one.run("CREATE SCHEMA public")
    return one


@pytest.fixture
def store(server):
    with open_store(server.address) as opened:
        yield opened


def told(store):
    """Count what was logged: a change that is made twice is logged twice."""
    return Counter(entry.subject for entry in store.audit(limit=100_000))


def log(write, subject):
    write.log(time.time(), "ana", "did", subject)


def own_process(write):
    return write._connection.scalar(sa.text("SELECT pg_backend_pid()"))


class Once:
    """A change that is disturbed the first time it is made."""

    def __init__(self, disturb):
        """Take what disturbs."""
        self.disturb = disturb
        self.times = 0

    def __call__(self, write):
        """Log two things."""
        self.times += 1
        log(write, "one")
        if self.times == 1:
            self.disturb(write)
        log(write, "other")


def test_a_question_is_asked_again_on_a_new_connection(store, server):
    assert store.counts()["reports"] == 0
    server.end_connections()

    assert store.counts()["reports"] == 0


def test_what_can_be_gone_through_once_is_asked_again_whole(store, server):
    with store.writing() as write:
        for name in ("a", "b"):
            write.put_report(make_record(name), digest=name, program="1", fingerprints=[7])
    server.end_connections()

    assert store.copies((n for n in (7,)), least=1) == (("a", 1), ("b", 1))


def test_a_change_waits_for_no_dead_connection(store, server):
    server.end_connections()
    with store.writing() as write:
        log(write, "one")

    assert told(store) == {"one": 1}


def test_a_block_that_loses_its_connection_leaves_nothing_and_says_so(store, server):
    change = Once(lambda _: server.end_connections())
    with pytest.raises(LostError, match="not kept"), store.writing() as write:
        change(write)

    assert told(store) == {}


def test_a_change_is_made_again_when_its_connection_is_ended(store, server):
    change = Once(lambda _: server.end_connections())
    store.change(change)

    assert change.times == 2
    assert told(store) == {"one": 1, "other": 1}


def test_a_change_is_made_again_when_its_process_is_killed(store):
    """The server then ends all others, too, and recovers."""
    change = Once(lambda write: os.kill(own_process(write), signal.SIGKILL))
    store.change(change)

    assert change.times == 2
    assert told(store) == {"one": 1, "other": 1}


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_change_is_made_again_when_the_server_is_restarted(store, server, mode):
    def restart(_):
        server.stop(mode)
        server.start()

    change = Once(restart)
    store.change(change)

    assert change.times == 2
    assert told(store) == {"one": 1, "other": 1}


def test_a_mistake_is_not_made_again(store):
    change = Once(lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store.change(change)

    assert change.times == 1
    assert told(store) == {}


@contextmanager
def wired(server):
    wire = Wire(server)
    try:
        with open_store(wire.address) as store:
            yield wire, store
    finally:
        wire.close()


@pytest.mark.parametrize(
    ("cut", "times"),
    [
        pytest.param("after", 1, id="heard and not answered"),
        pytest.param("before", 2, id="not heard"),
    ],
)
def test_a_change_is_made_again_only_if_its_commit_was_not_heard(server, cut, times):
    with wired(server) as (wire, store):
        change = Once(lambda _: setattr(wire, "cut", cut))
        store.change(change)

        assert (wire.cuts, change.times) == (1, times)
        assert told(store) == {"one": 1, "other": 1}


def test_a_block_whose_commit_was_not_answered_ends_well_if_it_is_kept(server):
    with wired(server) as (wire, store):
        with store.writing() as write:
            log(write, "one")
            wire.cut = "after"

        assert wire.cuts == 1
        assert told(store) == {"one": 1}


def test_a_server_that_stays_away_is_named_and_may_come_back(store, server):
    store.patience = 1.0
    server.stop()
    try:
        with pytest.raises(LostError, match="does not answer; is the server running"):
            store.counts()
    finally:
        server.start()

    assert store.counts()["reports"] == 0


def test_a_server_that_takes_no_writes_for_a_while_is_waited_for(store, server):
    read_only = "ALTER DATABASE postgres SET default_transaction_read_only = {}"
    server.run(read_only.format("on"))
    server.end_connections()
    again = threading.Timer(
        1.0,
        lambda: server.run(f"BEGIN READ WRITE; {read_only.format('off')}; COMMIT"),
    )
    again.start()
    store.change(lambda write: log(write, "one"))
    again.join()

    assert told(store) == {"one": 1}


def test_several_hosts_are_written_as_postgresql_writes_them():
    engine = postgresql_engine("postgresql://ana:x@one:5433,two:5434/desk?sslmode=require")
    asked = engine.dialect.create_connect_args(engine.url)[1]

    assert (asked["host"], asked["port"], asked["dbname"]) == ("one,two", "5433,5434", "desk")
    assert (asked["target_session_attrs"], asked["sslmode"]) == ("read-write", "require")


class Traffic(Busy):
    """Writers and readers, each with a store of its own, until they are told to stop."""

    def __init__(self, address):
        """Take the address of a record."""
        self.address = address
        self.done = Counter()
        self.errors = []
        self.asked = 0
        makers = [partial(self._write, n) for n in range(WRITERS)] + [self._read] * READERS
        super().__init__(*(partial(self._guarded, make) for make in makers))

    def goes_on(self):
        """Wait until everybody who writes has written again."""
        before = Counter(name[0] for name in self.done)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            now = Counter(name[0] for name in self.done.copy())
            if all(now[str(n)] > before[str(n)] + 3 for n in range(WRITERS)):
                return
            time.sleep(0.02)
        pytest.fail(f"nothing was written any more: {self.errors}")

    def _guarded(self, make):
        try:
            make()
        except BaseException as error:  # noqa: BLE001  the test shows it
            self.errors.append(error)

    def _write(self, who):
        with open_store(self.address) as store:
            number = 0
            while not self._over.is_set():
                name, number = f"{who}-{number}", number + 1
                store.change(lambda write, name=name: log(write, name))
                self.done[name] += 1

    def _read(self):
        with open_store(self.address) as store:
            while not self._over.is_set():
                store.revision()
                store.audit(limit=50)
                self.asked += 1


def assert_all_there_once(traffic, store):
    assert traffic.errors == []
    assert told(store) == traffic.done
    assert traffic.asked > 0


def test_writers_and_readers_survive_restarts_and_ended_connections(server, store):
    with Traffic(server.address) as traffic:
        for mode in ("fast", "immediate", None, None):
            traffic.goes_on()
            if mode is None:
                server.end_connections()
            else:
                server.stop(mode)
                server.start()
        traffic.goes_on()

    assert_all_there_once(traffic, store)


def test_a_fail_over_to_another_server_loses_and_doubles_nothing():
    with a_server() as first, a_standby(first) as second:
        several = f"{first.address}&host={second.folder}"
        with Traffic(several) as traffic:
            traffic.goes_on()
            first.kill()
            second.promote()
            traffic.goes_on()
        with open_store(second.address) as store:
            assert_all_there_once(traffic, store)
