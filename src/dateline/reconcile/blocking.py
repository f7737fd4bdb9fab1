"""Which events are compared at all: those with a key in common.

An event is kept under its keys and asks for its neighbours' too: cells and days around its own.
Two events meet by these rules whichever of them comes first.
"""

from collections.abc import Iterator

from dateline.knowledge.gazetteer.folding import fold, skeleton, without_article
from dateline.reconcile.sketch import Sketch
from dateline.reconcile.words import number

_CELL = 0.5  # degrees: 55 km, more than a town's name is off
_CELLS_AROUND = 720  # in a circle of latitude
_LONGEST = 7  # days; what lasts longer is compared by its first and last day alone
_POINTS = frozenset(("site", "settlement", "admin2"))
_AT_WAR = frozenset("ASSAULT COERCE MOBILIZE PROTEST RETREAT AID".split())
_SLACK = 1  # days
_REPORTED = 3  # days between reports that speak of one undated event


def keys(sketch: Sketch) -> tuple[int, ...]:
    """Give the keys an event is kept under."""
    return tuple(sorted({number(*key) for key in _own(sketch)}))


def asked(sketch: Sketch) -> tuple[int, ...]:
    """Give the keys of all that an event is to be compared with."""
    return tuple(sorted({number(*key) for key in _wanted(sketch)}))


def _own(sketch: Sketch) -> Iterator[tuple[str, ...]]:
    yield from _by_words(sketch)
    days = _days(sketch)
    if (cell := _cell(sketch)) is not None:
        yield from (("at", *map(str, cell), str(day)) for day in days)
    yield from (("named", name, str(day)) for name in _names(sketch) for day in days)
    scope = "exact" if cell is not None else "wide"
    for country in sketch.home:
        yield from (("in", scope, country, sketch.type, str(day)) for day in days)
    if not sketch.home:
        yield from _by_party(sketch, days)


def _wanted(sketch: Sketch) -> Iterator[tuple[str, ...]]:
    yield from _by_words(sketch)
    days = _around(_days(sketch))
    if (cell := _cell(sketch)) is not None:
        for row, column in _neighbours(cell):
            yield from (("at", str(row), str(column), str(day)) for day in days)
    yield from (("named", name, str(day)) for name in _names(sketch) for day in days)
    scopes = ("wide",) if cell is not None else ("wide", "exact")
    for scope in scopes:
        for country in sketch.home:
            yield from (("in", scope, country, sketch.type, str(day)) for day in days)
    if not sketch.home:
        yield from _by_party(sketch, days)


def _names(sketch: Sketch) -> Iterator[str]:
    """Give the name of a place as all spellings have it: its point may be a wrong one."""
    if sketch.place and sketch.precision in _POINTS:
        bare = without_article(fold(sketch.place)) or fold(sketch.place)
        yield skeleton(bare) or bare


def _by_words(sketch: Sketch) -> Iterator[tuple[str, ...]]:
    """Find copies: what is told as history is copied for years and finds itself by its place."""
    if not sketch.background:
        yield from (("told", str(run)) for run in sketch.runs)


def _by_party(sketch: Sketch, days: list[int]) -> Iterator[tuple[str, ...]]:
    words = sorted({word for _, _, words in sketch.actors for word in words})
    for word in words:
        yield from (("by", word, _sort(sketch), str(day)) for day in days)


def _sort(sketch: Sketch) -> str:
    return "deed" if sketch.type in _AT_WAR else "word"


def _days(sketch: Sketch) -> list[int]:
    """Give the days of an event; one without a day has those before it was told."""
    if sketch.start is None:
        told = sketch.told
        return [] if told is None else list(range(told - _REPORTED, told + 1))
    end = sketch.end or sketch.start
    if end - sketch.start > _LONGEST:
        return [sketch.start, end]
    return list(range(sketch.start, end + 1))


def _around(days: list[int]) -> list[int]:
    return sorted({day + shift for day in days for shift in range(-_SLACK, _SLACK + 1)})


def _cell(sketch: Sketch) -> tuple[int, int] | None:
    if sketch.lat is None or sketch.lon is None or sketch.precision not in _POINTS:
        return None
    return int(sketch.lat // _CELL), int(sketch.lon // _CELL) % _CELLS_AROUND


def _neighbours(cell: tuple[int, int]) -> Iterator[tuple[int, int]]:
    row, column = cell
    for up in (-1, 0, 1):
        for aside in (-1, 0, 1):
            yield row + up, (column + aside) % _CELLS_AROUND
