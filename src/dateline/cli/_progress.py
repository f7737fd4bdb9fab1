"""How far a command has come, for whoever watches."""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from dateline.cli._reports import Reports
from dateline.records import Record, Report

T = TypeVar("T", Report, Record)

_LINE = re.compile(r":\d+$")  # of a file that holds several reports
_A_FEW = 3  # files; fewer are read before a bar is noticed


def shown(items: Iterable[T], reports: Reports, stream: TextIO) -> Iterator[T]:
    """Pass reports or records on, with a bar on standard error where somebody sees it."""
    watched = sys.stderr.isatty() and not stream.isatty()
    files = reports.files() if watched else 0
    return _with_bar(items, files) if files > _A_FEW else iter(items)


def _with_bar(items: Iterable[T], files: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=files)
        seen = set()
        for item in items:
            report = item.report if isinstance(item, Record) else item
            seen.add(_LINE.sub("", report.source or ""))
            progress.update(task, completed=len(seen))
            yield item
