"""What goes on in the background; what is due stands in the record, so a restart loses nothing."""

import logging
import multiprocessing
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from apscheduler.schedulers.background import BackgroundScheduler

from dateline.errors import LostError
from dateline.keeping import arriving
from dateline.records import Record, Report
from dateline.records.desk import Arrival
from dateline.server.delivering import deliver, look_for_news
from dateline.server.feeding import fetch_arrival, poll_feeds
from dateline.server.service import Service
from dateline.server.warning import poll_warnings

_LOG = logging.getLogger("dateline.work")


class Work:
    """The background work of one server: each job is one step, and is run again and again."""

    def __init__(self, service: Service) -> None:
        """Work for a server."""
        self._service = service
        self._scheduler = BackgroundScheduler(
            job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        )
        self._pool: ProcessPoolExecutor | None = None

    def start(self) -> None:
        """Begin."""
        quick = self._service.options.quick
        jobs: tuple[tuple[Callable[[], object], float], ...] = (
            (self.read_next, 1.0),
            (lambda: look_for_news(self._service), 2.0),
            (lambda: deliver(self._service), 1.0),
            (lambda: poll_feeds(self._service), 5.0),
            (lambda: poll_warnings(self._service), 5.0),
        )
        for job, seconds in jobs:
            self._scheduler.add_job(_patient(job), "interval", seconds=0.2 if quick else seconds)
        self._scheduler.start()

    def stop(self) -> None:
        """End; what was not finished is begun anew by whoever comes next."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def read_next(self) -> None:
        """Read what waits, one after the other, until nothing does."""
        while self._service.store.shelf(Arrival).due(time.time()):
            with self._service.writing() as write:
                arrival = arriving.take(write, time.time())
            if arrival is None:
                return
            self._read(arrival)

    def _read(self, arrival: Arrival) -> None:
        """Read one; if the reading process dies of it, it waits for another try."""
        from dateline import version

        fetched = fetch_arrival(self._service, arrival)
        if fetched.body is None:
            self._keep(fetched)
            return
        try:
            found = arriving.opened(fetched)
            known = arriving.known(self._service.store, found)
            records = self._workers().submit(_code, known).result()
        except BrokenProcessPool:
            _LOG.warning("reading %s broke down", arrival.name)
            self._pool = None
            self._keep(replace(fetched, status="waiting", due=time.time()))
            return
        kept = arriving.settle(self._service.store, records, version())
        self._keep(arriving.finished(fetched, found, kept))

    def _keep(self, arrival: Arrival) -> None:
        self._service.change(lambda write: write.shelve(arrival))

    def _workers(self) -> ProcessPoolExecutor:
        """Start the process that reads, when there is something to read for the first time."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        return self._pool


def _patient(job: Callable[[], object]) -> Callable[[], None]:
    """Leave for the next time what the database's going broke off."""

    def tried() -> None:
        try:
            job()
        except LostError as error:
            _LOG.warning("%s", error)

    return tried


def _code(reports: list[Report]) -> list[Record]:
    """Code reports, in the process that does nothing else."""
    from dateline.pipeline import shared_reader

    return list(shared_reader().read_many(reports))
