"""Some of the judgements, without reading all of them."""

from collections.abc import Iterable, Iterator

import msgspec
import sqlalchemy as sa

from dateline.records import Judgement
from dateline.store.connected import chunks
from dateline.store.reading import Reading
from dateline.store.tables import JUDGEMENTS

_C = JUDGEMENTS.c
_AT_ONCE = 200
_MOST = 2**31 - 1  # no column of numbers holds a greater one
_decoded = msgspec.json.Decoder(Judgement).decode


def numbered(store: Reading, numbers: Iterable[int]) -> tuple[Judgement, ...]:
    """Give the judgements of some numbers, the first one first."""
    found: list[bytes] = []
    with store._connected() as connection:  # noqa: SLF001  a part of the store
        for some in chunks(sorted({number for number in numbers if 0 < number <= _MOST})):
            statement = sa.select(_C.judgement).where(_C.number.in_(some))
            found += connection.scalars(statement.order_by(_C.number))
    return tuple(map(_decoded, found))


def latest(store: Reading, *, before: int | None = None) -> Iterator[Judgement]:
    """Yield judgements, the last one first, as far as they are looked at."""
    while True:
        statement = sa.select(_C.judgement).order_by(_C.number.desc()).limit(_AT_ONCE)
        if before is not None:
            statement = statement.where(_C.number < before)
        with store._connected() as connection:  # noqa: SLF001  a part of the store
            found = [_decoded(row) for row in connection.scalars(statement)]
        yield from found
        if len(found) < _AT_ONCE:
            return
        before = found[-1].number
