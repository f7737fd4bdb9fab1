"""What an incident is, where and when, as most origins tell it."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from dateline.knowledge.gazetteer.folding import fold
from dateline.reconcile.words import names
from dateline.records import Event, Party, Place, Telling, When

T = TypeVar("T")
Key = Callable[[Event], Hashable | None]
_PLACES = ("site", "settlement", "admin2", "admin1", "sea", "region", "country")
_DAYS = ("day", "week", "month", "year", "unknown")
# Said of one happening in different places, the least that is true of it is said last.
FACTUALITIES = ("occurred", "denied", "planned", "conditional")


def of_most(tellings: Sequence[Telling], origins: Mapping[str, str], key: Key) -> Event | None:
    """Find the event whose value most origins give; of several, the one told first.

    Tellings of what is planned, denied or history speak only where no others do.
    """
    speaking = [t for t in tellings if _is_plain(t.event)] or tellings
    votes: dict[Hashable, set[str]] = {}
    first: dict[Hashable, Event] = {}
    for telling in speaking:
        value = key(telling.event)
        if value is not None:
            votes.setdefault(value, set()).add(origins[telling.report.id])
            first.setdefault(value, telling.event)
    if not votes:
        return None
    return first[max(votes, key=lambda value: (len(votes[value]), -list(votes).index(value)))]


def _is_plain(event: Event) -> bool:
    return event.factuality == "occurred" and not event.background


def kind(tellings: Sequence[Telling], origins: Mapping[str, str]) -> Event:
    """Find the event whose kind stands for all."""
    return of_most(tellings, origins, lambda event: event.kind) or tellings[0].event


def place(tellings: Sequence[Telling], origins: Mapping[str, str]) -> Place | None:
    """Find the place: of the most exact ones, the one that most origins name."""
    placed = [t for t in tellings if t.event.place and t.event.place.lat is not None]
    exact = _most_exact(
        placed or tellings, lambda e: e.place.precision if e.place else None, _PLACES
    )
    found = of_most(exact, origins, lambda e: fold(e.place.name) if e.place else None)
    return found.place if found else None


def date(tellings: Sequence[Telling], origins: Mapping[str, str]) -> When:
    """Find the days: of the most exact ones, those that most origins give."""
    dated = [telling for telling in tellings if telling.event.date.start]
    exact = _most_exact(dated, lambda event: event.date.precision, _DAYS)
    found = of_most(exact, origins, lambda event: (event.date.start, event.date.end))
    return found.date if found else When()


def weapon(tellings: Sequence[Telling], origins: Mapping[str, str]) -> str | None:
    """Find the weapon that most origins name."""
    found = of_most(tellings, origins, lambda event: event.weapon)
    return found.weapon if found else None


def factuality(tellings: Sequence[Telling]) -> str:
    """Tell whether it happened, as far as anybody says."""
    return min((telling.event.factuality for telling in tellings), key=FACTUALITIES.index)


def parties(groups: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    """Give each party once, by the first name it is told by; those told most come first."""
    known: list[Party] = []
    told: list[int] = []
    for party in (party for group in groups for party in group):
        for number, other in enumerate(known):
            if _same(party, other):
                told[number] += 1
                break
        else:
            known.append(party)
            told.append(1)
    ranked = sorted(range(len(known)), key=lambda number: (-told[number], number))
    return tuple(known[number] for number in ranked)


def _same(left: Party, right: Party) -> bool:
    if left.country and right.country and left.country != right.country:
        return False
    return bool(names(left.name) & names(right.name))


def _most_exact(
    tellings: Sequence[Telling], precision: Callable[[Event], str | None], ranks: Sequence[str]
) -> list[Telling]:
    """Keep the tellings of the finest precision that any of them has."""
    rank = {name: number for number, name in enumerate(ranks)}
    found = [(rank.get(precision(t.event) or "", len(ranks)), t) for t in tellings]
    finest = min((number for number, _ in found), default=0)
    return [telling for number, telling in found if number == finest]
