"""Gold files: reports as somebody coded them, one JSON object a line, in the form of records."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import UnreadableReportError
from dateline.measure.likeness import Coded

_PARTS = {"report": dict, "text": str, "events": list, "figures": list, "claims": list}


@dataclass(frozen=True, slots=True)
class Gold:
    """The coded reports of a file by their ids, and the file's digest (SHA-256, hex)."""

    reports: dict[str, Coded]
    digest: str


def read_gold(path: Path) -> Gold:
    """Read a gold file; a line that is none of it is named with what it lacks."""
    raw = path.read_bytes()
    found: dict[str, Coded] = {}
    for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), start=1):
        if line.strip():
            one = _coded(line, f"{path}, line {number}")
            found[one["report"]["id"]] = one
    if not found:
        message = f"{path} holds no coded report; each line is a record as `dateline read` writes"
        raise UnreadableReportError(message, path=str(path))
    return Gold(found, hashlib.sha256(raw).hexdigest())


def _coded(line: str, where: str) -> Coded:
    try:
        one: Any = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        message = f"{where} is no JSON: {error}"
        raise UnreadableReportError(message, path=where) from error
    for part, kind in _PARTS.items():
        if not isinstance(one, dict) or not isinstance(one.get(part), kind):
            message = f"{where} lacks {part!r}; a gold report is a record, coded by a person"
            raise UnreadableReportError(message, path=where)
    if not isinstance(one["report"].get("id"), str):
        message = f"{where} lacks the id of its report"
        raise UnreadableReportError(message, path=where)
    return dict(one)
