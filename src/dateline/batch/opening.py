"""Inputs, wherever they are: files, addresses that fsspec knows, members of ZIP archives."""

import gzip
import io
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast
from zipfile import ZipFile

_ARCHIVE = ".zip"
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


def members(stream: BinaryIO) -> list[tuple[str, int]]:
    """List the files of an archive with their sizes, sorted."""
    with ZipFile(stream) as archive:
        found = [(one.filename, one.file_size) for one in archive.infolist() if not one.is_dir()]
    return sorted(one for one in found if not _is_hidden(one[0]))


@contextmanager
def opened(path: str, member: str | None = None, *, unpack: bool = True) -> Iterator[BinaryIO]:
    """Open a file for reading; one that is packed is unpacked as it is read."""
    with ExitStack() as stack:
        stream: Any = stack.enter_context(_raw(path))
        if member is not None:
            archive = stack.enter_context(ZipFile(stream))
            stream = stack.enter_context(archive.open(member))
        name = member or path
        if unpack and bare(name) != name:
            stream = stack.enter_context(_unpacked(stream, name))
        yield cast(BinaryIO, stream)


def _raw(path: str) -> Any:
    if not is_address(path):
        return Path(path).open("rb")
    import fsspec  # type: ignore[import-untyped]

    return fsspec.open(path, "rb").open()


def _unpacked(stream: BinaryIO, name: str) -> Any:
    if name.endswith(".gz"):
        return gzip.GzipFile(fileobj=stream)
    import pyarrow as pa  # type: ignore[import-untyped]

    return io.BufferedReader(pa.CompressedInputStream(pa.PythonFile(stream), "zstd"))


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
