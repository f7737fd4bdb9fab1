"""CSV in the shape of UCDP GED, for programs that read it; its data are Dateline's, not UCDP's."""

from collections.abc import Iterable
from typing import IO

from dateline.knowledge.crosswalk import country_codes, crosswalk
from dateline.publish import crosswalk as codes
from dateline.publish import incident_places as places
from dateline.publish import incident_sources as sources
from dateline.publish import incident_tolls as tolls
from dateline.publish.export import IncidentExport
from dateline.publish.incident_choice import taken_place
from dateline.publish.incident_days import date_prec
from dateline.publish.privacy import shown_names
from dateline.publish.tabular import Cell, Column, empty, joined, write_table
from dateline.records import Incident

_NONE_LISTED = "Dateline assigns no numbers of conflicts, dyads and actors"
_NO_SIDES = "reports seldom tell whose fighters died"


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write the names of the columns and a row for each incident that UCDP would count."""
    write_table(filter(_is_counted, taken_place(incidents)), stream, COLUMNS)


def _is_counted(incident: Incident) -> bool:
    """Tell whether armed force killed somebody, somewhere, at some time."""
    force = crosswalk().kind(incident.kind).force
    dated = incident.date.start is not None and incident.place is not None
    return force and dated and (tolls.highest(incident, "killed") or 0) > 0


def _side(incident: Incident, number: int) -> Cell:
    return joined(shown_names(codes.sides(incident)[number]))


def _dyad(incident: Incident) -> Cell:
    first, second = _side(incident, 0), _side(incident, 1)
    return f"{first} - {second}" if first and second else None


def _article(incident: Incident) -> Cell:
    heads = ((r.publisher, r.published, r.title, r.id) for r in incident.reports)
    told = (", ".join(str(part) for part in head if part) for head in heads)
    return sources.shown(incident, joined(told))


def _wkt(incident: Incident) -> Cell:
    if not places.is_placed(incident):
        return None
    return f"POINT ({places.longitude(incident)} {places.latitude(incident)})"


def _deaths(incident: Incident, *, civilian: bool) -> Cell:
    if tolls.are_civilians(incident) is not civilian:
        return None
    return tolls.best(incident, "killed")


COLUMNS = (
    Column("id", "Dateline's id of the incident", lambda i: i.id),
    empty("relid", "UCDP's own"),
    Column("year", "of `date_start`", lambda i: i.date.start.year if i.date.start else None),
    empty("active_year", "follows from all deaths of a conflict in the year"),
    empty("code_status", "UCDP's own checks"),
    Column(
        "type_of_violence",
        "1 armed parties of which one is a state's; 2 armed groups on both sides; 3 an armed party "
        "against civilians in a kind that is one-sided; empty where a role leaves doubt",
        codes.ucdp_violence,
    ),
    empty("conflict_dset_id", _NONE_LISTED),
    empty("conflict_new_id", _NONE_LISTED),
    empty("conflict_name", _NONE_LISTED),
    empty("dyad_dset_id", _NONE_LISTED),
    empty("dyad_new_id", _NONE_LISTED),
    Column("dyad_name", "both sides, where both are told", _dyad),
    empty("side_a_dset_id", _NONE_LISTED),
    empty("side_a_new_id", _NONE_LISTED),
    Column("side_a", "the actors as reports name them", lambda i: _side(i, 0)),
    empty("side_b_dset_id", _NONE_LISTED),
    empty("side_b_new_id", _NONE_LISTED),
    Column(
        "side_b",
        "the targets as reports name them; in a mutual clash the other actors",
        lambda i: _side(i, 1),
    ),
    Column("number_of_sources", "reports, copies included", lambda i: len(i.reports)),
    Column("source_article", "publisher, day, headline and id of each report", _article),
    Column("source_office", "the publishers", sources.publishers),
    Column(
        "source_date",
        "the days of publication",
        lambda i: joined(str(r.published) for r in i.reports if r.published),
    ),
    Column("source_headline", "the headlines", sources.headlines),
    Column("source_original", "those whom the reports cite", sources.cited),
    Column(
        "where_prec",
        "site and settlement 1, district 3, province 4, region 5, country 6, sea 7",
        places.where_precision,
    ),
    Column("where_coordinates", "the place as reports name it", places.place_name),
    empty("where_description", "the place is told in `where_coordinates`"),
    Column("adm_1", "of the place, where the gazetteer has it", places.admin1),
    Column("adm_2", "where the place is a second-level unit", places.admin2),
    Column("latitude", "WGS 84, four digits", places.latitude),
    Column("longitude", "WGS 84, four digits", places.longitude),
    Column("geom_wkt", "the same point", _wkt),
    Column("priogrid_gid", "the PRIO-GRID cell of the point", places.prio_grid),
    Column("country", "of the place", lambda i: places.country_name(places.country(i))),
    empty("country_id", "Gleditsch and Ward's numbers are not in Dateline"),
    Column(
        "region",
        "of the country, by Dateline's list of UCDP's regions",
        lambda i: country_codes(places.country(i)).ucdp_region,
    ),
    Column("event_clarity", "1: the record holds it as one happening", lambda _: 1),
    Column(
        "date_prec",
        "1 a day, 2 up to six days, 3 a week, 4 a month, 5 longer",
        lambda i: date_prec(i.date),
    ),
    Column("date_start", "first day", lambda i: str(i.date.start)),
    Column("date_end", "last day", lambda i: str(i.date.end)),
    empty("deaths_a", _NO_SIDES),
    empty("deaths_b", _NO_SIDES),
    Column(
        "deaths_civilians",
        "`best`, where every count is of civilians, aid workers or journalists",
        lambda i: _deaths(i, civilian=True),
    ),
    Column("deaths_unknown", "`best` otherwise", lambda i: _deaths(i, civilian=False)),
    Column(
        "best",
        "the number of killed that most independent origins stand by; empty if none gives one",
        lambda i: tolls.best(i, "killed"),
    ),
    Column(
        "high",
        "the greatest an origin stands by; of `at least 4`, 4",
        lambda i: tolls.highest(i, "killed"),
    ),
    Column("low", "the least an origin stands by", lambda i: tolls.low(i, "killed")),
    empty("gwnoa", "Gleditsch and Ward's numbers are not in Dateline"),
    empty("gwnob", "Gleditsch and Ward's numbers are not in Dateline"),
)
EXPORT = IncidentExport(
    media_type="text/csv",
    suffix=".ged.csv",
    description="CSV in the shape of UCDP GED: one deadly incident a row",
    write=write,
)
