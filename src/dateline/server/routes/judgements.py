"""Reviewing: what analysts decide, undo and correct, and what they should look at first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice, takewhile
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Header, Query, Request, Response
from pydantic import BaseModel, Field, field_validator

from dateline.errors import ConflictError, SettingError
from dateline.keeping import judging, showing
from dateline.keeping.judging import Signature
from dateline.publish.forms.incident import etag
from dateline.publish.forms.judgement import JudgementForm, judgement_form, words
from dateline.publish.forms.listed import ListedForm, listed_form
from dateline.records import Correction, Judgement, Listed, Quote, standing
from dateline.server.answers import answer
from dateline.server.asking import Cursor, Filtered, Limit, cursor_of, numbered, position_of
from dateline.server.deciding import VERDICTS, Decision, decide
from dateline.server.problems import Problem
from dateline.server.route import Route
from dateline.server.service import service_of
from dateline.server.visitors import Analyst
from dateline.store import Reading, Writer
from dateline.store.judged import latest

ROUTER = APIRouter(tags=["review"])
_IfMatch = Annotated[str | None, Header(alias="If-Match", max_length=100)]
_SETTLED = ("accept", "reject", "grade", "correct", "same", "different")


class Words(BaseModel):
    """A stretch of a report's text, by code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Decided(BaseModel):
    """What an analyst decides; which fields are needed depends on the verdict."""

    verdict: str = Field(max_length=20, json_schema_extra={"enum": list(VERDICTS)})
    incident: str = Field(max_length=80)
    event: str | None = Field(None, max_length=2000)
    events: list[str] | None = Field(None, max_length=2)
    incidents: list[str] | None = Field(None, max_length=2)
    value: Any = None
    field: str | None = Field(None, max_length=20)
    quote: Words | None = None
    figure: str | None = Field(None, max_length=40)
    reason: str = Field("reviewed in the web app", max_length=4000)

    @field_validator("incident", "event", "events", "incidents")
    @classmethod
    def _plain(cls, given: Any) -> Any:
        """Refuse what no database takes."""
        if "\0" in "".join(given or ""):
            message = "an id holds no NUL"
            raise ValueError(message)
        return given


