"""Whether wholes are the sums of their parts; they are never added to each other."""

from collections.abc import Iterator, Sequence

from dateline.records import Event, Figure, Record, SumCheck, Telling

# Populations that a report may count beside each other within one whole.
_TAKEN_APART = 2


def within_reports(tellings: Sequence[Telling]) -> Iterator[SumCheck]:
    """Check each whole against the sub-counts that the same report gives of it."""
    for telling in tellings:
        for whole in telling.figures:
            parts = [f for f in telling.figures if f.of == whole.id and f.measure == whole.measure]
            if len(parts) >= _TAKEN_APART:
                yield _check(telling.report.id, whole, parts)


def _check(report: str, whole: Figure, parts: Sequence[Figure]) -> SumCheck:
    return SumCheck(
        measure=whole.measure,
        whole=f"{report}/{whole.id}",
        parts=tuple(f"{report}/{part.id}" for part in parts),
        outcome=outcome(whole.low, [part.low for part in parts], overlapping=_overlap(parts)),
        words=words(whole.low, [part.low for part in parts]),
    )


def of_parts(record: Record, event: Event) -> Iterator[SumCheck]:
    """Check the figures of a wider event against those its report gives of its parts."""
    parts = {other.id for other in record.events if other.part_of == event.id}
    counted = [f for f in record.figures if f.of is None and f.scope == "event" and not f.withdrawn]
    for whole in (figure for figure in counted if figure.event == event.id):
        pieces = [f for f in counted if f.event in parts and f.measure == whole.measure]
        if len(pieces) >= _TAKEN_APART:
            yield _check(record.report.id, whole, pieces)


def outcome(whole: float | None, parts: Sequence[float | None], *, overlapping: bool) -> str:
    """Tell whether the parts make up the whole.

    Parts that count people by different traits, or one that has no number, have another scope, and
    so have parts that leave something of the whole over.
    """
    known = [part for part in parts if part is not None]
    if whole is None or len(known) < len(parts) or overlapping:
        return "scope differs"
    total = sum(known)
    if total == whole:
        return "consistent"
    return "does not add up" if total > whole else "scope differs"


def words(whole: float | None, parts: Sequence[float | None]) -> str:
    """Write the sum, such as "4 = 2 + 1 + 1"."""
    known = [part for part in parts if part is not None]
    sign = "=" if whole is not None and sum(known) == whole else "≠"
    return f"{_number(whole)} {sign} {' + '.join(map(_number, parts))}"


def _overlap(parts: Sequence[Figure]) -> bool:
    """Tell whether one person may be in two parts: a child is also a woman or a civilian."""
    by_age = any(part.population == "child" for part in parts)
    by_trait = any(part.population in ("woman", "man", "civilian") for part in parts)
    return by_age and by_trait


def _number(number: float | None) -> str:
    return "?" if number is None else f"{number:,.0f}"
