"""Everything at a glance: map, timeline, and what it adds up to in a sentence."""

from dataclasses import dataclass, fields, replace
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dateline.keeping import glancing, mapping
from dateline.keeping.asking import box_of
from dateline.keeping.glancing import Summary, Timeline
from dateline.keeping.mapping import Cell
from dateline.publish.forms.listed import ListedForm, listed_form
from dateline.records import Box, Listed
from dateline.records import Query as Asked
from dateline.server.answers import encoded, of_revision
from dateline.server.asking import Filtered
from dateline.server.route import Route
from dateline.server.sentences import sentence
from dateline.server.service import Service, service_of
from dateline.store import Store
from dateline.store.overview import Overview, is_coded

ROUTER = APIRouter(tags=["glance"])
_WORLD = "-180,-90,180,90"
_SHOWN = 400  # single incidents of a map that are told in full
View = Annotated[str, Query(max_length=100, description="west,south,east,north")]
Zoom = Annotated[float, Query(ge=0, le=20, description="Of a web map; 0 is the whole world.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureForm:
    """What lies together on the map; ``incident`` is given where it is one alone."""

    lat: float
    lon: float
    count: int
    grade: str
    families: dict[str, int]
    killed: tuple[float, float] | None
    bounds: tuple[float, float, float, float]
    incident: ListedForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapForm:
    """The incidents of a view, those that would cover each other counted together."""

    revision: int
    total: int
    unplaced: int
    undated: int
    features: tuple[FeatureForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryForm(Summary):
    """What fits, counted and in a sentence."""

    words: str


@ROUTER.get("/map", response_model=MapForm)
async def map_(request: Request, asked: Filtered, view: View = _WORLD, zoom: Zoom = 2) -> Response:
    """Count the incidents of a view of the map."""
    service, box = service_of(request), box_of(view)

    def make() -> bytes:
        return encoded(_map(service, asked.query, box, round(zoom)))

    return await of_revision(request, asked.visitor, make, at_once=is_coded(asked.query))


@ROUTER.get("/timeline", response_model=Timeline)
async def timeline(request: Request, asked: Filtered) -> Response:
    """Count the incidents over time."""
    service = service_of(request)

    def make() -> bytes:
        overview = service.overview()
        rows = overview.fitting(service.store, asked.query)
        return encoded(glancing.timeline(overview, rows))

    return await of_revision(request, asked.visitor, make)


@ROUTER.get("/summary", response_model=SummaryForm)
async def summary(request: Request, asked: Filtered) -> Response:
    """Say what the filters leave, in one sentence and counted."""
    service = service_of(request)

    def make() -> bytes:
        overview = service.overview()
        found = glancing.summary(overview, overview.fitting(service.store, asked.query))
        words = sentence(found, asked.given)
        return encoded(
            SummaryForm(**{f.name: getattr(found, f.name) for f in fields(found)}, words=words)
        )

    return await of_revision(request, asked.visitor, make)


def _map(service: Service, query: Asked, view: Box, zoom: int) -> MapForm:
    overview = service.overview()
    found = mapping.cells(service.store, overview, query, view, zoom)
    numbers = [cell.number for cell in found if cell.number is not None][-_SHOWN:]
    told = service.store.numbered(numbers)
    return MapForm(
        revision=overview.revision,
        total=sum(cell.count for cell in found),
        unplaced=_unplaced(service.store, overview, query),
        undated=_undated(service.store, overview, query),
        features=tuple(_feature(cell, told) for cell in found),
    )


def _feature(cell: Cell, told: dict[int, Listed]) -> FeatureForm:
    alone = told.get(cell.number) if cell.number is not None else None
    return FeatureForm(
        lat=cell.lat,
        lon=cell.lon,
        count=cell.count,
        grade=cell.grade,
        families=cell.families,
        killed=cell.killed,
        bounds=cell.bounds,
        incident=listed_form(alone) if alone else None,
    )


def _unplaced(store: Store, overview: Overview, query: Asked) -> int:
    """Count what has no place; within an area there is none."""
    if query.box or query.near:
        return 0
    return len(overview.fitting(store, replace(query, placed=False)))


def _undated(store: Store, overview: Overview, query: Asked) -> int:
    """Count what has no day; within some days there is none."""
    if query.since or query.until:
        return 0
    return len(overview.fitting(store, replace(query, dated=False)))


ROUTE = Route(ROUTER)
