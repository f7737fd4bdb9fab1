"""One report with its text and coding, as the API gives it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from dateline.publish.forms.incident import Kin, report_head
from dateline.publish.forms.judgement import JudgementForm, judgement_form
from dateline.publish.privacy import hide_all, shown_event, withheld_of
from dateline.records import (
    Block,
    Claim,
    Event,
    Figure,
    Judgement,
    Link,
    Record,
    Report,
    Trace,
    Version,
)

_BLOCK = "█"  # a letter that is not shown; as many as there are, so that offsets hold
_IDS = frozenset("id event of part_of child parent url publisher".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkForm:
    """Why words go back to another report, which is named."""

    child: str
    parent: str
    reason: str
    share: float | None
    title: str | None
    publisher: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageForm:
    """Whose words a report's are: taken from, given to, shared with."""

    origin: str
    taken: tuple[LinkForm, ...]
    given: tuple[LinkForm, ...]
    shared: tuple[LinkForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Kin):
    """The incident that an event is in; ``etag`` names its state, for whoever decides on it."""

    etag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm:
    """A report; ``masked`` tells that names in its text are blocks of the same length."""

    report: dict[str, Any]
    text: str
    masked: bool
    blocks: tuple[Block, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    versions: tuple[Version, ...]
    lineage: LineageForm
    incidents: dict[str, Held]
    judgements: tuple[JudgementForm, ...]
    etag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAround:
    """What the record knows beside a report."""

    trace: Trace
    versions: Sequence[Version]
    incidents: Mapping[str, Held]
    history: Sequence[tuple[Judgement, bool]]
    etag: str


def report_form(record: Record, around: ReportAround, *, names: bool) -> dict[str, Any]:
    """Give a report; names of private persons only where ``names`` asks for them."""
    hidden = None if names else withheld_of(record)
    form = ReportForm(
        report=msgspec.to_builtins(report_head(record.report)) | {"credits": record.report.credits},
        text=masked(record.report.text, hidden),
        masked=hidden is not None,
        blocks=record.blocks,
        events=tuple(event if names else shown_event(event) for event in record.events),
        figures=record.figures,
        claims=record.claims,
        versions=tuple(around.versions),
        lineage=_lineage(around.trace),
        incidents=dict(around.incidents),
        judgements=tuple(judgement_form(j, standing=stands) for j, stands in around.history),
        etag=around.etag,
    )
    made: dict[str, Any] = msgspec.to_builtins(form)
    text = made.pop("text")
    shown: dict[str, Any] = hide_all(made, hidden, but=_IDS)
    return shown | {"text": text}


def masked(text: str, names: re.Pattern[str] | None) -> str:
    """Cover names, letter by letter, so that every other word stays where it is."""
    return names.sub(lambda found: _BLOCK * len(found.group()), text) if names else text


def _lineage(trace: Trace) -> LineageForm:
    known = {report.id: report for report in trace.reports}
    return LineageForm(
        origin=trace.lineage.origin,
        taken=_links(trace.taken, known, parent=True),
        given=_links(trace.given, known, parent=False),
        shared=_links(trace.shared, known, parent=True),
    )


def _links(
    links: Iterable[Link], known: Mapping[str, Report], *, parent: bool
) -> tuple[LinkForm, ...]:
    return tuple(_link(link, known.get(link.parent if parent else link.child)) for link in links)


def _link(link: Link, other: Report | None) -> LinkForm:
    return LinkForm(
        child=link.child,
        parent=link.parent,
        reason=link.reason,
        share=link.share,
        title=other.title if other else None,
        publisher=other.publisher if other else None,
    )
