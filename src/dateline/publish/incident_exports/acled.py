"""CSV in the shape of ACLED, for programs that read it; its data are Dateline's, not ACLED's."""

from collections.abc import Iterable
from typing import IO

from dateline.knowledge.crosswalk import country_codes
from dateline.publish import acled_codes as codes
from dateline.publish import incident_places as places
from dateline.publish import incident_sources as sources
from dateline.publish.export import IncidentExport
from dateline.publish.incident_choice import taken_place
from dateline.publish.incident_days import middle, time_precision
from dateline.publish.incident_tolls import fatalities
from dateline.publish.tabular import Cell, Column, empty, joined, write_table
from dateline.records import Incident


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write the names of the columns and a row for each incident that ACLED would record."""
    write_table(filter(_is_recorded, taken_place(incidents)), stream, COLUMNS)


def _is_recorded(incident: Incident) -> bool:
    """Tell whether ACLED has such events, and dates and places of this precision."""
    placed = places.is_placed(incident) and codes.geo_precision(incident)
    return bool(codes.event_type(incident) and time_precision(incident.date) and placed)


def _source(incident: Incident) -> Cell:
    return joined(("Dateline", *(report.publisher for report in incident.reports)))


def _tags(incident: Incident) -> Cell:
    wider = (f"part of={wider}" for wider in incident.part_of)
    counts = (f"reports={len(incident.reports)}", f"origins={incident.origins}")
    return joined(("coder=Dateline", f"grade={incident.grade.grade}", *counts, *wider))


COLUMNS = (
    Column("event_id_cnty", "Dateline's id of the incident", lambda i: i.id),
    Column(
        "event_date",
        "the day; the first of two, the middle one of more",
        lambda i: str(middle(i.date) or ""),
    ),
    Column("year", "of `event_date`", lambda i: d.year if (d := middle(i.date)) else None),
    Column(
        "time_precision",
        "1 one or two days, 2 up to a week, 3 up to a month",
        lambda i: time_precision(i.date),
    ),
    Column(
        "disorder_type",
        "follows from event and sub-event type",
        codes.disorder_type,
    ),
    Column(
        "event_type",
        "follows from the kind; an attack on armed parties alone is a battle",
        codes.event_type,
    ),
    Column(
        "sub_event_type",
        "the incident's `acled`; Armed clash for an attack on armed parties alone; who captured a "
        "territory decides between the two names for it",
        codes.sub_event_type,
    ),
    Column(
        "actor1",
        "the first actor as reports name it; civilians by their country",
        lambda i: codes.actor(i, 0),
    ),
    Column(
        "assoc_actor_1",
        "the other actors; the reports' words for civilians",
        lambda i: codes.associates(i, 0),
    ),
    Column(
        "inter1",
        "follows from the role; a state's forces abroad are external",
        lambda i: codes.inter(i, 0),
    ),
    Column(
        "actor2",
        "the first target, or the second actor of a mutual clash; civilians by their country, "
        "and in battles not at all",
        lambda i: codes.actor(i, 1),
    ),
    Column(
        "assoc_actor_2",
        "the other targets; the reports' words for civilians",
        lambda i: codes.associates(i, 1),
    ),
    Column("inter2", "as `inter1`", lambda i: codes.inter(i, 1)),
    Column(
        "interaction", "both codes; one alone where there is no second party", codes.interaction
    ),
    Column(
        "civilian_targeting",
        "where all targets are civilian; not in battles, strategic developments and protests, "
        "unless they met excessive force",
        codes.civilian_targeting,
    ),
    Column("iso", "ISO 3166-1 numeric", lambda i: country_codes(places.country(i)).numeric),
    Column(
        "region",
        "of the country, by Dateline's list of ACLED's regions",
        lambda i: country_codes(places.country(i)).acled_region,
    ),
    Column("country", "of the place", lambda i: places.country_name(places.country(i))),
    Column("admin1", "of the place, where the gazetteer has it", places.admin1),
    Column("admin2", "where the place is a second-level unit", places.admin2),
    empty("admin3", "Dateline knows no third level"),
    Column("location", "the place as reports name it", places.place_name),
    Column("latitude", "WGS 84, four digits", places.latitude),
    Column("longitude", "WGS 84, four digits", places.longitude),
    Column(
        "geo_precision",
        "site and settlement 1; district 2; province, region and sea 3",
        codes.geo_precision,
    ),
    Column("source", "Dateline, then the publishers of the reports", _source),
    empty("source_scale", "nobody has told how close the publishers are"),
    Column("notes", "the words by which the first report tells of it", sources.first_words),
    Column(
        "fatalities",
        "the lowest number an origin stands by; several 3, dozens 12, hundreds 100; 0 if none",
        fatalities,
    ),
    Column("tags", "coder, grade, numbers of reports and origins, wider incident", _tags),
    empty("timestamp", "ACLED's time of upload"),
)
EXPORT = IncidentExport(
    media_type="text/csv",
    suffix=".acled.csv",
    description="CSV in the shape of ACLED: one incident of violence or unrest a row",
    write=write,
)
