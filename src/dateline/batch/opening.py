"""Inputs, wherever they are: files, addresses that fsspec knows, members of ZIP archives."""

import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Self, cast
from zipfile import ZipFile

from dateline.batch.limits import refuse_swollen
from dateline.batch.unpacking import unpacked
from dateline.errors import UnreadableReportError

_ARCHIVE = ".zip"
_IN_MEMORY = 16 * 2**20  # bytes
_PACKED = (".gz", ".zst")


def is_address(path: str) -> bool:
    """Tell an address such as s3://bucket/key from the path of a file."""
    return "://" in path


def is_archive(path: str) -> bool:
    """Tell whether a file holds others."""
    return path.lower().endswith(_ARCHIVE)


def bare(name: str) -> str:
    """Give a name without the suffix that says how it is packed."""
    return name[: -len(suffix)] if (suffix := PurePosixPath(name).suffix) in _PACKED else name


def expanded(paths: tuple[str, ...]) -> Iterator[str]:
    """Give the files: those of folders and patterns sorted, without hidden ones."""
    for path in paths:
        if is_address(path):
            yield from _remote(path)
        elif Path(path).is_dir():
            yield from _inside(Path(path))
        else:
            yield path


def members(archive: ZipFile, size: int) -> list[tuple[str, int]]:
    """List the files of an archive of so many bytes with their sizes, sorted."""
    found = [one for one in archive.infolist() if not one.is_dir()]
    if sum(one.compress_size for one in found) > size:
        message = "its files overlap, as only archives have that are made to do harm"
        raise UnreadableReportError(message)
    sizes = {one.filename: one.file_size for one in found}  # of two of a name, the last is read
    return sorted((name, size) for name, size in sizes.items() if not _is_hidden(name))


class Shelf:
    """Opens inputs; the archive that was opened last stays open, for its other files."""

    def __init__(self, given: BinaryIO | None = None) -> None:
        """Take a stream that is read instead of opening the file that is asked for."""
        self._given = given
        self._stack = ExitStack()
        self._held: tuple[str, ZipFile] | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close what is open."""
        self._held = None
        self._stack.close()

    @contextmanager
    def opened(
        self, path: str, member: str | None = None, *, unpack: bool = True
    ) -> Iterator[BinaryIO]:
        """Open a file for reading; one that is packed is unpacked as it is read."""
        with ExitStack() as stack:
            if member is None:
                stream = stack.enter_context(self._raw(path))
                packed = length(stream)
            else:
                stream, packed = self._member(path, member, stack)
            name = member or path
            if unpack and bare(name) != name:
                stream = stack.enter_context(unpacked(stream, name, packed))
            elif member is not None and not unpack:
                stream = stack.enter_context(_copied(stream))
            yield stream

    def archive(self, path: str) -> ZipFile:
        """Open an archive."""
        if self._held is None or self._held[0] != path:
            self.__exit__()
            stream = self._stack.enter_context(self._raw(path))
            self._held = path, self._stack.enter_context(ZipFile(stream))
        return self._held[1]

    def _member(self, path: str, member: str, stack: ExitStack) -> tuple[BinaryIO, int]:
        """Open a file of an archive, and tell how many bytes of it that takes."""
        archive = self.archive(path)
        try:
            known = archive.getinfo(member)
            refuse_swollen(known.file_size, known.compress_size)
            stream = stack.enter_context(archive.open(known))
        except KeyError as error:
            message = f"has no {member} any more"
            raise UnreadableReportError(message) from error
        except RuntimeError as error:  # NotImplementedError is one, too
            message = f"cannot be unpacked: {error}"
            raise UnreadableReportError(message) from error
        return cast(BinaryIO, stream), known.compress_size

    def _raw(self, path: str) -> AbstractContextManager[BinaryIO]:
        if self._given is None:
            return raw(path)
        self._given.seek(0)
        return nullcontext(self._given)


def raw(path: str) -> AbstractContextManager[BinaryIO]:
    """Open a file as it is."""
    if not is_address(path):
        return Path(path).open("rb")
    import fsspec  # type: ignore[import-untyped]

    return cast(BinaryIO, fsspec.open(path, "rb").open())


def size_of(path: str) -> int:
    """Tell how long a file is, which must be there and readable."""
    with raw(path) as stream:
        return length(stream)


def length(stream: BinaryIO) -> int:
    """Tell how long a stream is that has just been opened."""
    end = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    return end


def _copied(stream: BinaryIO) -> BinaryIO:
    """Unpack a file of an archive at once: going back in one means to unpack it from its start."""
    copy = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - whoever asked closes it
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return cast(BinaryIO, copy)


def _remote(path: str) -> Iterator[str]:
    """Find the files below an address; a pattern (*) stands for those that fit it."""
    import fsspec

    system, root = fsspec.core.url_to_fs(path)
    if any(mark in root for mark in "*?["):
        found = system.glob(root)
    else:
        found = system.find(root) if system.isdir(root) else [root]
    yield from (system.unstrip_protocol(one) for one in sorted(found) if not _is_hidden(one))


def _inside(folder: Path) -> Iterator[str]:
    """Walk a folder as ``dateline read`` does."""
    for here, folders, files in os.walk(folder):
        pages = {f"{Path(name).stem}_files" for name in files}  # what browsers save beside a page
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in pages)
        yield from (str(Path(here, name)) for name in sorted(files) if not name.startswith("."))


def _is_hidden(name: str) -> bool:
    return PurePosixPath(name).name.startswith(".") or name.startswith("__MACOSX/")
