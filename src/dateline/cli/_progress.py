"""How far a command has come, for whoever watches."""

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from dateline.cli._reports import Reports
from dateline.records import Record

_A_FEW = 3  # files; fewer are read before a bar is noticed


def shown(records: Iterable[Record], reports: Reports, stream: TextIO) -> Iterator[Record]:
    """Pass records on, with a bar on standard error where somebody sees it and it pays."""
    watched = sys.stderr.isatty() and not stream.isatty()
    files = reports.files() if watched else 0
    return _with_bar(records, files) if files > _A_FEW else iter(records)


def _with_bar(records: Iterable[Record], files: int) -> Iterator[Record]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=files)
        seen: set[str | None] = set()  # a file may hold several reports
        for record in records:
            seen.add(record.report.source)
            progress.update(task, completed=len(seen))
            yield record
