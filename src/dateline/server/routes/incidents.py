"""Incidents: in lists, whole, as a stream of changes."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from dateline.keeping import showing
from dateline.publish.forms.incident import Around, IncidentForm, etag, incident_form
from dateline.publish.forms.listed import ListedForm, listed_form
from dateline.records import Change, Listed
from dateline.server.answers import encoded, of_revision, tagged
from dateline.server.around import around_incident
from dateline.server.asking import Cursor, Filtered, Limit, Number, cursor_of, placed, position_of
from dateline.server.route import Route
from dateline.server.service import Service, service_of
from dateline.server.visible import must_be_visible
from dateline.server.visitors import Reader
from dateline.store.overview import is_coded

ROUTER = APIRouter(tags=["incidents"])
_TYPES = {"json": "application/json", "geojson": "application/geo+json", "csv": "text/csv"}
_Names = Annotated[bool, Query(description="Names of private persons; for analysts.")]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would take the cell for one

_OTHER_FORMS: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            _TYPES["geojson"]: {"schema": {"type": "object"}},
            _TYPES["csv"]: {"schema": {"type": "string"}},
        }
    }
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some incidents; ``next`` is the cursor of the page behind, null at the end."""

    incidents: tuple[ListedForm, ...]
    next: str | None
    revision: int
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeForm:
    """An incident that was written anew, or is no more: then ``successors`` says where to look."""

    id: str
    kind: Literal["changed", "removed"]
    revision: int
    incident: ListedForm | None
    successors: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a page of changes ended."""

    id: str
    revision: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Changes in their order; ``next`` is where to go on, now or later."""

    changes: tuple[ChangeForm, ...]
    next: str
    more: bool


@ROUTER.get("/incidents", response_model=Page, responses=_OTHER_FORMS)
async def incidents(
    request: Request,
    asked: Filtered,
    limit: Limit = 50,
    cursor: Cursor = None,
    order: Literal["latest", "doubt"] = "latest",
    format: Literal["json", "geojson", "csv"] = "json",
    *,
    names: _Names = False,
) -> Response:
    """List the incidents that fit, the latest or the most doubtful first.

    A title that holds a person's name is given whole only to analysts who ask for names.
    """
    service = service_of(request)
    query = replace(asked.query, limit=limit + 1, order=order, after=position_of(cursor))

    def make() -> bytes:
        rows = service.search(query)
        shown = [listed_form(row, names=names and asked.visitor.analyst) for row in rows[:limit]]
        last = rows[limit - 1] if len(rows) > limit else None
        after = cursor_of(start=last.start, id=last.id, doubt=last.doubt) if last else None
        page = Page(incidents=tuple(shown), next=after, revision=service.seen, note=asked.note)
        return _written(page, format)

    return await of_revision(
        request,
        asked.visitor,
        make,
        media_type=_TYPES[format],
        at_once=order == "latest" and is_coded(query),
    )


@ROUTER.get("/incidents/{id}", response_model=IncidentForm)
async def incident(
    request: Request,
    id: str,
    visitor: Reader,
    *,
    names: _Names = False,
) -> Response:
    """Give all that is known of one; names of private persons only to analysts who ask for them."""
    service = service_of(request)
    body, tag = await run_in_threadpool(_whole, service, id, visitor, names=names)
    return tagged(request, body, tag)


@ROUTER.get("/changes", response_model=Changes)
async def changes(
    request: Request, visitor: Reader, after: Cursor = None, limit: Limit = 200
) -> Response:
    """Give what was changed or removed since a cursor, so that a copy can be kept up to date."""
    service = service_of(request)

    def make() -> bytes:
        return encoded(_changes(service, after, limit, sensitive=visitor.analyst))

    return await of_revision(request, visitor, make)


def _written(page: Page, form: str) -> bytes:
    if form == "csv":
        return _as_csv(page.incidents)
    if form == "geojson":
        features = [_feature(one) for one in page.incidents]
        return encoded({"type": "FeatureCollection", "features": features, "next": page.next})
    return encoded(page)


def _feature(one: ListedForm) -> dict[str, Any]:
    point = None if one.lat is None else {"type": "Point", "coordinates": [one.lon, one.lat]}
    return {"type": "Feature", "id": one.id, "geometry": point, "properties": one}


def _as_csv(listed: Sequence[ListedForm]) -> bytes:
    out = io.StringIO()
    names = [name for name in ListedForm.__slots__ if name not in ("tolls", "events")]
    tolls = [f"{m}_{b}" for m in ("killed", "injured") for b in ("low", "best", "high")]
    writer = csv.writer(out)
    writer.writerow([*names, *tolls])
    for one in listed:
        known = {toll.measure: (toll.low, toll.best, toll.high) for toll in one.tolls}
        bounds = [known.get(measure, (None,) * 3) for measure in ("killed", "injured")]
        cells = [getattr(one, name) for name in names] + [b for three in bounds for b in three]
        writer.writerow([_cell(cell) for cell in cells])
    return out.getvalue().encode()


def _cell(value: Any) -> Any:
    if isinstance(value, tuple):
        return "; ".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _whole(service: Service, id_: str, visitor: Reader, *, names: bool) -> tuple[bytes, str]:
    with service.store.looking() as store:
        found = showing.incident(store, id_)
        around = around_incident(store, found)
    must_be_visible(around.row, visitor)
    form = incident_form(found, around, names=names and visitor.analyst)
    return encoded(form), _tag(around)


def _tag(around: Around) -> str:
    """Name the state as the incident does; with official warnings it follows from those, too."""
    plain = etag(around.row.revision)
    if not around.warnings:
        return plain
    said = blake2b(encoded(around.warnings), digest_size=6).hexdigest()
    return f'{plain[:-1]}-{said}"'


def _changes(service: Service, after: str | None, limit: int, *, sensitive: bool) -> Changes:
    place = placed(after, _Place) or _Place(id="", revision=0)
    start = Change(id=place.id, revision=place.revision)
    found = service.store.changes(start, limit=limit + 1)
    rows = {row.id: row for row in service.store.listed(change.id for change in found)}
    last = found[:limit][-1] if found else start
    return Changes(
        changes=tuple(
            _change(service, change, rows, sensitive=sensitive) for change in found[:limit]
        ),
        next=cursor_of(id=last.id, revision=last.revision),
        more=len(found) > limit,
    )


def _change(
    service: Service, change: Change, rows: dict[str, Listed], *, sensitive: bool
) -> ChangeForm:
    row = rows.get(change.id)
    if row is not None and (sensitive or not row.sensitive):
        return ChangeForm(
            id=change.id, kind="changed", revision=change.revision, incident=listed_form(row)
        )
    stone = service.store.tombstone(change.id) if row is None else None
    return ChangeForm(
        id=change.id,
        kind="removed",
        revision=change.revision,
        incident=None,
        successors=stone.successors if stone else (),
        reason=stone.reason if stone else None,
    )


ROUTE = Route(ROUTER)
