"""A real server on loopback, with people who are signed in."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from typing import Any, TypeAlias

import httpx
import uvicorn

from dateline.server.application import application
from dateline.server.options import Options, Post
from dateline.server.people import add_person, make_link, named_person
from dateline.store import Store, open_store

Answer: TypeAlias = tuple[int, str, bytes]
LOOPBACK = (ip_network("127.0.0.0/8"),)


@dataclass(frozen=True)
class Live:
    """A running server: its address and its record."""

    base: str
    store: Store

    def link(self, name: str, role: str) -> str:
        """Make a one-time link for somebody, who is added where they are new."""
        with self.store.writing() as write:
            person = named_person(write, name) or add_person(write, name, role)
            return make_link(write, person, self.base)[0]

    @contextmanager
    def visitor(self, name: str = "ana", role: str = "analyst") -> Iterator[httpx.Client]:
        """Sign somebody in by a link, as a browser would be."""
        with httpx.Client(base_url=f"{self.base}/api/v1", timeout=30) as client:
            token = self.link(name, role).partition("#token=")[2]
            session = client.post("/session/link", json={"token": token}).raise_for_status().json()
            client.headers["X-CSRF-Token"] = session["csrf"]
            yield client


@contextmanager
def running(address: str, *, work: bool = False, post: Post | None = None) -> Iterator[Live]:
    """Serve a record on a free port until the block ends."""
    with open_store(address) as store:
        options = Options(
            record=address, allowed=LOOPBACK, work=work, quick=True, post=post or Post()
        )
        config = uvicorn.Config(
            application(store, options), host="127.0.0.1", port=0, log_level="error"
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        until(lambda: server.started)
        port = server.servers[0].sockets[0].getsockname()[1]
        object.__setattr__(options, "base", f"http://127.0.0.1:{port}")
        try:
            yield Live(f"http://127.0.0.1:{port}", store)
        finally:
            server.should_exit = server.force_exit = True
            thread.join(timeout=20)


def until(true: Callable[[], Any], seconds: float = 60.0) -> Any:
    """Wait until something holds, and give it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.05)
    message = "it did not come about in time"
    raise AssertionError(message)


@contextmanager
def receiver(
    answers: Callable[[str], Answer] = lambda _: (200, "text/plain", b"ok"),
) -> Iterator[tuple[str, list[Any]]]:
    """Serve on loopback what ``answers`` gives, and note every request."""
    seen: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length)
            seen.append((self.command, self.path, dict(self.headers), body))
            status, kind, raw = answers(self.path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        do_GET = do_POST = _answer  # noqa: N815  the names of the library

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        server.server_close()
