"""Tab-separated rows in the shape of POLECAT, with PLOVER's types, modes and sectors."""

from collections.abc import Callable, Iterable
from typing import IO

from dateline.knowledge.crosswalk import crosswalk
from dateline.publish import incident_places as places
from dateline.publish import incident_sources as sources
from dateline.publish.crosswalk import plover_mode, plover_score, plover_type, sides
from dateline.publish.export import IncidentExport
from dateline.publish.incident_choice import taken_place
from dateline.publish.privacy import shown_names
from dateline.publish.tabular import Cell, Column, empty, joined, number, write_table
from dateline.records import Incident, Party

_COUNTRIES = {"XKX": "KOS"}  # where PLOVER has another code than ISO
_WORLDWIDE = ("IGO", "NGO")  # roles that stand in the place of a country
_UNLINKED = "Dateline links parties to no encyclopedia"
_OF_STORY = "of reports, not of incidents"


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write a heading and one row an incident."""
    write_table(taken_place(incidents), stream, COLUMNS, delimiter="\t")


def _country(party: Party) -> str | None:
    if party.country is None and party.role in _WORLDWIDE:
        return party.role
    return _COUNTRIES.get(party.country or "", party.country)


def _sector(party: Party) -> str | None:
    return crosswalk().plover.roles.get(party.role)


def _of(side: int, part: Callable[[Party], str | None]) -> Callable[[Incident], Cell]:
    return lambda incident: joined(part(party) for party in sides(incident)[side])


def _first_sector(side: int) -> Callable[[Incident], Cell]:
    return lambda i: next((_sector(party) for party in sides(i)[side]), None)


def _party(side: int) -> tuple[Column, ...]:
    """Make the nine columns of a side."""
    name = "Actor" if side == 0 else "Recipient"
    who = "the actors" if side == 0 else "the targets, or in a mutual clash the other actors"
    return (
        Column(f"{name} Name", who, lambda i: joined(shown_names(sides(i)[side]))),
        Column(f"{name} Country", "ISO alpha-3, or IGO, NGO", _of(side, _country)),
        empty(f"{name} COW", "the Correlates of War's numbers are not in Dateline"),
        Column(f"Primary {name} Sector", "of the first", _first_sector(side)),
        Column(f"{name} Sectors", "by role; none for aid workers and medics", _of(side, _sector)),
        empty(f"{name} Title", "a party has a name and no title"),
        Column(f"{name} Name Raw", "as the name", lambda i: joined(shown_names(sides(i)[side]))),
        empty(f"Wikipedia {name} ID", _UNLINKED),
    )


def _quad(incident: Incident) -> Cell:
    return crosswalk().plover.quads.get(plover_type(incident))


COLUMNS = (
    Column("Event ID", "Dateline's id of the incident", lambda i: i.id),
    Column("Event Date", "first day", lambda i: str(i.date.start or "")),
    Column("Event Type", "the type; an abduction is an ASSAULT", plover_type),
    Column("Event Mode", "of the kind, in an assault else of the weapon", plover_mode),
    Column("Intensity", "PLOVER's score of mode or else type", lambda i: number(plover_score(i))),
    Column("Quad Code", "of the type; SANCTION is 4", _quad),
    empty("Contexts", "of reports, not of incidents"),
    *_party(0),
    *_party(1),
    Column("Placename", "the place as reports name it", places.place_name),
    Column(
        "City",
        "where the place is a settlement",
        lambda i: places.place_name(i) if places.precision(i) == "settlement" else None,
    ),
    Column("District", "where the place is a second-level unit", places.admin2),
    Column("Province", "of the place, where the gazetteer has it", places.admin1),
    Column("Country", "ISO alpha-3 of the place", places.country),
    Column("Latitude", "WGS 84", places.latitude),
    Column("Longitude", "WGS 84", places.longitude),
    empty("GeoNames ID", "a record keeps points, not numbers of places"),
    Column("Raw Placename", "as `Placename`", places.place_name),
    Column("Feature Type", "what the point stands for, in Dateline's words", places.precision),
    Column(
        "Source",
        "Dateline, then the publishers",
        lambda i: joined(("Dateline", sources.publishers(i))),
    ),
    Column(
        "Publication Date",
        "day of the first report",
        lambda i: str(sources.first_published(i) or ""),
    ),
    empty("Story People", "persons who are not parties are not published"),
    empty("Story Organizations", _OF_STORY),
    empty("Story Locations", _OF_STORY),
    Column("Language", "of the reports", lambda i: joined(r.language for r in i.reports)),
    Column("Version", "Dateline", lambda _: "Dateline"),
)
EXPORT = IncidentExport(
    media_type="text/tab-separated-values",
    suffix=".plover.tsv",
    description="rows in the shape of POLECAT: PLOVER types, modes and sectors",
    write=write,
)
