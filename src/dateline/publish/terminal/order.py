"""Events in the order of time, each under the whole it is part of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.records import Event


@dataclass(frozen=True, slots=True)
class Branch:
    """An event with its parts."""

    event: Event
    parts: tuple["Branch", ...]


def branches(events: Sequence[Event]) -> list[Branch]:
    """Put each event under its whole, the earliest first; those without a day come last."""
    ids = {event.id for event in events}
    trees = [_branch(event, events) for event in events if event.part_of not in ids]
    placed = {event.id for tree in trees for event in flat(tree)}
    ring = [Branch(event, ()) for event in events if event.id not in placed]
    return sorted([*trees, *ring], key=_time)


def flat(branch: Branch) -> Iterator[Event]:
    """Yield an event and all its parts."""
    yield branch.event
    for part in branch.parts:
        yield from flat(part)


def _branch(event: Event, events: Iterable[Event]) -> Branch:
    parts = [_branch(other, events) for other in events if other.part_of == event.id]
    return Branch(event, tuple(sorted(parts, key=_time)))


def _time(branch: Branch) -> tuple[date, date, int]:
    event = branch.event
    start = event.evidence[0].start if event.evidence else 0
    return (event.date.start or date.max, event.date.end or date.max, start)
