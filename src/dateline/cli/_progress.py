"""How far a command has come, for whoever watches."""

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from dateline.cli._reports import Reports
from dateline.records import Record, Report

T = TypeVar("T", Report, Record)

_A_FEW = 3  # reports; fewer are read before a bar is noticed


def shown(items: Iterable[T], reports: Reports, stream: TextIO | None = None) -> Iterator[T]:
    """Pass reports or records on, with a bar on standard error where somebody sees it.

    There is none where the terminal shows what is written to ``stream``.
    """
    watched = sys.stderr.isatty() and not (stream and stream.isatty())
    count = reports.count() if watched else 0
    return _with_bar(items, count) if count > _A_FEW else iter(items)


def _with_bar(items: Iterable[T], count: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=count)
        seen = set()
        for item in items:
            report = item.report if isinstance(item, Record) else item
            seen.add(report.source)
            progress.update(task, completed=len(seen))
            yield item
