"""Why a person should look at an incident, and how much so: what reviewing begins with."""

from collections.abc import Iterator
from math import log2

from dateline.knowledge.ontology import kinds
from dateline.reconcile.identity import anchor
from dateline.records import Incident

# Points are set by hand: what makes a figure or an attribution wrong comes first, then what is
# missing. Lives weigh in, so that of two alike the one with more dead is looked at first.
_LIVES = 0.25  # points for each doubling
_WIDE = 2  # times the least number, from which on figures are apart


def doubts(incident: Incident) -> tuple[float, tuple[str, ...]]:
    """Give the points of doubt, and in words what they are for; none once it is accepted."""
    if is_accepted(incident):
        return 0.0, ()
    found = sorted(_doubts(incident), reverse=True)
    killed = incident.toll("killed")
    lives = (killed.high or killed.low or 0) if killed else 0
    points = sum(points for points, _ in found) + (_LIVES * log2(1 + lives) if found else 0)
    return round(points, 3), tuple(words for _, words in found)


def is_accepted(incident: Incident) -> bool:
    """Tell whether an analyst has looked at each event and found it rightly coded."""
    looked = {(j.left.report, j.left.quote) for j in incident.judgements if j.verdict == "accept"}
    told = {(t.report.id, anchor(t.report.id, t.event).quote) for t in incident.tellings}
    return looked.issuperset(told)


def is_sensitive(incident: Incident) -> bool:
    """Tell whether only analysts are to see it; the last judgement on it counts."""
    said = [j.value for j in incident.judgements if j.verdict == "sensitive"]
    return bool(said) and said[-1] == "yes"


def _doubts(incident: Incident) -> Iterator[tuple[float, str]]:
    grade = incident.grade
    if grade.author is None and grade.grade == "contested":
        yield 3.0, f"It is contested: {grade.reason}."
    for check in incident.checks:
        if check.outcome == "does not add up":
            yield 2.0, f"The figures of those {check.measure} do not add up: {check.words}."
    yield from _apart(incident)
    yield from _told_differently(incident)
    if incident.place is None or incident.place.lat is None:
        yield 1.0, "No place was found for it."
    if incident.date.start is None:
        yield 1.0, "No day was found for it."
    if incident.origins == 1:
        yield 0.5, "One origin alone tells it."


def _apart(incident: Incident) -> Iterator[tuple[float, str]]:
    for toll in incident.figures:
        low, high = toll.low, toll.high
        if toll.measure in ("killed", "injured") and low and high and high >= _WIDE * low:
            yield 1.5, f"Those {toll.measure} are given as {low:g} and as {high:g}."


def _told_differently(incident: Incident) -> Iterator[tuple[float, str]]:
    events = [telling.event for telling in incident.tellings]
    coded = sorted({event.kind for event in events})
    if len(coded) > 1:
        named = [kinds()[kind].label if kind in kinds() else kind for kind in coded]
        yield 1.5, f"Its reports tell it as {' and as '.join(named)}."
    said = sorted({event.factuality for event in events})
    if len(said) > 1:
        yield 1.0, f"It is told as {' and as '.join(said)}."
    if any(basis.rule in ("unknown", "spelling") for e in events for basis in e.basis):
        yield 1.0, "Its place is not in the gazetteer, or is spelled otherwise there."
