"""Inputs to shards: every file is hashed and cut, and small ones are put together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from dateline.batch import kinds
from dateline.batch.broken import BROKEN, why
from dateline.batch.kind import Kind
from dateline.batch.opening import bare, expanded, is_archive, members, opened
from dateline.batch.shard import Input, Piece, Shard
from dateline.folder import Folder
from dateline.ingest import FORMATS
from dateline.records import Rejection

KINDS: Folder[Kind] = Folder(kinds, "KIND", Kind)
_BLOCK = 1 << 20
# A small archive is cut small, so that all workers have something to do up to the end; a shard of
# a large one is no more than a worker can do anew without regret.
_SHARDS, _LEAST, _MOST = 64, 64 * 1024, 8 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The inputs, the shards they were cut to, and what cannot be read at all."""

    inputs: tuple[Input, ...]
    shards: tuple[Shard, ...]
    rejections: tuple[Rejection, ...]


def survey(paths: tuple[str, ...]) -> Survey:
    """Look at all inputs; the same files give the same shards, whoever reads them."""
    inputs: list[Input] = []
    rejections: list[Rejection] = []
    for name in dict.fromkeys(expanded(paths)):
        try:
            inputs.append(_hashed(name))
        except (FileNotFoundError, PermissionError, IsADirectoryError) as error:
            rejections.append(Rejection(source=name, reason=f"cannot be opened: {error.strerror}"))
    size = max(_LEAST, min(_MOST, sum(one.size for one in inputs) // _SHARDS))
    pieces: list[Piece] = []
    for one in inputs:
        pieces += _pieces(one, set(paths), size, rejections)
    if not inputs and not rejections:
        rejections = [Rejection(source=path, reason="is a folder without files") for path in paths]
    return Survey(
        inputs=tuple(inputs), shards=tuple(_packed(pieces, size)), rejections=tuple(rejections)
    )


def _hashed(name: str) -> Input:
    digest, size = sha256(), 0
    with opened(name, unpack=False) as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return Input(name=name, size=size, sha256=digest.hexdigest())


def _pieces(one: Input, asked: set[str], size: int, rejections: list[Rejection]) -> Iterator[Piece]:
    """Cut an input; one that breaks off in the middle is read up to there."""
    whole = Piece(path=one.name, kind="file", size=one.size)
    try:
        if not is_archive(one.name):
            yield from _cut(whole, size, rejections, asked=one.name in asked)
            return
        with opened(one.name, unpack=False) as stream:
            found = members(stream)
        for member, large in found:
            inside = Piece(path=one.name, member=member, kind="file", size=large)
            yield from _cut(inside, size, rejections, asked=False)
    except BROKEN as error:
        rejections.append(Rejection(source=one.name, reason=why(error)))


def _cut(whole: Piece, size: int, rejections: list[Rejection], *, asked: bool) -> Iterator[Piece]:
    suffix = PurePosixPath(bare(whole.name)).suffix.lower()
    named = next((name for name, kind in KINDS.items() if suffix in kind.suffixes), "file")
    if named == "file" and not asked and not _is_known(suffix):
        reason = f"no format reads {suffix or 'files without a suffix'}; known are {_known()}"
        rejections.append(Rejection(source=whole.name, reason=reason))
        return
    kind = KINDS[named]
    shaped = Piece(path=whole.path, member=whole.member, kind=named, size=whole.size)
    with opened(whole.path, whole.member, unpack=kind.packed) as stream:
        yield from kind.cut(stream, shaped, size)


def _is_known(suffix: str) -> bool:
    return any(suffix in form.suffixes for _, form in FORMATS.items())


def _known() -> str:
    read = [suffix for _, form in FORMATS.items() for suffix in form.suffixes]
    return ", ".join([*read, *(suffix for _, kind in KINDS.items() for suffix in kind.suffixes)])


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
