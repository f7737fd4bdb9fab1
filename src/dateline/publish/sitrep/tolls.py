"""The figures of an incident in words: the bounds, what most origins give, and every giver."""

from collections.abc import Iterable, Iterator

from dateline.publish.figures import number, sentences
from dateline.publish.prose import on_one_line
from dateline.publish.sitrep.contents import Count, Sentence
from dateline.publish.sitrep.frame import Frame
from dateline.publish.sitrep.shelf import Shelf
from dateline.publish.sitrep.wordings import many
from dateline.records import Figure, Incident, Toll

# The most grave first; the rest follow by name.
ORDER = ("killed", "injured", "casualties", "missing", "abducted", "detained", "displaced")


def counts(incident: Incident, frame: Frame) -> tuple[Count, ...]:
    """Say the tolls of an incident, each with who gives which number."""
    ordered = sorted(incident.figures, key=lambda toll: rank(toll.measure))
    return tuple(_count(toll, incident, frame) for toll in ordered)


def rank(measure: str) -> tuple[int, str]:
    """Order measures."""
    return (ORDER.index(measure) if measure in ORDER else len(ORDER), measure)


def label(measure: str) -> str:
    """Name a measure: weapons used."""
    return on_one_line(measure).replace("-", " ")


def bounds(toll: Toll) -> str:
    """Write low–high: 2–9, or 20 or more."""
    ends = [number(n) for n in (toll.low, toll.high) if n is not None]
    words = "–".join(dict.fromkeys(ends))
    if not words:
        return "told in part only"
    return f"{words} or more" if toll.high is None else words


def competing(toll: Toll) -> bool:
    """Tell whether origins stand by different numbers."""
    given: dict[str, set[tuple[float | None, float | None]]] = {}
    for value in toll.values:
        if value.standing and value.of is None:
            given.setdefault(value.origin, set()).add((value.low, value.high))
    return len({pair for pairs in given.values() for pair in pairs}) > 1 and toll.low != toll.high


def _count(toll: Toll, incident: Incident, frame: Frame) -> Count:
    return Count(
        measure=label(toll.measure),
        words=bounds(toll),
        support=_support(toll),
        givers=tuple(_givers(toll, incident, frame)),
    )


def _support(toll: Toll) -> str:
    """Say which number is best supported, where there is more than one."""
    if toll.best is None or toll.low == toll.high:
        return ""
    return f"best supported {number(toll.best)}, by {many(toll.votes, 'origin')}"


def _givers(toll: Toll, incident: Incident, frame: Frame) -> Iterator[Sentence]:
    """Say each figure with its owner once, with every report that has it so."""
    figures = {f"{t.report.id}/{f.id}": f for t in incident.tellings for f in t.figures}
    reports: dict[str, list[str]] = {}
    standing: set[str] = set()
    for value in toll.values:
        figure = figures.get(value.figure)
        if figure is not None and value.of not in figures:
            parts = [f for name, f in figures.items() if _is_part(name, f, value.figure)]
            for words in sentences([figure, *parts]):
                reports.setdefault(words, []).append(value.report)
                standing |= {words} if value.standing else set()
    for words, ids in sorted(reports.items(), key=lambda item: item[0] not in standing):
        said = frame.shown(incident, words)
        said += "" if words in standing else " (replaced or taken back)"
        yield Sentence(words=said, refs=frame.shelf.refs(ids), struck=words not in standing)


def _is_part(name: str, figure: Figure, whole: str) -> bool:
    report, _, number_ = whole.rpartition("/")
    return figure.of == number_ and name.rpartition("/")[0] == report


def refs_of(toll: Toll, shelf: Shelf) -> tuple[int, ...]:
    """Give the numbers of the reports that have a figure which stands."""
    return shelf.refs(_reports(toll))


def _reports(toll: Toll) -> Iterable[str]:
    return (value.report for value in toll.values if value.standing)
