"""Hostile clients: guessed keys, forged messages, half requests, odd clocks."""

import re
import socket
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest

from dateline.keeping import watching
from dateline.keeping.showing import incident
from dateline.publish import INCIDENT_EXPORTS
from dateline.publish.channels import webhook
from dateline.records import Query
from dateline.records.desk import Delivery, Key, Person
from dateline.server.keys import new_key
from dateline.server.streaming import streamed
from dateline.server.throttle import Throttle
from tests.keeping.made import add, make_record

# ── who asks ─────────────────────────────────────────────────────────────────────────────────


def keyed(live, use, **lasts):
    """Make a key of somebody, which may have ended already."""
    with live.store.writing() as write:
        person = Person(id="k", name="kim", role="admin", created=0)
        key, secret = new_key(person, use, time.time(), **lasts, scopes=("read",))
        write.shelve(person)
        write.shelve(key)
    return secret


@pytest.mark.parametrize(("use", "lasts"), [("token", -1.0), ("session", -1.0), ("link", 60.0)])
def test_an_ended_key_or_a_link_is_no_token(live, use, lasts):
    headers = {"Authorization": f"Bearer {keyed(live, use, lasts=lasts)}"}

    assert httpx.get(f"{live.base}/api/v1/incidents", headers=headers).status_code == 401


@pytest.mark.parametrize("token", ["dl_", "dl_guess", "x" * 5000, "ÿ", "null", "dl_%00"])
def test_a_guessed_token_opens_nothing(live, token):
    headers = {"Authorization": f"Bearer {token}".encode("latin-1")}

    assert httpx.get(f"{live.base}/api/v1/incidents", headers=headers).status_code == 401


def test_a_link_that_is_too_old_opens_nothing(live):
    token = keyed(live, "link", lasts=-1.0)
    answer = httpx.post(f"{live.base}/api/v1/session/link", json={"token": token})

    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_the_name_of_a_kept_key_is_no_key(live):
    keyed(live, "token", lasts=None)
    [key] = [key for key in live.store.shelf(Key).all() if key.use == "token"]
    headers = {"Authorization": f"Bearer {key.id}"}

    assert httpx.get(f"{live.base}/api/v1/incidents", headers=headers).status_code == 401


@pytest.mark.parametrize(("path", "body"), [("/watches", {"name": "x"}), ("/people", {"name": "x"}),
                                            ("/arrivals", {"text": "x"})])  # fmt: skip
def test_a_cookie_alone_changes_nothing(live, path, body):
    with live.visitor("root", "admin") as root:
        root.headers["X-CSRF-Token"] = "guessed"

        assert root.post(path, json=body).status_code == 403


def test_a_receiver_that_does_as_the_page_says_takes_no_forged_message():
    page = Path("docs/channels.md").read_text()
    [code] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    known: dict = {}
    exec(compile(code, "channels.md", "exec"), known)  # noqa: S102  our own page
    secret, body, now = webhook.new_secret(), b'{"a":1}', datetime.now(UTC)
    signed = webhook.headers(secret, "msg_1", now, body)
    old = webhook.headers(secret, "msg_1", now - timedelta(minutes=6), body)

    assert known["verified"](secret, signed, body)
    assert not known["verified"](secret, signed, body + b" ")
    assert not known["verified"](webhook.new_secret(), signed, body)
    assert not known["verified"](secret, signed | {"webhook-id": "msg_2"}, body)
    assert not known["verified"](secret, old, body)


# ── how they ask ─────────────────────────────────────────────────────────────────────────────


def test_a_hundred_clients_that_never_finish_keep_nobody_waiting(live):
    host, port = live.base.removeprefix("http://").split(":")
    half = b"POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    with ExitStack() as stack:
        for number in range(100):
            one = stack.enter_context(socket.create_connection((host, int(port)), timeout=10))
            one.sendall(half if number % 2 else half + b"Content-Length: 900\r\n\r\n{")
        answer = httpx.get(f"{live.base}/api/v1/session", timeout=10)

    assert answer.status_code == 200


def test_an_export_is_sent_while_it_is_made(live):
    [row] = live.store.search(Query(origins=2))
    one, made = incident(live.store, row.id), []

    def incidents():
        for number in range(30_000):
            made.append(number)
            yield one

    pieces = streamed(INCIDENT_EXPORTS["acled"], incidents)
    first = next(pieces)
    time.sleep(0.3)
    ahead = len(made)
    rest = sum(len(piece) for piece in pieces)

    assert first
    assert ahead < 30_000  # the maker waits for the client
    assert len(made) == 30_000
    assert rest > 10 * len(first)


def test_who_leaves_an_export_ends_it(live):
    [row] = live.store.search(Query(origins=2))
    one, made = incident(live.store, row.id), []

    def incidents():
        while True:
            made.append(1)
            yield one

    pieces = streamed(INCIDENT_EXPORTS["acled"], incidents)
    next(pieces)
    pieces.close()
    time.sleep(1.5)
    count = len(made)
    time.sleep(0.3)

    assert len(made) == count


# ── odd clocks ───────────────────────────────────────────────────────────────────────────────


def test_a_clock_that_is_put_back_locks_nobody_out():
    clock = SimpleNamespace(now=100_000.0)
    throttle = Throttle(lambda: clock.now)
    for _ in range(30):
        throttle.wrong("name ana")
    clock.now -= 50_000

    assert 0 < throttle.wait("name ana") <= 900


def test_a_clock_that_is_put_back_tells_nothing_twice(live):
    with live.store.writing() as write:
        write.shelve(Delivery(id="d", under="w", at=1000.0, incidents=(), due=1000.0))
        first = watching.claim(write, 1000.0, 120.0)
        back = watching.claim(write, 400.0, 120.0)
        later = watching.claim(write, 1121.0, 120.0)

    assert (first.id, back, later.id) == ("d", None, "d")


def test_a_clock_that_is_put_back_gives_no_old_answer(live, ana, monkeypatch):
    before = ana.get("/incidents").json()
    monkeypatch.setattr(time, "time", lambda: 1_000_000.0)
    add(live.store, make_record("late", "Kherson"))
    monkeypatch.undo()
    time.sleep(0.3)
    after = ana.get("/incidents").json()

    assert len(after["incidents"]) == len(before["incidents"]) + 1
    assert after["revision"] > before["revision"]
