"""Tab-separated rows in the shape of GDELT 1.0: CAMEO codes, with counts of reports and origins."""

from collections.abc import Iterable
from datetime import date
from typing import IO

from dateline.knowledge.crosswalk import crosswalk, goldstein
from dateline.publish import incident_places as places
from dateline.publish import incident_sources as sources
from dateline.publish.crosswalk import cameo_code, sides
from dateline.publish.export import IncidentExport
from dateline.publish.incident_choice import taken_place
from dateline.publish.privacy import shown_name
from dateline.publish.tabular import Cell, Column, empty, joined, write_table
from dateline.records import Incident, Party

_QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))  # up to which root code, and its quad class
_GEO_TYPES = {"site": 4, "settlement": 4, "admin2": 4, "admin1": 5}  # a country or more: 1
_IN_USA = {4: 3, 5: 2}  # the United States have types of their own
_FIPS = "FIPS 10-4 and feature numbers are not in Dateline"


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write one row an incident, under no heading."""
    dated = (i for i in taken_place(incidents) if i.date.start)
    write_table(dated, stream, COLUMNS, above=(), delimiter="\t")


def _party(incident: Incident, side: int) -> Party | None:
    return next(iter(sides(incident)[side]), None)


def _role(party: Party | None) -> str:
    return crosswalk().cameo.roles.get(party.role, "") if party else ""


def _code(party: Party | None) -> Cell:
    return f"{party.country or ''}{_role(party)}" or None if party else None


def _actor(side: int) -> tuple[Column, ...]:
    """Make the ten columns of a side."""
    name = f"Actor{side + 1}"
    who = "first actor" if side == 0 else "first target, or second actor of a mutual clash"
    unknown = ("KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code")
    return (
        Column(f"{name}Code", f"country and role of the {who}", lambda i: _code(_party(i, side))),
        Column(
            f"{name}Name",
            "as reports name it",
            lambda i: shown_name(party) if (party := _party(i, side)) else None,
        ),
        Column(
            f"{name}CountryCode",
            "ISO 3166-1 alpha-3",
            lambda i: party.country if (party := _party(i, side)) else None,
        ),
        *(empty(f"{name}{column}", "Dateline has no such code") for column in unknown),
        Column(f"{name}Type1Code", "CAMEO's role code", lambda i: _role(_party(i, side)) or None),
        empty(f"{name}Type2Code", "one role a party"),
        empty(f"{name}Type3Code", "one role a party"),
    )


def _unplaced(name: str) -> tuple[Column, ...]:
    columns = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")
    return tuple(empty(f"{name}Geo_{c}", "only the event has a place") for c in columns)


def _quad(incident: Incident) -> Cell:
    root = int(cameo_code(incident)[:2])
    return next(quad for most, quad in _QUADS if root <= most)


def _geo_type(incident: Incident) -> Cell:
    if not places.is_placed(incident):
        return None
    kind = _GEO_TYPES.get(places.precision(incident) or "", 1)
    return _IN_USA.get(kind, kind) if places.country(incident) == "USA" else kind


def _full_name(incident: Incident) -> Cell:
    country = places.country_name(places.country(incident))
    named = (places.place_name(incident), places.admin1(incident), country)
    return ", ".join(dict.fromkeys(name for name in named if name)) or None


def _fraction(day: date) -> float:
    """Give the year with the part of it that has passed, as GDELT reckons it."""
    return round(day.year + (day.month * 30 + day.day) / 365, 4)


def _day(day: date | None, form: str = "%Y%m%d") -> Cell:
    return day.strftime(form) if day else None


def _words(incident: Incident) -> int:
    return sum(len(telling.event.evidence) for telling in incident.tellings)


COLUMNS = (
    Column("GLOBALEVENTID", "Dateline's id of the incident", lambda i: i.id),
    Column("SQLDATE", "first day", lambda i: _day(i.date.start)),
    Column("MonthYear", "of the first day", lambda i: _day(i.date.start, "%Y%m")),
    Column("Year", "of the first day", lambda i: _day(i.date.start, "%Y")),
    Column(
        "FractionDate",
        "year and (month × 30 + day) / 365",
        lambda i: _fraction(i.date.start) if i.date.start else None,
    ),
    *_actor(0),
    *_actor(1),
    empty("IsRootEvent", "of reports, not of incidents"),
    Column("EventCode", "by kind and weapon", cameo_code),
    Column("EventBaseCode", "its first three digits", lambda i: cameo_code(i)[:3]),
    Column("EventRootCode", "its first two digits", lambda i: cameo_code(i)[:2]),
    Column("QuadClass", "1 to root 05, 2 to 08, 3 to 13, 4 to 20", _quad),
    Column(
        "GoldsteinScale", "of the code, or the next wider one", lambda i: goldstein(cameo_code(i))
    ),
    Column("NumMentions", "quotes that tell of it, in all reports", _words),
    Column("NumSources", "independent origins; copies count once", lambda i: i.origins),
    Column("NumArticles", "reports, copies included", lambda i: len(i.reports)),
    empty("AvgTone", "Dateline measures no tone"),
    *_unplaced("Actor1"),
    *_unplaced("Actor2"),
    Column("ActionGeo_Type", "1 country, 2 US state, 3 US place, 4 place, 5 province", _geo_type),
    Column("ActionGeo_FullName", "place, province and country", _full_name),
    empty("ActionGeo_CountryCode", _FIPS),
    empty("ActionGeo_ADM1Code", _FIPS),
    Column("ActionGeo_Lat", "WGS 84", places.latitude),
    Column("ActionGeo_Long", "WGS 84", places.longitude),
    empty("ActionGeo_FeatureID", _FIPS),
    Column("DATEADDED", "day of the first report", lambda i: _day(sources.first_published(i))),
    Column("SOURCEURL", "addresses of the reports", lambda i: joined(r.url for r in i.reports)),
)
EXPORT = IncidentExport(
    media_type="text/tab-separated-values",
    suffix=".cameo.tsv",
    description="rows in the shape of GDELT 1.0: CAMEO codes, counts of reports and origins",
    write=write,
)
