"""A server that loses its database: it stays up, waits, and does what was asked once."""

import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from dateline.records.desk import Feed
from dateline.server.keys import new_key
from dateline.server.people import add_person
from dateline.store import open_store
from tests.store.servers import Busy, a_server


@pytest.fixture(scope="module")
def server():
    with a_server() as started:
        yield started


@contextmanager
def served(address):
    """Serve a record by two processes, and give a client that may read and bring feeds."""
    with open_store(address) as store, store.writing() as write:
        person = add_person(write, "ana", "analyst")
        scopes = ("read", "ingest")
        key, secret = new_key(person, "token", time.time(), lasts=None, name="t", scopes=scopes)
        write.shelve(key)
    port = free_port()
    words = ["serve", "--record", address, "--port", str(port), "--workers", "2", "--no-work"]
    with subprocess.Popen([Path(sys.executable).with_name("dateline"), *words]) as running:
        try:
            with httpx.Client(
                base_url=f"http://127.0.0.1:{port}/api/v1",
                headers={"Authorization": f"Bearer {secret}"},
                timeout=60,
            ) as client:
                until_it_answers(client)
                yield client
                assert running.poll() is None
        finally:
            running.terminate()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def until_it_answers(client):
    for _ in range(300):
        try:
            client.get("/incidents").raise_for_status()
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the server does not answer")


class Clients(Busy):
    """One who brings feeds and one who reads, each as soon as the last answer has come."""

    def __init__(self, client):
        """Ask by a client."""
        self.client = client
        self.brought = []
        self.answers = Counter()
        super().__init__(self._bring, self._read)

    def go_on(self):
        """Wait until a few more feeds were brought."""
        enough, end = len(self.brought) + 5, time.monotonic() + 60
        while len(self.brought) < enough and time.monotonic() < end:
            time.sleep(0.02)
        assert len(self.brought) >= enough

    def _bring(self):
        while not self._over.is_set():
            url = f"https://news.example.org/{len(self.brought)}.xml"
            self.answers["POST", self.client.post("/feeds", json={"url": url}).status_code] += 1
            self.brought.append(url)

    def _read(self):
        while not self._over.is_set():
            self.answers["GET", self.client.get("/incidents?text=taiz").status_code] += 1


def test_a_server_answers_all_whatever_becomes_of_its_database(server):
    with served(server.address) as client:
        with Clients(client) as clients:
            for lose in (server.end_connections, lambda: restarted(server)) * 2:
                clients.go_on()
                lose()
            clients.go_on()
        assert set(clients.answers) == {("POST", 201), ("GET", 200)}
    with open_store(server.address) as store:
        kept = Counter(feed.url for feed in store.shelf(Feed).all())
        logged = [entry for entry in store.audit(limit=10_000) if entry.action == "added a feed"]
    assert kept == Counter(clients.brought)
    assert len(logged) == len(clients.brought)


def restarted(server):
    server.stop()
    time.sleep(0.5)
    server.start()
