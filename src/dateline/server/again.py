"""Requests that lost the database on the way: done again, where nothing of them was kept.

A lost connection undoes its transaction. A request of which no transaction was kept before has done
nothing then, whatever it asks for, and can be done once more from the start, until the database is
back or its time is over.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from dateline.server import trying
from dateline.server.guards import App, Message, Receive, Scope, Send
from dateline.server.trying import Trial

_PATIENCE = 15.0  # seconds; then the client is told to come back
_FIRST, _LONGEST = 0.1, 1.0  # seconds between two tries, twice as many each time
_LARGE = 4_000_000  # bytes; a larger body is not kept for another try


class Again:
    """Do requests again that lost the database."""

    def __init__(self, app: App, *, patience: float = _PATIENCE) -> None:
        """Stand before an app."""
        self._app = app
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, as often as it takes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body, clock = _Body(receive), asyncio.get_running_loop()
        until, pause = clock.time() + self._patience, _FIRST
        while True:
            trial, answer = Trial(), _Answer(send)
            trying.begin(trial)
            body.rewind()
            await self._app(_fresh(scope), body, answer.of(trial))
            if not answer.held:
                return
            if trial.kept or body.is_lost or clock.time() + pause > until:
                await answer.release()
                return
            await asyncio.sleep(pause)
            pause = min(_LONGEST, pause * 2)


@dataclass(slots=True)
class _Answer:
    """The answer of one try: held back where it says that the database was lost."""

    send: Send
    held: list[Message] = field(default_factory=list)

    def of(self, trial: Trial) -> Send:
        async def passed(message: Message) -> None:
            if trial.lost and (self.held or message["type"] == "http.response.start"):
                self.held.append(message)
            else:
                await self.send(message)

        return passed

    async def release(self) -> None:
        for message in self.held:
            await self.send(message)


class _Body:
    """The body of a request, that can be read again from the start unless it is large."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._known: list[Message] = []
        self._at = 0
        self._size = 0

    @property
    def is_lost(self) -> bool:
        """Tell whether it was too large to be kept."""
        return self._size > _LARGE

    def rewind(self) -> None:
        """Begin anew."""
        self._at = 0

    async def __call__(self) -> Message:
        if self._at < len(self._known):
            message = self._known[self._at]
        else:
            message = await self._receive()
            self._keep(message)
        self._at += 1
        return message

    def _keep(self, message: Message) -> None:
        self._size += len(message.get("body", b""))
        if self.is_lost:
            self._known.clear()
        elif message["type"] == "http.request":
            self._known.append(message)


def _fresh(scope: Scope) -> Scope:
    """Copy a scope, into which an app writes what it finds."""
    copy: dict[str, Any] = {**scope, "state": dict(scope.get("state", {}))}
    return copy
