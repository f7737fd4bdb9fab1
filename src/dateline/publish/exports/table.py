"""The view for a terminal."""

from collections.abc import Iterable
from typing import TextIO

from dateline.publish.export import Export, Options
from dateline.records import Record


def write(records: Iterable[Record], stream: TextIO, options: Options) -> None:
    """Show each report with its events in the order of time."""
    from dateline.publish.terminal.report import view
    from dateline.publish.terminal.screen import Screen

    screen = Screen(stream, options)
    for record in records:
        screen.show(view(record, evidence=options.evidence, width=screen.width))


EXPORT = Export(
    media_type="text/plain",
    suffix=".txt",
    description="for reading in a terminal",
    write=write,
)
