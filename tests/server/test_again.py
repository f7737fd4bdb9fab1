"""A request is done again only if it lost the database before anything of it was kept."""

import asyncio

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from dateline.server.again import Again
from dateline.server.trying import note_kept, note_lost


class App:
    """An app that loses its database a few times; it answers with what it was sent."""

    def __init__(self, losses, *, keeps=False):
        """Lose the database so often; ``keeps`` something before."""
        self.losses = losses
        self.keeps = keeps
        self.times = 0

    async def __call__(self, scope, receive, send):
        """Answer."""
        self.times += 1
        body = await Request(scope, receive).body()
        if self.keeps:
            note_kept()
        is_lost = self.times <= self.losses
        if is_lost:
            note_lost()
        answer = PlainTextResponse("away" if is_lost else body, 503 if is_lost else 200)
        await answer(scope, receive, send)


def asked(app, body=b"a report", patience=5.0):
    """Send a request, and give the status and the body of its one answer."""
    sent = []
    pieces = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive():
        return pieces.pop(0)

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/", "headers": []}
    asyncio.run(Again(app, patience=patience)(scope, receive, send))
    start, *rest = sent
    return start["status"], b"".join(message["body"] for message in rest)


def test_a_request_is_done_again_with_the_same_body():
    app = App(losses=2)

    assert asked(app) == (200, b"a report")
    assert app.times == 3


def test_a_request_of_which_something_was_kept_is_not_done_again():
    app = App(losses=2, keeps=True)

    assert asked(app) == (503, b"away")
    assert app.times == 1


@pytest.mark.parametrize(("body", "patience"), [(b"x" * 5_000_000, 5.0), (b"x", 0.0)])
def test_a_request_too_large_or_too_late_is_told_that_the_database_is_away(body, patience):
    app = App(losses=9)

    assert asked(app, body, patience) == (503, b"away")
    assert app.times == 1
