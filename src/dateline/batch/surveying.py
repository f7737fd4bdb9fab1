"""Inputs to shards: every file is looked at, and small pieces are put together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dateline.batch.looking import Look, Looked, look
from dateline.batch.opening import expanded, size_of
from dateline.batch.shard import Input, Piece, Shard
from dateline.records import Rejection

Looks: TypeAlias = Callable[[Sequence[Look]], Iterable[Looked]]
# A small archive is cut small, so that all workers have something to do up to the end; a shard of
# a large one is no more than a worker can do anew without regret.
_SHARDS, _LEAST, _MOST = 64, 64 * 1024, 8 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The inputs, the shards they were cut to, and what cannot be read at all."""

    inputs: tuple[Input, ...]
    shards: tuple[Shard, ...]
    rejections: tuple[Rejection, ...]


def survey(paths: tuple[str, ...], looks: Looks | None = None) -> Survey:
    """Look at all inputs; the same files give the same shards, whoever reads them."""
    rejections: list[Rejection] = []
    sizes: dict[str, int] = {}
    for name in dict.fromkeys(expanded(paths)):
        try:
            sizes[name] = size_of(name)
        except (FileNotFoundError, PermissionError, IsADirectoryError) as error:
            rejections.append(Rejection(source=name, reason=f"cannot be opened: {error.strerror}"))
    if not sizes and not rejections:
        rejections = [Rejection(source=path, reason="is a folder without files") for path in paths]
    size = max(_LEAST, min(_MOST, sum(sizes.values()) // _SHARDS))
    jobs = [
        Look(path=name, large=large, size=size, asked=name in paths)
        for name, large in sizes.items()
    ]
    seen = list((looks or _here)(jobs))
    return Survey(
        inputs=tuple(one.input for one in seen),
        shards=tuple(_packed((piece for one in seen for piece in one.pieces), size)),
        rejections=(*rejections, *(refused for one in seen for refused in one.rejections)),
    )


def _here(jobs: Sequence[Look]) -> Iterator[Looked]:
    return map(look, jobs)


def _packed(pieces: Iterable[Piece], size: int) -> Iterator[Shard]:
    """Put pieces together, in their order, until they have the size of a shard."""
    held: list[Piece] = []
    number = 0
    for piece in pieces:
        if held and sum(one.size for one in held) + piece.size > size:
            yield _shard(number, held)
            number, held = number + 1, []
        held.append(piece)
    if held:
        yield _shard(number, held)


def _shard(number: int, pieces: Sequence[Piece]) -> Shard:
    return Shard(name=f"part-{number:06}", pieces=tuple(pieces))
