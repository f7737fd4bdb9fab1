"""Figures over what fits, disputed ones first; and who publishes, and who copies whom."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from fastapi import APIRouter, Request, Response

from dateline.keeping import showing
from dateline.publish.forms.listed import ListedForm, listed_form
from dateline.records import Incident, Listed, Toll, Value
from dateline.server.answers import encoded, of_revision
from dateline.server.asking import Cursor, Filtered, Limit, cursor_of, position_of
from dateline.server.route import Route
from dateline.server.service import Service, service_of
from dateline.server.tracing import traced
from dateline.server.visitors import Reader

ROUTER = APIRouter(tags=["figures"])
_UNCOUNTED = ("distance", "other")
_APART = 1.5  # times the least number, from which on a figure is disputed


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A toll of an incident; ``shown`` is the number that the rule takes."""

    incident: ListedForm
    measure: str
    low: float | None
    best: float | None
    high: float | None
    shown: float | None
    givers: int
    origins: int
    disputed: bool
    check: str | None
    outcome: str | None
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalForm:
    """What the rows of one page add up to; wholes that have parts are left out."""

    measure: str
    value: float
    incidents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePage:
    """Tolls of some incidents, disputed ones first."""

    rows: tuple[FigureRow, ...]
    totals: tuple[TotalForm, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherForm:
    """Who publishes, and the share of their reports whose words are others'."""

    name: str
    reports: int
    copies: int
    share_copied: float
    last_published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishers:
    """All publishers, and who copies whom."""

    publishers: tuple[PublisherForm, ...]
    links: tuple[dict[str, object], ...]


@ROUTER.get("/figures", response_model=FigurePage)
async def figures(
    request: Request,
    asked: Filtered,
    rule: Literal["best", "low", "high"] = "best",
    only: Literal["all", "official", "independent"] = "all",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """List the tolls of the incidents that fit, page by page of incidents."""
    service = service_of(request)
    query = replace(asked.query, limit=limit + 1, after=position_of(cursor))

    def make() -> bytes:
        rows = service.store.search(query)
        last = rows[limit - 1] if len(rows) > limit else None
        found = [row for one in rows[:limit] for row in _rows(service, one, rule, only)]
        found.sort(key=lambda row: not row.disputed)
        after = cursor_of(start=last.start, id=last.id, doubt=last.doubt) if last else None
        return encoded(FigurePage(rows=tuple(found), totals=tuple(_totals(found)), next=after))

    return await of_revision(request, asked.visitor, make)


@ROUTER.get("/publishers", response_model=Publishers)
async def publishers(request: Request, visitor: Reader) -> Response:
    """List who publishes, and who copies whom."""
    service = service_of(request)

    def make() -> bytes:
        return encoded(_publishers(service))

    return await of_revision(request, visitor, make)


def _rows(service: Service, row: Listed, rule: str, only: str) -> Iterator[FigureRow]:
    if not row.tolls:
        return
    found = showing.incident(service.store, row.id)
    for toll in found.figures:
        values = [value for value in toll.values if value.standing and value.of is None]
        wanted = [value for value in values if _counts(value, only)]
        if toll.measure in _UNCOUNTED or not wanted:
            continue
        if only == "independent" and len({value.origin for value in values}) < 2:  # noqa: PLR2004
            continue
        yield _row(found, row, toll, wanted, rule)


def _row(found: Incident, row: Listed, toll: Toll, values: list[Value], rule: str) -> FigureRow:
    bounds = {"low": toll.low, "best": toll.best, "high": toll.high}
    shown = next((bounds[n] for n in (rule, "best", "low", "high") if bounds[n] is not None), None)
    checks = [check for check in found.checks if check.measure == toll.measure]
    low, high = toll.low, toll.high
    apart = low is not None and high is not None and high >= max(low * _APART, low + 1)
    return FigureRow(
        incident=listed_form(row),
        measure=toll.measure,
        low=low,
        best=toll.best,
        high=high,
        shown=shown,
        givers=len({value.by or value.report for value in values}),
        origins=len({value.origin for value in values}),
        disputed=apart or any(check.outcome == "does not add up" for check in checks),
        check=checks[0].words if checks else None,
        outcome=checks[0].outcome if checks else None,
        whole=bool(found.parts),
    )


def _counts(value: Value, only: str) -> bool:
    """Tell whether a value counts: an official one is somebody's, not the reporter's own."""
    return value.by is not None if only == "official" else True


def _totals(rows: Iterable[FigureRow]) -> Iterator[TotalForm]:
    known = [row for row in rows if not row.whole and row.shown is not None]
    for measure in dict.fromkeys(row.measure for row in known):
        of = [row for row in known if row.measure == measure]
        value = sum(row.shown or 0 for row in of)
        yield TotalForm(measure=measure, value=value, incidents=len(of))


def _publishers(service: Service) -> Publishers:
    reports: Counter[str] = Counter()
    copies: Counter[str] = Counter()
    last: dict[str, date] = {}
    links: Counter[tuple[str, str]] = Counter()
    for one in traced(service.store).values():
        name = one.publisher
        reports[name] += 1
        if one.published:
            last[name] = max(last.get(name, one.published), one.published)
        copies[name] += bool(one.taken_from)
        links.update((name, other) for other in one.taken_from)
    forms = (
        PublisherForm(
            name=name,
            reports=count,
            copies=copies[name],
            share_copied=round(copies[name] / count, 4),
            last_published=last.get(name),
        )
        for name, count in reports.most_common()
    )
    told = tuple({"from": one, "to": other, "count": n} for (one, other), n in links.most_common())
    return Publishers(publishers=tuple(forms), links=told)


ROUTE = Route(ROUTER)
