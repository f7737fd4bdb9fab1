"""One incident whole, as the API gives it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from dateline.publish import days
from dateline.publish import incident_places as places
from dateline.publish.acled_codes import sub_event_type
from dateline.publish.forms.judgement import JudgementForm, judgement_form
from dateline.publish.forms.listed import ListedForm, listed_form
from dateline.publish.forms.warning import IncidentWarning
from dateline.publish.privacy import IDS, hide_all, shown_event, shown_parties, withheld
from dateline.publish.prose import on_one_line
from dateline.publish.terminal.ledger import hedged
from dateline.records import (
    Claim,
    Event,
    Figure,
    Grade,
    Incident,
    Judgement,
    Lineage,
    Listed,
    Pair,
    Party,
    Protected,
    Report,
    SumCheck,
    Telling,
    Toll,
    Value,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceForm:
    """Where it was, and how far from the point it may have been."""

    name: str
    country: str | None
    country_name: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: str
    radius_km: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """A report without its text."""

    id: str
    title: str | None
    publisher: str | None
    published: Any
    url: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingForm:
    """An event of a report, with the figures and claims that speak of it."""

    ref: str
    report: str
    event: Event
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueForm:
    """A number of the ledger with its owner, and as it is said: "at least 4"."""

    figure: str
    event: str
    report: str
    published: Any
    by: str | None
    low: float | None
    high: float | None
    qualifier: str
    population: str | None
    origin: str
    standing: bool
    quote: str
    start: int
    end: int
    of: str | None
    hedged: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerForm:
    """One measure: what is known of it, and every value."""

    measure: str
    low: float | None
    best: float | None
    high: float | None
    votes: int
    values: tuple[ValueForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Another incident by its name."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookalikeForm:
    """Two events that were held apart; ``incident`` is the other one's."""

    left: str
    right: str
    points: float
    reasons: tuple[Any, ...]
    incident: str | None
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentForm(ListedForm):
    """All that is known of one happening; ``etag`` names this state of it."""

    etag: str
    acled: str
    cameo: str
    date_words: str
    place_detail: PlaceForm | None
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    grade_detail: Grade
    lineages: tuple[Lineage, ...]
    reports_detail: tuple[ReportHead, ...]
    tellings: tuple[TellingForm, ...]
    figures: tuple[LedgerForm, ...]
    checks: tuple[SumCheck, ...]
    protected_detail: tuple[Protected, ...]
    wider: tuple[Kin, ...]
    parts: tuple[Kin, ...]
    merges: tuple[Pair, ...]
    lookalikes: tuple[LookalikeForm, ...]
    judgements: tuple[JudgementForm, ...]
    doubts: tuple[str, ...]
    citation: str
    warnings: tuple[IncidentWarning, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the record knows beside an incident: kin, the incidents of events, its history."""

    row: Listed
    kin: dict[str, str]  # titles by id
    incidents: dict[str, str | None]  # ids by event
    history: Sequence[tuple[Judgement, bool]]
    warnings: tuple[IncidentWarning, ...] = ()


def incident_form(incident: Incident, around: Around, *, names: bool) -> dict[str, Any]:
    """Give an incident; names of private persons only where ``names`` asks for them."""
    form = msgspec.to_builtins(_form(incident, around, names=names))
    hidden: dict[str, Any] = form if names else hide_all(form, withheld(incident), but=IDS)
    return hidden


def etag(revision: int) -> str:
    """Name the state of an incident, as in the header."""
    return f'"r{revision}"'


def _form(incident: Incident, around: Around, *, names: bool) -> IncidentForm:
    head = listed_form(around.row, names=True)  # what is withheld is taken out of the whole
    plain = {field.name: getattr(head, field.name) for field in fields(ListedForm)}
    return IncidentForm(
        **plain,
        etag=etag(around.row.revision),
        acled=sub_event_type(incident) or incident.acled,
        cameo=incident.cameo,
        date_words=days.in_words(incident.date),
        place_detail=_place(incident),
        actors=incident.actors if names else shown_parties(incident.actors),
        targets=incident.targets if names else shown_parties(incident.targets),
        grade_detail=incident.grade,
        lineages=incident.lineages,
        reports_detail=tuple(map(report_head, incident.reports)),
        tellings=tuple(_telling(telling, names=names) for telling in incident.tellings),
        figures=tuple(map(_ledger, incident.figures)),
        checks=incident.checks,
        protected_detail=incident.protected,
        wider=_kin(incident.part_of, around),
        parts=_kin(incident.parts, around),
        merges=incident.merges,
        lookalikes=tuple(_lookalike(pair, incident, around) for pair in incident.lookalikes),
        judgements=tuple(judgement_form(j, standing=stands) for j, stands in around.history),
        doubts=around.row.doubts,
        citation=citation(incident),
        warnings=around.warnings,
    )


def report_head(report: Report) -> ReportHead:
    """Give what is known of a report besides its text."""
    return ReportHead(
        id=report.id,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        url=report.url,
        language=report.language,
    )


def citation(incident: Incident) -> str:
    """Say how to cite an incident: what, when, by how many reports and origins, and its id."""
    place = incident.place
    country = places.country_name(place.country) if place else None
    where = f", {country}" if country and country not in incident.title else ""
    reports = len(incident.reports)
    counted = f"{reports} report{'s' * (reports != 1)}"
    origins = f"{incident.origins} origin{'s' * (incident.origins != 1)}"
    head = f"{on_one_line(incident.title)}{where}, {days.in_words(incident.date)}"
    return f"{head}. {incident.grade.grade}, {counted}, {origins}. Dateline {incident.id}."


def _place(incident: Incident) -> PlaceForm | None:
    place = incident.place
    if place is None:
        return None
    return PlaceForm(
        name=place.name,
        country=place.country,
        country_name=places.country_name(place.country),
        admin1=places.admin1(incident),
        lat=places.latitude(incident),
        lon=places.longitude(incident),
        precision=place.precision,
        radius_km=places.radius_km(incident),
    )


def _telling(telling: Telling, *, names: bool) -> TellingForm:
    return TellingForm(
        ref=telling.ref,
        report=telling.report.id,
        event=telling.event if names else shown_event(telling.event),
        figures=telling.figures,
        claims=telling.claims,
    )


def _ledger(toll: Toll) -> LedgerForm:
    return LedgerForm(
        measure=toll.measure,
        low=toll.low,
        best=toll.best,
        high=toll.high,
        votes=toll.votes,
        values=tuple(map(_value, toll.values)),
    )


def _value(value: Value) -> ValueForm:
    known = {field.name: getattr(value, field.name) for field in fields(Value)}
    return ValueForm(**known, hedged=hedged(value))


def _kin(ids: Iterable[str], around: Around) -> tuple[Kin, ...]:
    return tuple(Kin(id=id_, title=around.kin.get(id_, id_)) for id_ in ids)


def _lookalike(pair: Pair, incident: Incident, around: Around) -> LookalikeForm:
    other = pair.right if pair.left in incident.events else pair.left
    id_ = around.incidents.get(other)
    return LookalikeForm(
        left=pair.left,
        right=pair.right,
        points=pair.points,
        reasons=pair.reasons,
        incident=id_,
        title=around.kin.get(id_ or ""),
    )
