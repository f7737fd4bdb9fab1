"""Connections to checked addresses only, with one time limit for all that is done over them.

The name is resolved here, every address of it is checked, and the connection goes to the very
address that was checked: neither a redirect nor a second answer of a name server gets around it.
"""

import socket
import ssl
from collections.abc import Iterable
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import Any

from httpcore import (
    ConnectError,
    ConnectTimeout,
    NetworkBackend,
    NetworkStream,
    ReadTimeout,
    SyncBackend,
)

from dateline.ingest.addresses import Address, Network, address_of, is_open
from dateline.ingest.fetch_errors import RefusedAddressError

_LONGEST_CONNECT = 10.0  # seconds for one address, so that another one may get its turn
Options = Iterable[Any] | None


class Deadline:
    """The moment at which everything has to be done."""

    def __init__(self, seconds: float) -> None:
        """Begin to count now."""
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Return the seconds left; none left is a time-out."""
        left = self._end - monotonic()
        if left <= 0:
            raise ReadTimeout
        return left


class GuardedNetwork(NetworkBackend):
    """Opens connections to public addresses and to allowed networks."""

    def __init__(self, allowed: tuple[Network, ...], deadline: Deadline) -> None:
        """Remember what is allowed, and until when."""
        self._allowed = allowed
        self._deadline = deadline
        self._plain = SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  the deadline counts
        local_address: str | None = None,
        socket_options: Options = None,
    ) -> NetworkStream:
        """Connect to the first address of a name that may be asked and answers."""
        failure: Exception | None = None
        for address in self._checked(host, port):
            seconds = min(self._deadline.left(), _LONGEST_CONNECT)
            try:
                stream = self._plain.connect_tcp(
                    str(address), port, seconds, local_address, socket_options
                )
            except (ConnectError, ConnectTimeout) as error:
                failure = error
            else:
                return _Bounded(stream, self._deadline)
        raise failure or ConnectError(f"{host} has no address")

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Options = None,
    ) -> NetworkStream:
        """Refuse: a socket of this machine is never asked."""
        del path, timeout, socket_options
        message = "Sockets of this machine are not asked"
        raise RefusedAddressError(message)

    def _checked(self, host: str, port: int) -> list[Address]:
        found = resolve(host, port, self._deadline.left())
        open_ones = [address for address in found if is_open(address, self._allowed)]
        if found and not open_ones:
            message = (
                f"{host} is an address inside a network and is not asked"
                " (only public addresses are, and networks that the operator allows)"
            )
            raise RefusedAddressError(message, host=host)
        return open_ones


class _Bounded(NetworkStream):
    """A connection on which nothing outlasts the deadline."""

    def __init__(self, stream: NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> NetworkStream:
        del timeout
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Bounded(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def resolve(host: str, port: int, seconds: float) -> list[Address]:
    """Find the addresses of a name; a resolver that does not answer in time is left behind."""
    answer: Queue[list[Address] | Exception] = Queue()
    Thread(target=_resolve, args=(host, port, answer), daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except Empty as error:
        message = f"no name server told the address of {host} in time"
        raise ConnectTimeout(message) from error
    if isinstance(found, Exception):
        message = f"{host} has no address: {found}"
        raise ConnectError(message) from found
    return found


def _resolve(host: str, port: int, answer: "Queue[list[Address] | Exception]") -> None:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        found = dict.fromkeys(address_of(str(row[4][0])) for row in rows)
    except (OSError, ValueError) as error:  # ValueError: a label too long to be of a name
        answer.put(error)
    else:
        answer.put(list(found))
