"""The reports that a situation report rests on: numbered, and grouped by origin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.publish import days
from dateline.publish.prose import listed, on_one_line
from dateline.publish.sitrep.contents import Refs, Source
from dateline.records import Incident, Lineage, Link, Report

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Every report in the order of publication, with its number and the letter of its origin."""

    reports: tuple[Report, ...]
    numbers: Mapping[str, int]
    letters: Mapping[str, str]
    names: Mapping[str, str]  # of the origins, by letter
    links: Mapping[str, Link]

    def refs(self, ids: Iterable[str]) -> Refs:
        """Give the numbers of reports, each once, the earliest first."""
        return tuple(sorted({self.numbers[id_] for id_ in ids}))

    def sources(self) -> tuple[Source, ...]:
        """Describe each report as the list at the end does."""
        return tuple(self._source(report) for report in self.reports)

    def _source(self, report: Report) -> Source:
        return Source(
            number=self.numbers[report.id],
            id=report.id,
            publisher=on_one_line(report.publisher or "publisher not told"),
            date=days.day(report.published) if report.published else "date not told",
            title=on_one_line(report.title or _beginning(report.text)),
            url=on_one_line(report.url) if report.url else None,
            origin=self.letters[report.id],
            lineage=self._lineage(report),
        )

    def _lineage(self, report: Report) -> str:
        letter = self.letters[report.id]
        words = [f"Origin {letter}: {self.names[letter]}"]
        if others := [name for name in report.credits if name != report.publisher]:
            words.append(f"draws on {listed(others)}")
        link = self.links.get(report.id)
        if link and link.parent in self.numbers:
            words.append(f"{on_one_line(link.reason)}: see [{self.numbers[link.parent]}]")
        return "; ".join(words)


def shelve(incidents: Iterable[Incident]) -> Shelf:
    """Give each report a number; those of one origin in any incident share a letter."""
    incidents = list(incidents)
    reports = {report.id: report for incident in incidents for report in incident.reports}
    ordered = sorted(reports.values(), key=lambda r: (r.published or date.max, r.id))
    lineages = [lineage for incident in incidents for lineage in incident.lineages]
    heads = _heads([report.id for report in ordered], lineages)
    letter = {head: _letter(n) for n, head in enumerate(dict.fromkeys(heads.values()))}
    letters = {id_: letter[head] for id_, head in heads.items()}
    names = {letters[line.reports[0]]: line.origin for line in reversed(lineages) if line.reports}
    return Shelf(
        reports=tuple(ordered),
        numbers={report.id: number for number, report in enumerate(ordered, start=1)},
        letters=letters,
        names={letter: on_one_line(name) for letter, name in names.items()},
        links={link.child: link for line in lineages for link in line.links},
    )


def _heads(ids: Iterable[str], lineages: Iterable[Lineage]) -> dict[str, str]:
    """Map each report to the first one of those that share its origin, at whatever remove.

    Lineages of one name are of one house: within an incident no two have the same.
    """
    head = {id_: id_ for id_ in ids}
    rank = {id_: number for number, id_ in enumerate(head)}
    named: dict[str, set[str]] = {}
    for lineage in lineages:
        named.setdefault(lineage.origin, set()).update(head.keys() & lineage.reports)
    for group in named.values():
        first = min((_head(id_, head) for id_ in group), key=rank.__getitem__)
        for id_ in group:
            head[_head(id_, head)] = first
    return {id_: _head(id_, head) for id_ in head}


def _head(id_: str, head: dict[str, str]) -> str:
    """Follow a report to its first one, and shorten the way for the next time."""
    first = id_
    while head[first] != first:
        first = head[first]
    while head[id_] != first:
        head[id_], id_ = first, head[id_]
    return first


def _letter(number: int) -> str:
    """Count by letters: A to Z, then AA, AB."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters


def _beginning(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[0][:120] if lines else "(no text)"
