"""Servers on this machine that answer as badly as a test wants."""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread

Answer = Callable[[socket.socket, bytes], None]


@contextmanager
def serving(answer: Answer, *, greet: bool = False) -> Iterator[int]:
    """Answer every connection in a thread of its own, ``greet`` before it asks; yields the port."""
    server = socket.create_server(("127.0.0.1", 0))
    Thread(target=_accept, args=(server, answer, greet), daemon=True).start()
    try:
        yield server.getsockname()[1]
    finally:
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for a connection
        server.close()


def plain(body: bytes, *, status: str = "200 OK", **lines: str) -> Answer:
    """Answer everything with one body; underscores in the names of lines are hyphens."""

    def answer(connection: socket.socket, _: bytes) -> None:
        connection.sendall(head(status, **{"Content-Length": str(len(body)), **lines}) + body)

    return answer


def head(status: str = "200 OK", **lines: str) -> bytes:
    """Write the lines above a body."""
    told = "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in lines.items())
    return f"HTTP/1.1 {status}\r\n{told}\r\n".encode()


def _accept(server: socket.socket, answer: Answer, greet: bool) -> None:  # noqa: FBT001
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        Thread(target=_answer, args=(connection, answer, greet), daemon=True).start()


def _answer(connection: socket.socket, answer: Answer, greet: bool) -> None:  # noqa: FBT001
    with connection, suppress(OSError):  # the test may have left already
        connection.settimeout(10)
        answer(connection, b"" if greet else _request(connection))
        connection.shutdown(socket.SHUT_WR)


def _request(connection: socket.socket) -> bytes:
    request = b""
    while not _is_whole(request) and (chunk := connection.recv(65536)):
        request += chunk
    return request


def _is_whole(request: bytes) -> bool:
    above, end, body = request.partition(b"\r\n\r\n")
    size = re.search(rb"(?i)content-length: (\d+)", above)
    return bool(end) and len(body) >= (int(size[1]) if size else 0)
