"""Read the data files of this room; a wrong one fails with its path and the fault's place in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from dateline.errors import KnowledgeError

ROOM = Path(__file__).parent
T = TypeVar("T")


def read_toml(path: Path, kind: type[T]) -> T:
    """Read a TOML file into a record, validated."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        message = f"{path.relative_to(ROOM)}: {error}"
        raise KnowledgeError(message, path=str(path)) from error


def read_table(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a tab-separated file; lines that begin with # are comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")
