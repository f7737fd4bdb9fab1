"""An event as a flat row: what spreadsheets and maps take."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from dateline.publish.figures import sentences
from dateline.publish.prose import on_one_line
from dateline.records import Claim, Event, Figure, Party, Record

Cell: TypeAlias = str | int | float | bool | None

# How far from the point it may have been, by precision, in kilometres. A building has the point of
# its town, and a town is taken as 5 km wide each way; districts, provinces and countries are
# circles of their mean size (149 M km² of land over 47,600, 3,900 and 250 of them); a region is
# wider than a country, a sea's name is mostly used of one coast of it.
RADIUS_KM = {
    "site": 5,
    "settlement": 5,
    "admin2": 32,
    "admin1": 110,
    "country": 435,
    "region": 600,
    "sea": 300,
}
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the flat form: its name, what it holds, and how it is read off an event."""

    name: str
    meaning: str
    of: Callable[[Record, Event], Cell]


def row(record: Record, event: Event) -> dict[str, Cell]:
    """Flatten one event with its figures and claims."""
    return {column.name: column.of(record, event) for column in COLUMNS}


def radius_km(event: Event) -> int | None:
    """Tell how exact the event's point is; None where it has none."""
    place = event.place
    return None if place is None or place.lat is None else RADIUS_KM.get(place.precision)


def _joined(words: Iterable[str | None]) -> str | None:
    return _BETWEEN.join(on_one_line(word or "") for word in words) or None


def _names(parties: Iterable[Party]) -> str | None:
    return _joined(party.name for party in parties)


def _codes(parties: Iterable[Party]) -> str | None:
    return _joined(f"{party.country or '---'} {party.role}" for party in parties)


def _figures(record: Record, event: Event) -> tuple[Figure, ...]:
    return tuple(figure for figure in record.figures if figure.event == event.id)


def _bound(record: Record, event: Event, measure: str, side: str) -> Cell:
    """Give the least or greatest bound of any whole figure; None where one leaves it open."""
    wholes = [f for f in _figures(record, event) if f.measure == measure and f.of is None]
    bounds = [getattr(figure, side) for figure in wholes]
    if not bounds or None in bounds:
        return None
    bound = float(min(bounds) if side == "low" else max(bounds))
    return int(bound) if bound.is_integer() else bound


def _of_place(field: str) -> Callable[[Record, Event], Cell]:
    return lambda _, event: getattr(event.place, field, None)


def _claim(claim: Claim) -> str:
    return f"{claim.speaker} ({claim.stance}): “{claim.quote}”"


def _day(value: object) -> str | None:
    return str(value) if value else None


COLUMNS = (
    Column("report", "id of the report", lambda r, _: r.report.id),
    Column("title", "its headline", lambda r, _: r.report.title),
    Column("publisher", "who published it", lambda r, _: r.report.publisher),
    Column("published", "the day it was published", lambda r, _: _day(r.report.published)),
    Column("credits", "whose words it draws on", lambda r, _: _joined(r.report.credits)),
    Column("url", "its address", lambda r, _: r.report.url),
    Column("event", "id of the event within the report", lambda _, e: e.id),
    Column("type", "one of the sixteen types", lambda _, e: e.type),
    Column("kind", "the finer code", lambda _, e: e.kind),
    Column("acled", "ACLED's sub-event type", lambda _, e: e.acled),
    Column("cameo", "CAMEO's code", lambda _, e: e.cameo),
    Column("factuality", "occurred, denied, planned or conditional", lambda _, e: e.factuality),
    Column("background", "whether it is told as history", lambda _, e: e.background),
    Column("part_of", "id of the wider event it is part of", lambda _, e: e.part_of),
    Column("actors", "who did it", lambda _, e: _names(e.actors)),
    Column("actor_codes", "their countries and roles", lambda _, e: _codes(e.actors)),
    Column("targets", "to whom or what", lambda _, e: _names(e.targets)),
    Column("target_codes", "their countries and roles", lambda _, e: _codes(e.targets)),
    Column("weapon", "with what", lambda _, e: e.weapon),
    Column("place", "where", _of_place("name")),
    Column("country", "the place's country", _of_place("country")),
    Column("latitude", "degrees north, WGS 84", _of_place("lat")),
    Column("longitude", "degrees east, WGS 84", _of_place("lon")),
    Column("precision", "what the point stands for", _of_place("precision")),
    Column("radius_km", "how far from the point it may have been", lambda _, e: radius_km(e)),
    Column("start", "first day", lambda _, e: _day(e.date.start)),
    Column("end", "last day", lambda _, e: _day(e.date.end)),
    Column("date_precision", "how exact the days are", lambda _, e: e.date.precision),
    Column("killed_low", "least number of killed", lambda r, e: _bound(r, e, "killed", "low")),
    Column("killed_high", "greatest, if bounded", lambda r, e: _bound(r, e, "killed", "high")),
    Column("injured_low", "least number of injured", lambda r, e: _bound(r, e, "injured", "low")),
    Column("injured_high", "greatest, if bounded", lambda r, e: _bound(r, e, "injured", "high")),
    Column("figures", "every figure", lambda r, e: _joined(sentences(_figures(r, e)))),
    Column("attribution", "whom the report cites", lambda _, e: _joined(e.attribution)),
    Column(
        "claims",
        "what is claimed of it",
        lambda r, e: _joined(_claim(claim) for claim in r.claims if e.id in claim.events),
    ),
    Column("evidence", "the words", lambda _, e: _joined(f"“{q.quote}”" for q in e.evidence)),
)
