"""What a worker is given: stretches of inputs, small enough to be read anew after a crash."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file as it was when the work was planned."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a file, or of a file in a ZIP archive (``member``).

    ``start`` is a byte or a row, and ``stop`` the one behind the last: of bytes, rows or numbers,
    as the kind counts. ``number`` is that of the first line, row or page in its file.
    """

    path: str
    member: str | None = None
    kind: str
    start: int = 0
    stop: int | None = None
    number: int = 1
    size: int = 0

    @property
    def name(self) -> str:
        """Name the file as reports do that were read from it."""
        return f"{self.path}/{self.member}" if self.member else self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A unit of work; it becomes one file of records of the same name."""

    name: str
    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """Give the bytes it holds, roughly."""
        return sum(piece.size for piece in self.pieces)
