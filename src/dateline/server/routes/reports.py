"""Reports: their texts with what is coded in them, whose words they are, and suggestions."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from dateline.errors import SettingError
from dateline.keeping import showing
from dateline.keeping.comparing import shared_passages
from dateline.keeping.suggesting import Suggestion, suggestions
from dateline.publish.forms.report import ReportForm, masked, report_form
from dateline.publish.privacy import hide, withheld_of
from dateline.records import Quote, Record
from dateline.server.answers import answer, encoded, of_revision, tagged
from dateline.server.around import around_report
from dateline.server.asking import Cursor, Limit, cursor_of, placed
from dateline.server.route import Route
from dateline.server.service import Service, service_of
from dateline.server.visible import report_must_be_visible
from dateline.server.visitors import Analyst, Reader

ROUTER = APIRouter(tags=["reports"])
_Version = Annotated[int | None, Query(ge=1, le=1_000_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report in a list."""

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    events: int
    added: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a page of reports ended."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """Some reports, by their ids."""

    reports: tuple[ReportRow, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two reports that are compared."""

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that both have: from and to in either text."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two reports with the passages they share, and the share of the shorter one's words."""

    left: Side
    right: Side
    shared: tuple[Passage, ...]
    share: float


class Selected(BaseModel):
    """Words of a report that were selected for a field, by code points."""

    field: str = Field(max_length=40)
    start: int = Field(ge=0, le=10_000_000)
    end: int = Field(ge=0, le=10_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """The words as they stand in the report, and what they may mean."""

    quote: Quote
    suggestions: tuple[Suggestion, ...]


@ROUTER.get("/reports", response_model=ReportPage)
async def reports(
    request: Request,
    visitor: Reader,
    limit: Limit = 50,
    cursor: Cursor = None,
    *,
    names: bool = False,
) -> Response:
    """List the reports; names of private persons in titles only to analysts who ask."""
    service = service_of(request)
    place = placed(cursor, _Place)
    after = place.id if place else ""

    def make() -> bytes:
        ids = service.store.report_ids(after=after, limit=limit + 1)
        rows = tuple(_row(service, id_, names=names and visitor.analyst) for id_ in list(ids))
        last = cursor_of(id=rows[limit - 1].id) if len(rows) > limit else None
        return encoded(ReportPage(reports=rows[:limit], next=last))

    return await of_revision(request, visitor, make)


@ROUTER.get("/reports/{report_id:path}/compare/{other:path}", response_model=Comparison)
def compare(request: Request, report_id: str, other: str, visitor: Reader) -> Response:
    """Show which words two reports share."""
    with service_of(request).store.looking() as store:
        records = [showing.named_report(store, id_) for id_ in (report_id, other)]
        for record in records:
            report_must_be_visible(store, record, visitor)
    left, right = (_side(record) for record in records)
    shared, share = shared_passages(records[0].report.text, records[1].report.text)
    passages = tuple(Passage(left=one, right=two) for one, two in shared)
    return answer(Comparison(left=left, right=right, shared=passages, share=share))


@ROUTER.post("/reports/{report_id:path}/suggest", response_model=Suggested)
def suggest(request: Request, report_id: str, given: Selected, _: Analyst) -> Response:
    """Say what selected words may mean for a field."""
    record = showing.named_report(service_of(request).store, report_id)
    text = record.report.text
    if not given.start < given.end <= len(text):
        message = f"The report has no words from {given.start} to {given.end}"
        raise SettingError(message)
    quote = _trimmed(Quote.at(text, given.start, given.end))
    return answer(Suggested(quote=quote, suggestions=suggestions(record, given.field, quote)))


@ROUTER.get("/reports/{report_id:path}", response_model=ReportForm)
def report(
    request: Request,
    report_id: str,
    visitor: Reader,
    version: _Version = None,
    *,
    names: bool = False,
) -> Response:
    """Give a report, as it is now or in an older version; names only to analysts who ask."""
    with service_of(request).store.looking() as store:
        record = showing.named_report(store, report_id, version)
        report_must_be_visible(store, record, visitor)
        around = around_report(store, record, visitor)
    form = report_form(record, around, names=names and visitor.analyst)
    return tagged(request, encoded(form), f'W/"{around.etag.strip(chr(34))}-{version}-{names}"')


def _row(service: Service, id_: str, *, names: bool) -> ReportRow:
    record = showing.named_report(service.store, id_)
    versions = service.store.versions(id_)
    known = record.report
    return ReportRow(
        id=id_,
        title=known.title if names else _shown_title(record),
        publisher=known.publisher,
        published=known.published,
        events=len(record.events),
        added=versions[-1].added,
    )


def _side(record: Record) -> Side:
    known: dict[str, Any] = {
        name: getattr(record.report, name) for name in ("id", "publisher", "published")
    }
    text = masked(record.report.text, withheld_of(record))
    return Side(text=text, title=_shown_title(record), **known)


def _shown_title(record: Record) -> str | None:
    title = record.report.title
    return title and hide(title, withheld_of(record))


def _trimmed(quote: Quote) -> Quote:
    """Leave out blanks at the ends, which a hand takes along."""
    words = quote.quote.strip()
    if not words:
        message = "Select some words"
        raise SettingError(message)
    start = quote.start + quote.quote.index(words)
    return replace(quote, start=start, end=start + len(words), quote=words)


ROUTE = Route(ROUTER)
