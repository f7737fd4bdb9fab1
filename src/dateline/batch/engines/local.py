"""Processes of this machine: no service, nothing to set up."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from multiprocessing.connection import Connection
from typing import Any

from dateline.batch.engine import DIED, LIFE, MOST_AT_START, Crew, Engine, Job, weight
from dateline.batch.limits import Means, keep_within
from dateline.errors import DatelineError, SettingError

_CONTEXT = get_context("spawn")  # a fork would take over locks of other threads
_READY = "ready"


class _Worker:
    """A process with a pipe to it."""

    def __init__(self, memory: int) -> None:
        self.pipe, there = _CONTEXT.Pipe()
        self.job: Job | None = None
        self.ready = False
        self.coded = 0  # bytes
        self.child = _CONTEXT.Process(target=_serve, args=(there, memory), daemon=True)
        self.child.start()
        there.close()

    def free(self) -> bool:
        """Tell whether it has started, so that no job waits while its time runs, and has no job."""
        return self.ready and self.job is None

    def take(self, job: Job) -> None:
        self.job = job
        try:
            self.pipe.send(job)
        except (BrokenPipeError, ConnectionResetError):
            return  # it is dead; `wait` finds it so

    def end(self) -> None:
        self.child.kill()
        self.child.join()
        self.pipe.close()


class _Processes:
    """The workers of one run."""

    def __init__(self, count: int, memory: int) -> None:
        self._memory = memory
        self._workers = [_Worker(memory) for _ in range(count)]
        self._died_at_start = 0

    def size(self) -> int:
        return len(self._workers)

    def free(self) -> int:
        return sum(worker.free() for worker in self._workers)

    def send(self, job: Job) -> None:
        next(worker for worker in self._workers if worker.free()).take(job)

    def wait(self, seconds: float) -> Iterator[tuple[Job, Any]]:
        pipes = {worker.pipe: worker for worker in self._workers}
        for pipe in connection.wait(list(pipes), seconds):
            worker = pipes[pipe]  # type: ignore[index]
            try:
                told = worker.pipe.recv()
            except (EOFError, ConnectionResetError):
                yield from self._buried(worker)
                continue
            if told == _READY:
                worker.ready, self._died_at_start = True, 0
            elif isinstance(told, BaseException):
                raise told
            elif worker.job is not None:
                job = self._freed(worker)
                yield job, told

    def _freed(self, worker: _Worker) -> Job:
        """Let a worker have no job, or let a new one have its place."""
        assert worker.job is not None  # noqa: S101 - it has just done it
        job, worker.job = worker.job, None
        worker.coded += weight(job)
        if worker.coded > LIFE:
            worker.end()
            self._workers[self._workers.index(worker)] = _Worker(self._memory)
        return job

    def stop(self, name: str) -> None:
        for worker in self._workers:
            if worker.job is not None and worker.job.name == name:
                worker.child.kill()

    def end(self) -> None:
        for worker in self._workers:
            worker.end()

    def _buried(self, worker: _Worker) -> Iterator[tuple[Job, Any]]:
        worker.end()
        if not worker.ready:
            self._died_at_start += 1
            if self._died_at_start >= MOST_AT_START:
                message = f"{MOST_AT_START} workers in a row died at their start; is there memory?"
                raise DatelineError(message)
        self._workers[self._workers.index(worker)] = _Worker(self._memory)
        if worker.job is not None:
            yield worker.job, DIED


@contextmanager
def _start(means: Means) -> Iterator[Crew]:
    if means.address:
        message = "--address is for the engine ray; the local engine runs on this machine"
        raise SettingError(message, address=means.address)
    crew = _Processes(means.workers or os.cpu_count() or 1, means.memory)
    try:
        yield crew
    finally:
        crew.end()


def _serve(pipe: "Connection[Any, Any]", memory: int) -> None:
    """Work off what comes in; an error other than of a report ends the run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the driver hears it and ends us
    keep_within(memory)
    threading.Thread(target=_follow_parent, daemon=True).start()
    try:
        from dateline.batch.worker import Worker

        worker = Worker()
        pipe.send(_READY)
        while True:
            pipe.send(worker.work(pipe.recv()))
    except EOFError:
        return
    except Exception as error:  # noqa: BLE001 - the driver raises it
        pipe.send(error)


def _follow_parent() -> None:
    """Die with the driver, so that a run begun anew has the data set for itself."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


ENGINE = Engine(description="processes of this machine", start=_start)
