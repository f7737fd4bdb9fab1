"""Tables of warnings with their starts and ends, as public data sets of sirens have them."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from dateline.errors import UnreadableReportError
from dateline.ingest.decoding import decode
from dateline.ingest.warning_format import (
    WarningFormat,
    json_of,
    level,
    moment,
    path,
    text_of,
    warning_type,
)
from dateline.ingest.warnings._oblasts import placed
from dateline.records.warning import WarningInterval, WarningReading

# What columns are called, in small letters; the first that is there counts.
_HEADERS = {
    "start": ("started_at", "start", "started", "from", "begin", "start_time", "onset"),
    "end": ("finished_at", "end", "ended_at", "finished", "to", "until", "end_time", "expires"),
    "oblast": ("oblast", "state", "region_oblast", "location_oblast", "admin1"),
    "raion": ("raion", "district", "location_raion", "admin2"),
    "hromada": ("hromada", "community"),
    "region": ("region", "region_name", "area", "place", "location", "location_title", "city"),
    "level": ("level", "region_level", "location_type", "region_type"),
    "type": ("type", "alert_type", "kind"),
    "country": ("country", "iso3"),
    "source": ("source", "sender"),
    "key": ("id", "key", "uid"),
}
_SIZES = ("oblast", "raion", "hromada")
_MOST_FAULTS = 100  # that are named; a table of another kind has one a row
_ALPHA3 = 3
_MOST_ROWS = 100_000  # they take some two seconds


def read(body: bytes) -> WarningReading:
    """Read a table of CSV, or JSON of one object a row; rows that are wrong are passed over."""
    found: dict[str, WarningInterval] = {}
    faults: list[str] = []
    missed = 0
    for number, row in enumerate(_rows(body), start=1):
        if number > _MOST_ROWS:
            message = f"has more than {_MOST_ROWS:,} rows; split it"
            raise UnreadableReportError(message, rows=number)
        interval = _interval(row)
        if interval:
            found[interval.key] = interval
            continue
        missed += 1
        if missed <= _MOST_FAULTS:
            faults.append(f"row {number} lacks a region or a start that can be read")
    if missed > _MOST_FAULTS:
        faults.append(f"and {missed - _MOST_FAULTS:,} rows more")
    if not found:
        message = "holds no warning: a table needs columns such as region, start and end"
        raise UnreadableReportError(message, faults=len(faults))
    ends = [interval.end or interval.start for interval in found.values()]
    return WarningReading(intervals=placed(found.values()), at=max(ends), faults=tuple(faults))


def _rows(body: bytes) -> Iterator[Mapping[str, Any]]:
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{"):
        form = json_of(body.removeprefix(b"\xef\xbb\xbf"))
        yield from _objects(form)
        return
    text = decode(body, undo=False).text
    head = text.partition("\n")[0]
    mark = max(",;\t|", key=head.count)
    try:
        yield from csv.DictReader(io.StringIO(text), delimiter=mark)
    except csv.Error as error:
        message = f"is a broken table: {error}"
        raise UnreadableReportError(message) from error


def _objects(form: Any) -> Iterator[Mapping[str, Any]]:
    """Find the list of objects, on top or under some key."""
    lists: Iterable[Any] = form.values() if isinstance(form, dict) else [form]
    rows = next((value for value in lists if isinstance(value, list)), [])
    yield from (row for row in rows if isinstance(row, dict))


def _interval(row: Mapping[str, Any]) -> WarningInterval | None:
    heads = _heads(tuple(row))
    start = moment(_cell(row, heads["start"]))
    if start is None:
        return None
    end = moment(_cell(row, heads["end"]))
    names = [_cell(row, heads[size]) for size in _SIZES]
    own = _cell(row, heads["region"])
    name = next((part for part in (own, *reversed(names)) if part), None)
    if name is None or (end and end < start):
        return None
    country = _country(_cell(row, heads["country"]), ukrainian=any(names))
    region, within = path(country or "---", *names, own)
    kind = warning_type(_cell(row, heads["type"]) or "air")
    return WarningInterval(
        key=_cell(row, heads["key"]) or f"{region}/{kind}/{start.isoformat()}",
        region=region,
        region_name=name,
        country=country,
        level=_level(_cell(row, heads["level"]), names),
        type=kind,
        start=start,
        end=end,
        sender=_cell(row, heads["source"]),
        within=within,
    )


def _level(words: str | None, names: list[str | None]) -> str:
    told = level(words)
    if told != "area":
        return told
    filled = [size for size, name in zip(_SIZES, names, strict=True) if name]
    return filled[-1] if filled else "area"


def _country(words: str | None, *, ukrainian: bool) -> str | None:
    """Take the country's code; a table of oblasts and raions that names none is Ukraine's."""
    code = (words or "").upper()
    if len(code) == _ALPHA3 and code.isalpha():
        return code
    return "UKR" if ukrainian else None


@lru_cache(maxsize=8)
def _heads(columns: tuple[str | None, ...]) -> dict[str, tuple[str, ...]]:
    """Say which columns of a table hold each field; cells beyond the last column have no name."""
    known = {str(column).strip().lower(): column for column in columns if column is not None}
    return {
        field: tuple(known[name] for name in names if name in known)
        for field, names in _HEADERS.items()
    }


def _cell(row: Mapping[str, Any], heads: tuple[str, ...]) -> str | None:
    for head in heads:
        if cell := text_of(row[head]):
            return cell
    return None


WARNINGS = WarningFormat(
    name="Intervals",
    description="a table of CSV or JSON with region, start and end",
    read=read,
)