class Undo(BaseModel):
    """Judgements to take back, by their numbers."""

    numbers: list[int] = Field(min_length=1, max_length=200)
    reason: str = Field("taken back in the web app", max_length=4000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was kept, and where its incident is now."""

    judgements: tuple[JudgementForm, ...]
    incident: str | None
    etag: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """Judgements, the last one first."""

    judgements: tuple[JudgementForm, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """An incident to look at, why, and the event that stands for it."""

    incident: ListedForm
    doubts: tuple[str, ...]
    event: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What is to be looked at, the most doubtful first."""

    items: tuple[Doubtful, ...]
    next: str | None
    left: int
    done_today: int


@ROUTER.post("/judgements", response_model=Outcome, status_code=201)
def judge(
    request: Request, given: Decided, visitor: Analyst, if_match: _IfMatch = None
) -> Response:
    """Keep a decision on an incident as it was seen: If-Match names that state."""
    seen = _seen(if_match)
    service = service_of(request)
    by = Signature(author=visitor.person.name, reason=given.reason)
    with service.writing() as write:
        _must_be_as_seen(write, given.incident, seen)
        held = judging.founder(write, given.incident)
        kept = decide(write, _decision(given, write), by)
        outcome = _outcome(write, kept, held)
    return answer(outcome, status=201)


@ROUTER.post("/judgements/undo", response_model=Outcome, status_code=201)
def undo(request: Request, given: Undo, visitor: Analyst) -> Response:
    """Take decisions back; taking back an undo brings its decision again."""
    service = service_of(request)
    by = Signature(author=visitor.person.name, reason=given.reason)
    with service.writing() as write:
        kept = judging.undone(write, given.numbers, by)
        held = f"{kept[0].left.report}/{kept[0].left.event}"
        outcome = _outcome(write, kept, held)
    return answer(outcome, status=201)


@ROUTER.get("/judgements", response_model=Log)
def log(
    request: Request,
    _: Analyst,
    cursor: Cursor = None,
    author: Annotated[str | None, Query(max_length=100)] = None,
    limit: Limit = 50,
) -> Response:
    """List what everybody decided, the last first."""
    store = service_of(request).store
    own = (j for j in latest(store, before=numbered(cursor)) if author in (None, j.author))
    found = list(islice(own, limit + 1))
    stand = _standing(store, found[:limit])
    shown = tuple(judgement_form(j, standing=j.number in stand) for j in found[:limit])
    after = cursor_of(number=shown[-1].number) if len(found) > limit else None
    return answer(Log(judgements=shown, next=after))


@ROUTER.get("/review", response_model=Queue)
def review(
    request: Request, asked: Filtered, _: Analyst, cursor: Cursor = None, limit: Limit = 20
) -> Response:
    """List what should be looked at, with why, the most doubtful first."""
    store = service_of(request).store
    query = replace(asked.query, order="doubt")
    rows = store.search(replace(query, limit=limit + 1, after=position_of(cursor)))
    last = rows[limit - 1] if len(rows) > limit else None
    return answer(
        Queue(
            items=tuple(_doubtful(store, row) for row in rows[:limit]),
            next=cursor_of(start=last.start, id=last.id, doubt=last.doubt) if last else None,
            left=store.count(query),
            done_today=_done_today(store),
        )
    )


def _seen(if_match: str | None) -> int | None:
    if if_match is None:
        detail = "Say which state of the incident you looked at: If-Match with its ETag"
        raise Problem(428, "If-Match is missing", detail)
    plain = if_match.strip().removeprefix("W/").strip('"').partition("-")[0]
    if if_match.strip() == "*":
        return None
    if not plain.startswith("r") or not plain[1:].isdecimal():
        message = f"If-Match {if_match} is no state of an incident"
        raise SettingError(message)
    return int(plain[1:])


def _must_be_as_seen(write: Writer, incident: str, seen: int | None) -> None:
    try:
        judging.unchanged(write, incident, seen)
    except ConflictError as error:
        [row] = write.listed([incident])
        past = judging.history(write, row.events)
        latest = [judgement for judgement, _ in past][-3:]
        raise Problem(
            412,
            "changed by somebody else",
            str(error),
            etag=etag(row.revision),
            changed_by=latest[-1].author if latest else None,
            changes=[words(judgement) for judgement in latest],
        ) from error


def _decision(given: Decided, write: Writer) -> Decision:
    return Decision(
        verdict=given.verdict,
        incident=given.incident,
        event=given.event,
        events=tuple(given.events or ()),
        incidents=tuple(given.incidents or ()),
        value=given.value if isinstance(given.value, str) else None,
        correction=_correction(given, write) if given.verdict == "correct" else None,
    )


def _correction(given: Decided, write: Writer) -> Correction:
    if given.event is None or given.field is None:
        message = "A correction needs an event and a field"
        raise SettingError(message)
    record = showing.named_report(write, given.event.rpartition("/")[0])
    text = record.report.text
    quote = given.quote
    if quote and not quote.start < quote.end <= len(text):
        message = f"The report has no words from {quote.start} to {quote.end}"
        raise SettingError(message)
    old = next((f for f in record.figures if f.id == given.figure), None)
    if given.figure and old is None:
        message = f"The report has no figure {given.figure}; look at it again"
        raise SettingError(message)
    return Correction(
        field=given.field,
        value=None if given.value is None else msgspec.json.encode(given.value).decode(),
        quote=Quote.at(text, quote.start, quote.end) if quote else None,
        old=Quote(start=old.start, end=old.end, quote=old.quote) if old else None,
    )


def _outcome(write: Writer, kept: list[Judgement], held: str) -> Outcome:
    id_ = write.incident_of(held)
    rows = write.listed([id_] if id_ else [])
    return Outcome(
        judgements=tuple(judgement_form(judgement) for judgement in kept),
        incident=id_,
        etag=etag(rows[0].revision) if rows else None,
    )


def _doubtful(store: Reading, row: Listed) -> Doubtful:
    event = judging.founder(store, row.id)
    return Doubtful(
        incident=listed_form(row),
        doubts=row.doubts,
        event=event,
        report=event.rpartition("/")[0],
    )


def _done_today(store: Reading) -> int:
    today = datetime.now(UTC).date().isoformat()
    recent = takewhile(lambda j: j.at >= today, latest(store))
    done = [j for j in recent if j.verdict in _SETTLED]
    stand = _standing(store, done)
    return len({(j.left.report, j.left.quote) for j in done if j.number in stand})


def _standing(store: Reading, some: Iterable[Judgement]) -> set[int]:
    """Find which of some stand: what takes one back is on the same event."""
    reports = {judgement.left.report for judgement in some}
    return {judgement.number for judgement in standing(store.judgements(reports))}


ROUTE = Route(ROUTER)
