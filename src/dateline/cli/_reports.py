"""The reports a command is given, with a count of what became of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import click

from dateline.records import Record, Rejection, Report

published_option = click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day of publication, as 2024-10-29, where the reports do not tell it.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes to read with.",
)
any_language_option = click.option(
    "--any-language", is_flag=True, help="Read reports that do not seem to be English, too."
)


class Reports:
    """Reports from files, folders and standard input; what cannot be read is kept aside."""

    def __init__(
        self,
        files: Iterable[str],
        *,
        published: datetime | None = None,
        any_language: bool = False,
        unique: bool = True,
    ) -> None:
        """Take the names as the reader typed them; nothing is opened yet."""
        self._files = tuple(files)
        self._published = published.date() if published else None
        self._any_language = any_language
        self._unique = unique
        self.rejections: list[Rejection] = []
        self._counts: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Report]:
        """Read the reports one after the other."""
        from dateline.ingest import ReadOptions, read_paths

        options = ReadOptions(
            published=self._published, any_language=self._any_language, unique=self._unique
        )
        for found in read_paths(self._files, options=options):
            if isinstance(found, Rejection):
                self.rejections.append(found)
            else:
                yield found

    def count(self) -> int:
        """Count what there is to read: a file, or in JSON Lines each line."""
        paths = [Path(name) for name in self._files]
        inside = [file for path in paths for file in path.rglob("*") if file.is_file()]
        return sum(map(_count, [*inside, *(path for path in paths if not path.is_dir())]))

    def counted(self, records: Iterable[Record]) -> Iterator[Record]:
        """Pass records on, and count what is in them."""
        for record in records:
            self._counts["report"] += 1
            self._counts["event"] += len(record.events)
            self._counts["figure"] += len(record.figures)
            self._counts["claim"] += len(record.claims)
            yield record

    def sum_up(self) -> None:
        """Say on standard error what was read, and what was not and why."""
        for rejection in self.rejections:
            click.echo(f"Not read: {rejection.source}: {rejection.reason}", err=True)
        told = ", ".join(_number(self._counts[noun], noun) for noun in ("event", "figure", "claim"))
        left = f"; {len(self.rejections)} not read" if self.rejections else ""
        click.echo(f"Read {_number(self._counts['report'], 'report')}: {told}{left}.", err=True)


def _count(path: Path) -> int:
    if path.suffix not in (".jsonl", ".ndjson") or not path.is_file():
        return 1
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
