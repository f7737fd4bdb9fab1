"""A server that runs: what it says at its start, and how it listens."""

import time

import uvicorn

from dateline.records.desk import Person
from dateline.server.application import application
from dateline.server.options import Options
from dateline.server.people import add_person, make_link
from dateline.store import Store, hidden

_FIRST = "admin"  # the name of whoever comes first
_IDLE = 15  # seconds that a connection may be open without a request
_MOST = 500  # connections at once


def welcome(store: Store, options: Options) -> str:
    """Say where it is served; where nobody can sign in yet, make the first link."""
    said = f"{hidden(store.address)} is served at {options.base}"
    people = store.shelf(Person).all()
    admins = [person for person in people if person.role == "admin" and not person.disabled]
    if any(person.last_seen for person in admins):
        return said
    with store.writing() as write:
        admin = admins[0] if admins else add_person(write, _FIRST, "admin")
        link, _ = make_link(write, admin, options.base)
        write.log(time.time(), "dateline", "made the first link", admin.name)
    return f"{said}\nSign in as {admin.name}, once, by: {link}"


def run(store: Store, options: Options) -> None:
    """Serve until it is stopped."""
    uvicorn.run(
        application(store, options),
        host=options.host,
        port=options.port,
        log_level="warning",
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=10,
        limit_concurrency=_MOST,
        server_header=False,
    )
