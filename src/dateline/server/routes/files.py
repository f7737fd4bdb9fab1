"""What is taken along: exports, situation reports, and the map that everything lies on."""

import gzip
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import StreamingResponse

from dateline.errors import SettingError
from dateline.keeping import reporting, showing
from dateline.knowledge.outlines import outlines
from dateline.knowledge.outlines.towns import towns
from dateline.publish import INCIDENT_EXPORTS
from dateline.publish.sitrep.contents import Scope
from dateline.publish.sitrep.drafting import draft
from dateline.publish.sitrep.html import as_html
from dateline.publish.sitrep.pdf import as_pdf
from dateline.records import Box
from dateline.server.answers import answer
from dateline.server.asking import Filtered
from dateline.server.describing import written
from dateline.server.guards import STILL
from dateline.server.route import Route
from dateline.server.service import service_of
from dateline.server.streaming import streamed
from dateline.server.visitors import Reader

ROUTER = APIRouter(tags=["files"])
_FOREVER = "private, max-age=31536000, immutable"
_FIRST, _LAST = date(1900, 1, 1), date(2200, 1, 1)
_LONGEST = 30 * 365  # days of a situation report
_MOST = 2000  # incidents of a situation report
_TOWNS = 4000  # the largest of the world

_EXPORTED = written(*dict.fromkeys(form.media_type for _, form in INCIDENT_EXPORTS.items()))
_DRAWN: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Collections of GeoJSON by their layers, gzipped",
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
}
_Format = Annotated[str, Path(json_schema_extra={"enum": list(INCIDENT_EXPORTS.names())})]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatForm:
    """A format of incidents."""

    name: str
    media_type: str
    suffix: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """All formats of incidents."""

    formats: tuple[FormatForm, ...]


@ROUTER.get("/exports", response_model=Formats)
async def exports(_: Reader) -> Response:
    """List the formats that incidents can be had in."""
    return answer(
        Formats(
            formats=tuple(
                FormatForm(
                    name=name,
                    media_type=form.media_type,
                    suffix=form.suffix,
                    description=form.description,
                )
                for name, form in INCIDENT_EXPORTS.items()
            )
        )
    )


@ROUTER.get("/export/{format}", response_class=StreamingResponse, responses=_EXPORTED)
def export(request: Request, format: _Format, asked: Filtered) -> Response:
    """Write the incidents that fit in a format, however many, as they are read."""
    form = INCIDENT_EXPORTS[format]
    store = service_of(request).store
    query = reporting.unlimited(asked.query)
    stream = streamed(form, lambda: showing.incidents(store, query))
    name = f"incidents{form.suffix}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(stream, media_type=form.media_type, headers=headers)


@ROUTER.get("/sitrep", response_class=Response, responses=written("text/html", "application/pdf"))
def sitrep(
    request: Request,
    asked: Filtered,
    title: Annotated[str | None, Query(max_length=200)] = None,
    by: Literal["day", "place"] = "day",
    form: Literal["html", "pdf"] = "html",
) -> Response:
    """Draft a situation report of what fits, as a page or a PDF."""
    _must_be_short(asked.query.since, asked.query.until or datetime.now(UTC).date())
    with service_of(request).store.looking() as store:
        material = reporting.material(store, asked.query, most=_MOST)
    dates = [when for one in material.incidents if (when := one.date).start]
    _must_be_short(
        min((when.start for when in dates if when.start), default=None),
        max((when.end for when in dates if when.end), default=None),
    )
    scope: Scope = reporting.scope(asked.query, asked.given, title=title, by=by)
    written = draft(material, scope)
    if form == "pdf":
        headers = {"Content-Disposition": 'inline; filename="sitrep.pdf"'}
        return Response(as_pdf(written), media_type="application/pdf", headers=headers)
    headers = {"Content-Security-Policy": STILL}
    return Response(as_html(written), media_type="text/html", headers=headers)


def _must_be_short(first: date | None, last: date | None) -> None:
    """Refuse days that no timeline has room for."""
    if any(day and not _FIRST <= day < _LAST for day in (first, last)):
        message = f"A report is of days between {_FIRST.year} and {_LAST.year}"
        raise SettingError(message)
    if first and last and (last - first).days > _LONGEST:
        message = f"A report takes up to {_LONGEST // 365} years; narrow the days with from and to"
        raise SettingError(message)


@ROUTER.get("/basemap", response_class=Response, responses=_DRAWN)
def basemap(_: Reader) -> Response:
    """Give land, borders and towns; nothing of the map comes from elsewhere."""
    headers = {"Content-Encoding": "gzip", "Cache-Control": _FOREVER, "Vary": "Accept-Encoding"}
    return Response(_basemap(), media_type="application/json", headers=headers)


@cache
def _basemap() -> bytes:
    known = outlines()
    form = {
        "land": _collection(
            _area(land.rings, {"code": land.code, "name": land.name}) for land in known.lands
        ),
        "borders": _collection([_lines(known.borders)]),
        "coasts": _collection([_lines(known.coasts)]),
        "disputed": _collection([_lines(known.disputed)]),
        "units": _collection([_lines(known.units)]),
        "towns": _collection(_towns()),
    }
    return gzip.compress(msgspec.json.encode(form), compresslevel=6, mtime=0)


def _collection(features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def _area(rings: Any, properties: dict[str, Any]) -> dict[str, Any]:
    """Make an area of rings that each lie apart."""
    coordinates = [[ring] for ring in rings]
    shape = {"type": "MultiPolygon", "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def _lines(lines: Any) -> dict[str, Any]:
    shape = {"type": "MultiLineString", "coordinates": list(lines)}
    return {"type": "Feature", "properties": {}, "geometry": shape}


def _towns() -> Any:
    world = Box(west=-180, south=-90, east=180, north=90)
    for town in towns(world, most=_TOWNS):
        point = {"type": "Point", "coordinates": [town.lon, town.lat]}
        properties = {"name": town.name, "size": town.population}
        yield {"type": "Feature", "properties": properties, "geometry": point}


ROUTE = Route(ROUTER)
