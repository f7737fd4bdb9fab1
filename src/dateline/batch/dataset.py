"""The folder of a data set: what is in it appears whole or not at all."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from dateline.errors import DatelineError, SettingError

RECORDS, REJECTIONS, INCIDENTS = "records", "rejections", "incidents"
MANIFEST = "manifest.json"
INPUTS = "inputs"  # the rejections of whole inputs
_WORK, _HALF = ".work", "half"


class Dataset:
    """A data set under way or finished; which shards are done can be seen by their files."""

    def __init__(self, folder: Path) -> None:
        """Take a folder, which need not be there yet."""
        self.folder = folder

    def path(self, table: str, shard: str) -> Path:
        """Say where a shard's part of a table is."""
        return self.folder / table / f"{shard}.parquet"

    def work(self, *parts: str) -> Path:
        """Say where something is that is needed while the work goes on."""
        return self.folder.joinpath(_WORK, *parts)

    def trail(self, shard: str) -> Path:
        """Say where a worker leaves its trail."""
        return self.work("trail", shard)

    def done(self, shard: str) -> bool:
        """Tell whether a shard is finished: its records come last."""
        return self.path(RECORDS, shard).exists()

    def write(self, path: Path, content: bytes) -> None:
        """Write a file that is on the disk, whole, when it has its name."""
        try:
            self._write(path, content)
        except OSError as error:
            message = f"{path} cannot be written: {error.strerror}; mend that and run again"
            raise DatelineError(message, path=str(path)) from error

    def _write(self, path: Path, content: bytes) -> None:
        half = self.work(_HALF)  # no folder that is read or becomes a table holds a half file
        for folder in (half, path.parent):
            folder.mkdir(parents=True, exist_ok=True)
        handle, beside = mkstemp(dir=half, prefix=f"{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(beside).chmod(0o644)
            Path(beside).replace(path)
            _on_disk(path.parent)
        finally:
            Path(beside).unlink(missing_ok=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other runs out, and clear away what a crashed one left half written."""
        self.work().mkdir(parents=True, exist_ok=True)
        with self.work("lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                message = f"Another run is at work in {self.folder}; wait for it or end it"
                raise SettingError(message, folder=str(self.folder)) from error
            shutil.rmtree(self.work(_HALF), ignore_errors=True)
            yield

    def refuse_foreign(self) -> None:
        """Refuse a folder that holds something else."""
        if not self.folder.exists() or (self.folder / MANIFEST).exists():
            return
        strange = sorted({path.name for path in self.folder.iterdir()} - {_WORK})
        if strange:
            message = f"{self.folder} holds {strange[0]} and is no data set; name a new folder"
            raise SettingError(message, folder=str(self.folder))

    def clear(self) -> None:
        """Take out all that was coded."""
        for table in (INCIDENTS, RECORDS, REJECTIONS):
            shutil.rmtree(self.folder / table, ignore_errors=True)
        self.clear_work()

    def clear_work(self) -> None:
        """Take out what was needed on the way, but not the lock that is held."""
        for path in self.work().iterdir() if self.work().exists() else ():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)


def _on_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
