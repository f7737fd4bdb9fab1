"""CSV with HXL hashtags in its second row, for humanitarian exchange."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import IO

from dateline.publish import incident_places as places
from dateline.publish import incident_sources as sources
from dateline.publish import incident_tolls as tolls
from dateline.publish.export import IncidentExport
from dateline.publish.privacy import shown_names, shown_title
from dateline.publish.tabular import Cell, Column, joined, write_table
from dateline.records import Incident


@dataclass(frozen=True, slots=True)
class Tagged(Column):
    """A column with its hashtag and attributes."""

    tag: str


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write the heading, the hashtags and one row an incident."""
    names, tags = [c.name for c in COLUMNS], [c.tag for c in COLUMNS]
    write_table(incidents, stream, COLUMNS, above=[names, tags])


def _day(of: Callable[[Incident], object]) -> Callable[[Incident], Cell]:
    return lambda incident: str(of(incident) or "") or None


def _told(measure: str) -> Tagged:
    return Tagged(
        measure,
        "what most origins stand by; empty where only a bound is told",
        lambda i: tolls.told(i, measure),
        f"#affected+{measure}",
    )


def _people(measure: str) -> Iterable[Tagged]:
    tag = f"#affected+{measure}"
    yield _told(measure)  # first: a reader who asks for a tag takes the first column that bears it
    yield Tagged(
        f"{measure}_low",
        "least that an origin stands by",
        lambda i: tolls.low(i, measure),
        f"{tag}+min",
    )
    yield Tagged(
        f"{measure}_high",
        "greatest that an origin stands by; empty if open",
        lambda i: tolls.high(i, measure),
        f"{tag}+max",
    )


COLUMNS = (
    Tagged("incident_id", "Dateline's id of the incident", lambda i: i.id, "#event+id"),
    Tagged("title", "what and where, or by whom", shown_title, "#event+name"),
    Tagged(
        "description",
        "the words by which the first report tells of it",
        sources.first_words,
        "#description",
    ),
    Tagged("kind", "the finer code", lambda i: i.kind, "#event+type"),
    Tagged("acled", "ACLED's sub-event type", lambda i: i.acled, "#event+type+v_acled"),
    Tagged("plover", "one of the sixteen types", lambda i: i.type, "#event+code+v_plover"),
    Tagged(
        "factuality",
        "occurred, denied, planned or conditional",
        lambda i: i.factuality,
        "#event+factuality",
    ),
    Tagged("date_start", "first day", _day(lambda i: i.date.start), "#date+start"),
    Tagged("date_end", "last day", _day(lambda i: i.date.end), "#date+end"),
    Tagged(
        "date_precision",
        "how exact the days are",
        lambda i: i.date.precision,
        "#event+date_precision",
    ),
    Tagged(
        "first_reported",
        "day of the first report",
        _day(sources.first_published),
        "#date+reported+first",
    ),
    Tagged(
        "last_reported",
        "day of the last report",
        _day(sources.last_published),
        "#date+reported+last",
    ),
    Tagged("country", "ISO 3166-1 alpha-3", places.country, "#country+code+v_iso3"),
    Tagged("admin1", "first-level unit, where known", places.admin1, "#adm1+name"),
    Tagged("admin2", "where it is the place", places.admin2, "#adm2+name"),
    Tagged("place", "as reports name it", places.place_name, "#loc+name"),
    Tagged("latitude", "WGS 84", places.latitude, "#geo+lat"),
    Tagged("longitude", "WGS 84", places.longitude, "#geo+lon"),
    Tagged("place_precision", "what the point stands for", places.precision, "#geo+precision"),
    *_people("killed"),
    *_people("injured"),
    Tagged(
        "children_killed",
        "where all counts of children agree",
        lambda i: tolls.of_population(i, "killed", "child"),
        "#affected+killed+children",
    ),
    Tagged(
        "women_killed",
        "where all counts of women agree",
        lambda i: tolls.of_population(i, "killed", "woman"),
        "#affected+killed+f",
    ),
    *(_told(measure) for measure in ("displaced", "abducted", "missing")),
    Tagged(
        "actors",
        "who did it, by semicolons",
        lambda i: joined(shown_names(i.actors)),
        "#group+name+actor",
    ),
    Tagged(
        "targets",
        "to whom or what; private persons without names",
        lambda i: joined(shown_names(i.targets)),
        "#group+name+recipient",
    ),
    Tagged("weapon", "what most origins name", lambda i: i.weapon, "#cause+type"),
    Tagged("grade", "how well attested", lambda i: i.grade.grade, "#status+code+v_airwars"),
    Tagged("reports", "copies included", lambda i: len(i.reports), "#meta+reports+num"),
    Tagged("origins", "independent ones", lambda i: i.origins, "#meta+origins+independent+num"),
    Tagged("sources", "the publishers", sources.publishers, "#meta+source"),
    Tagged("links", "addresses of the reports", sources.addresses, "#meta+url"),
)
EXPORT = IncidentExport(
    media_type="text/csv",
    suffix=".hxl.csv",
    description="CSV with HXL hashtags, for humanitarian exchange",
    write=write,
)
