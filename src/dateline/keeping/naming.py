"""Which report of a record a text is: known by its address, its id, or its words."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from dateline.keeping.changing import digest
from dateline.records import Report
from dateline.store import Reading

_SHORT = 6  # digits of a hash that tell namesakes apart


def named(store: Reading, report: Report, *, made: bool) -> Report:
    """Give a report the id that it has in the record, or will have.

    ``made`` tells that the id comes from the name of a file. Such an id is no one's own: the same
    words are the same report, whatever the file is called, files of one name in several folders
    are several reports, and so are texts that come in by a pipe.
    """
    if report.url and (known := store.find_url(report.url)):
        return replace(report, id=known)
    if not made:
        return report
    if known := store.find_digest(digest(report)):
        return replace(report, id=known)
    source = _whole(report.source)
    if source in (None, "-"):
        return replace(report, id=f"{report.id}-{digest(report)[:_SHORT]}")
    first = store.report(report.id)
    if first is None or first.report.source == source:
        return replace(report, source=source)
    return replace(report, id=f"{report.id}-{_short(source)}", source=source)


def _whole(source: str | None) -> str | None:
    """Write a path in full, so that it is known again from another folder."""
    return str(Path(source).resolve()) if source and source != "-" else source


def _short(source: str | None) -> str:
    return sha256((source or "").encode()).hexdigest()[:_SHORT]
