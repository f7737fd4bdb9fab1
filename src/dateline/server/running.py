"""A server that runs: what it says at its start, and how it listens."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from dateline.records.desk import Person
from dateline.server.application import application
from dateline.server.options import Options
from dateline.server.people import add_person, make_link
from dateline.server.service import Service
from dateline.server.work import Work
from dateline.store import Store, hidden, open_store

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
    """Serve until it is stopped; with several workers, processes of their own answer."""
    if options.workers == 1:
        uvicorn.Server(_config(application(store, options), options)).run()
        return
    config = _config(partial(answering, options), options, factory=True)
    work = Work(Service(store, options))
    if options.work:
        work.start()
    try:
        Multiprocess(config, [config.bind_socket()]).run()
    finally:
        work.stop()


def answering(options: Options) -> FastAPI:
    """Put the app together in a process that only answers."""
    store = open_store(options.record, patience=0)  # a request is done again as a whole
    return application(store, replace(options, work=False))


def _config(app: Callable[..., Any], options: Options, *, factory: bool = False) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=factory,
        workers=options.workers,
        host=options.host,
        port=options.port,
        log_level="warning",
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=10,
        limit_concurrency=_MOST,
        server_header=False,
    )
