"""Where an incident was, as other data sets want to have it."""

from math import floor

from dateline.knowledge.gazetteer.countries import country_of
from dateline.knowledge.gazetteer.entry import Entry, where_prec
from dateline.knowledge.gazetteer.lookup import open_gazetteer
from dateline.publish.columns import RADIUS_KM
from dateline.records import Incident, Place

_NEAR = 0.001  # degrees: the gazetteer's own point, but for rounding
_ROUND = 4  # digits after the point, about 10 m
_CELLS = 720  # of half a degree around the globe


def is_placed(incident: Incident) -> bool:
    """Tell whether the incident has a point."""
    return incident.place is not None and incident.place.lat is not None


def latitude(incident: Incident) -> float | None:
    """Give degrees north."""
    lat = incident.place.lat if incident.place else None
    return None if lat is None else round(lat, _ROUND)


def longitude(incident: Incident) -> float | None:
    """Give degrees east."""
    lon = incident.place.lon if incident.place else None
    return None if lon is None else round(lon, _ROUND)


def radius_km(incident: Incident) -> int | None:
    """Tell how far from the point it may have been."""
    return (
        RADIUS_KM.get(incident.place.precision) if incident.place and is_placed(incident) else None
    )


def place_name(incident: Incident) -> str | None:
    """Give the place as the reports call it."""
    return incident.place.name if incident.place else None


def precision(incident: Incident) -> str | None:
    """Tell what the point stands for."""
    return incident.place.precision if incident.place else None


def country(incident: Incident) -> str | None:
    """Give the country's ISO 3166-1 alpha-3 code."""
    return incident.place.country if incident.place else None


def country_name(alpha3: str | None) -> str | None:
    """Name the country of a code in English."""
    found = country_of(alpha3) if alpha3 else None
    return found.name if found else None


def where_precision(incident: Incident) -> int | None:
    """Give UCDP's code for how exact the place is."""
    return where_prec(incident.place.precision) if incident.place else None


def admin1(incident: Incident) -> str | None:
    """Name the first-level unit, where the gazetteer has the very place or the report told it."""
    place = incident.place
    if place is None or place.country is None:
        return None
    if place.precision == "admin1":
        return place.name
    entry = _entry(place)
    unit = open_gazetteer().unit(place.country, entry.admin1) if entry and entry.admin1 else None
    return unit.name if unit else None


def admin2(incident: Incident) -> str | None:
    """Name the second-level unit, where it is the place itself."""
    place = incident.place
    return place.name if place and place.precision == "admin2" else None


def prio_grid(incident: Incident) -> int | None:
    """Give the PRIO-GRID cell: of half a degree, counted from 1, to the east and then north."""
    place = incident.place
    if place is None or place.lat is None or place.lon is None:
        return None
    row, column = floor((place.lat + 90) * 2), floor((place.lon + 180) * 2)
    return row * _CELLS + column + 1


def _entry(place: Place) -> Entry | None:
    """Find the place in the gazetteer; one of the same name elsewhere is not it."""
    if place.lat is None or place.lon is None:
        return None
    for entry in open_gazetteer().candidates(place.name):
        near = abs(entry.lat - place.lat) < _NEAR and abs(entry.lon - place.lon) < _NEAR
        if near and entry.country == place.country:
            return entry
    return None
