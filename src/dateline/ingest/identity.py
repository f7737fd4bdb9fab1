"""The ids of reports: made from names where a file gives none, and unique within one reading."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from dateline.records import Rejection, Report

_UNFIT = re.compile(r"[^\w.-]+")


def make_id(name: str, *, number: int | None = None) -> str:
    """Make an id from the name of a file and, in a file of many, the number of the line."""
    stem = "stdin" if name == "-" else PurePath(name).stem
    made = _UNFIT.sub("-", stem).strip("-.") or "report"
    return made if number is None else f"{made}-{number}"


def is_made(report: Report) -> bool:
    """Tell whether a report's id was made from where it was read, for want of one of its own."""
    name, _, number = (report.source or "-").rpartition(":")
    if name and number.isdecimal():
        return report.id in (make_id(name), make_id(name, number=int(number)))
    return report.id == make_id(report.source or "-")


def keep_unique(found: Iterable[Report | Rejection]) -> Iterator[Report | Rejection]:
    """Refuse a report that was read before; give one that only shares its id another id."""
    seen: dict[str, tuple[int, str]] = {}
    for report in found:
        if isinstance(report, Rejection):
            yield report
            continue
        content = hash(replace(report, source=None))
        first = seen.get(report.id)
        if first and first[0] == content:
            reason = f"report {report.id!r} was read before, from {first[1]}"
            yield Rejection(source=report.source or report.id, reason=reason)
            continue
        unique = replace(report, id=_free_id(report.id, seen))
        seen[unique.id] = content, report.source or "the same source"
        yield unique


def _free_id(wanted: str, seen: dict[str, tuple[int, str]]) -> str:
    made, number = wanted, 1
    while made in seen:
        number += 1
        made = f"{wanted}-{number}"
    return made
