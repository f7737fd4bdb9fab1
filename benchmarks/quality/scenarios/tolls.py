"""Recompute an incident's figures from those of its reports, by the codebook's 'Across reports'."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from msgspec import UNSET

from benchmarks.quality.authoring.gold import Figure, Record
from benchmarks.quality.authoring.values import Number
from benchmarks.quality.scenarios.incidents import Incident, Toll

NOT_TOLLS = frozenset({"distance", "other"})
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """A figure with the lineage that gives it and the place of its report in the order."""

    figure: Figure
    lineage: str
    order: int


def tolls(
    incident: Incident, records: tuple[Record, ...], statements: Mapping[str, str]
) -> dict[str, Toll]:
    """Work out every measure of an incident; ``statements`` names the report a speaker issued."""
    given = [
        Given(figure, _lineage(incident, record, figure, statements), order)
        for order, record in enumerate(records)
        for figure in record.figures
        if f"{record.report.id}/{figure.event}" in incident.events and _counts(figure)
    ]
    by_measure = _grouped((one.figure.measure, one) for one in given)
    return {measure: _toll(figures) for measure, figures in by_measure.items()}


def _counts(figure: Figure) -> bool:
    """Leave out sub-counts, running totals, and what is optional or taken back."""
    marks = (figure.of, figure.optional, figure.withdrawn)
    is_whole = all(mark is UNSET for mark in marks)
    return is_whole and figure.scope == "event" and figure.measure not in NOT_TOLLS


def _lineage(
    incident: Incident, record: Record, figure: Figure, statements: Mapping[str, str]
) -> str:
    """Name a lineage by its first report; a speaker's figure is of the speaker's own statement."""
    origin = statements.get(figure.by or "", record.report.id)
    return next((group[0] for group in incident.lineages if origin in group), origin)


def _toll(given: list[Given]) -> Toll:
    numbers = [one for one in given if not _is_vague(one.figure)]
    standing = _standing(numbers or given)
    lows = [one.figure.low for one in standing if one.figure.low is not None]
    return Toll(low=min(lows, default=None), best=_best(standing), high=_high(standing))


def _is_vague(figure: Figure) -> bool:
    """Tell whether a figure is a word such as "dozens"."""
    return figure.qualifier == "about" and figure.low != figure.high


def _standing(given: list[Given]) -> list[Given]:
    """Keep what the latest report of each lineage gives."""
    latest: dict[str, int] = {}
    for one in given:
        latest[one.lineage] = max(one.order, latest.get(one.lineage, 0))
    return [one for one in given if one.order == latest[one.lineage]]


def _high(standing: list[Given]) -> Number | None:
    """Take the greatest bound, unless an "at least" reaches as far."""
    highs = [one.figure.high for one in standing if one.figure.high is not None]
    opens = [one.figure.low or 0 for one in standing if one.figure.high is None]
    if not highs or max(opens, default=-1) >= max(highs):
        return None
    return max(highs)


def _best(standing: list[Given]) -> Number | None:
    """Take the value of most lineages; ties go to the most recent."""
    votes = _grouped((v, one) for one in standing if (v := _vote(one.figure)) is not None)
    ranked = {
        value: (len({one.lineage for one in given}), max(one.order for one in given))
        for value, given in votes.items()
    }
    return max(ranked, key=lambda value: ranked[value], default=None)


def _vote(figure: Figure) -> Number | None:
    """Let a number vote; a range and an "at most" only bound."""
    is_number = figure.low == figure.high or figure.qualifier == "at-least"
    return figure.low if is_number else None


def _grouped(pairs: Iterable[tuple[T, Given]]) -> dict[T, list[Given]]:
    groups: dict[T, list[Given]] = {}
    for key, one in pairs:
        groups.setdefault(key, []).append(one)
    return groups
