"""A look at one input: it is hashed and cut to pieces, in one reading where its kind allows."""

import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from dateline.batch import kinds
from dateline.batch.broken import BROKEN, is_of_input, why
from dateline.batch.kind import Kind
from dateline.batch.opening import Shelf, bare, is_archive, members, raw
from dateline.batch.shard import Input, Piece
from dateline.errors import DatelineError
from dateline.folder import Folder
from dateline.ingest import FORMATS
from dateline.records import Rejection

KINDS: Folder[Kind] = Folder(kinds, "KIND", Kind)
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Look at a file of ``large`` bytes, and cut it to pieces of ``size``.

    One that was not ``asked`` for by its name must have a suffix that is known.
    """

    path: str
    large: int
    size: int
    asked: bool

    @property
    def name(self) -> str:
        """Name the job by its file."""
        return self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was seen of an input; where it could not be read, it has no digest."""

    input: Input
    pieces: tuple[Piece, ...] = ()
    rejections: tuple[Rejection, ...] = ()


def look(job: Look) -> Looked:
    """Cut an input; one that breaks off in the middle is good up to there."""
    rejections: list[Rejection] = []
    pieces: list[Piece] = []
    with raw(job.path) as stream:
        hashed = _Hashed(stream)
        try:
            with Shelf(given=hashed) as shelf:  # type: ignore[arg-type]
                for piece in _pieces(job, shelf, rejections.append):
                    pieces.append(piece)  # noqa: PERF402 - those before an error are kept
        except BROKEN as error:
            if not is_of_input(error):
                message = f"{job.path} cannot be read: {error}; mend that and run again"
                raise DatelineError(message, path=job.path) from error
            rejections.append(Rejection(source=job.path, reason=why(error)))
        size, digest = hashed.whole()
    return Looked(
        input=Input(name=job.path, size=size, sha256=digest),
        pieces=tuple(pieces),
        rejections=tuple(rejections),
    )


def _pieces(job: Look, shelf: Shelf, refuse: Callable[[Rejection], None]) -> Iterator[Piece]:
    if not is_archive(job.path):
        whole = Piece(path=job.path, kind="file", size=job.large)
        yield from _cut(whole, job, shelf, refuse)
        return
    for member, large in members(shelf.archive(job.path), job.large):
        inside = Piece(path=job.path, member=member, kind="file", size=large)
        try:
            yield from _cut(inside, job, shelf, refuse)
        except BROKEN as error:
            if not is_of_input(error):
                raise
            refuse(Rejection(source=inside.name, reason=why(error)))


def _cut(
    whole: Piece, job: Look, shelf: Shelf, refuse: Callable[[Rejection], None]
) -> Iterator[Piece]:
    suffix = PurePosixPath(bare(whole.name)).suffix.lower()
    named = next((name for name, kind in KINDS.items() if suffix in kind.suffixes), "file")
    if named == "file" and not (job.asked and whole.member is None) and not _is_known(suffix):
        reason = f"no format reads {suffix or 'files without a suffix'}; known are {_known()}"
        refuse(Rejection(source=whole.name, reason=reason))
        return
    if named == "file":
        yield whole
        return
    kind = KINDS[named]
    shaped = Piece(path=whole.path, member=whole.member, kind=named, size=whole.size)
    with shelf.opened(whole.path, whole.member, unpack=kind.packed) as stream:
        yield from kind.cut(stream, shaped, job.size)


def _is_known(suffix: str) -> bool:
    return any(suffix in form.suffixes for _, form in FORMATS.items())


def _known() -> str:
    read = [suffix for _, form in FORMATS.items() for suffix in form.suffixes]
    return ", ".join([*read, *(suffix for _, kind in KINDS.items() for suffix in kind.suffixes)])


class _Hashed(io.RawIOBase):
    """A file that is hashed as it is read; what was left out is read at the end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: Any = stream
        self._digest = sha256()
        self._at = self._behind = 0  # where it is, and what is hashed up to

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = self._stream.seek(offset, whence)
        return self._at

    def readinto(self, buffer: Any) -> int:
        found = self._stream.read(len(buffer))
        buffer[: len(found)] = found
        if self._at <= self._behind < self._at + len(found):
            self._digest.update(found[self._behind - self._at :])
            self._behind = self._at + len(found)
        self._at += len(found)
        return len(found)

    def close(self) -> None:
        """Stay open: whoever reads it may not be the last."""

    def whole(self) -> tuple[int, str]:
        """Give the length and the digest."""
        self._stream.seek(self._behind)
        while block := self._stream.read(_BLOCK):
            self._digest.update(block)
            self._behind += len(block)
        return self._behind, self._digest.hexdigest()
