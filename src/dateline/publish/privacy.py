"""Names of private persons are not published: that somebody was hurt is told, not who it was.

A name is withheld where the party's role is neither one of office nor of arms, and its words are
those of a person, not of a group, a site or a place. When in doubt, it is withheld.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Any

from dateline.publish.named_victims import PUBLIC, victim_names
from dateline.publish.personal_names import personal_names
from dateline.publish.prose import on_one_line
from dateline.records import Event, Incident, Party, Record

WITHHELD = "[name withheld]"
# Ids and addresses stay as they are in a form: without them nothing could be looked up.
IDS = frozenset(
    "id ref report event events reports figure of whole parts part_of child parent url".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3  # letters of a part of a name that is looked for by itself


def shown_name(party: Party) -> str:
    """Give a party's name as it may be published."""
    name = on_one_line(party.name)
    for hidden in _hidden(party):
        name = name.replace(hidden, WITHHELD)
    return "civilian" if name == WITHHELD and party.role == "CVL" else name


def shown_names(parties: Iterable[Party]) -> tuple[str, ...]:
    """Give the names of parties, each once."""
    return tuple(dict.fromkeys(map(shown_name, parties)))


def shown_parties(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Give parties with the names that may be published."""
    return tuple(replace(party, name=shown_name(party)) for party in parties)


def shown_event(event: Event) -> Event:
    """Give an event with the names of its parties that may be published."""
    actors, targets = shown_parties(event.actors), shown_parties(event.targets)
    return replace(event, actors=actors, targets=targets)


def shown_title(incident: Incident) -> str:
    """Give an incident's title, which may name an actor."""
    return on_one_line(hide(incident.title, withheld(incident)))


def withheld(incident: Incident) -> re.Pattern[str] | None:
    """Find every name that is to be withheld of an incident, whole and in its parts."""
    return _pattern(_parties(incident), _quotes(incident), _places(incident))


def withheld_of(record: Record) -> re.Pattern[str] | None:
    """Find every name that is to be withheld of a report."""
    parties = [party for event in record.events for party in (*event.actors, *event.targets)]
    places = {event.place.name for event in record.events if event.place}
    return _pattern(parties, [record.report.text], places)


def _pattern(
    parties: Iterable[Party], quotes: Iterable[str], places: set[str]
) -> re.Pattern[str] | None:
    names = {hidden for party in parties for hidden in _hidden(party)}
    names |= {name for quote in quotes for name in victim_names(quote)}
    names -= places
    parts = {part for name in names for part in _WORD.findall(name) if _may_stand_alone(part)}
    parts -= {word for place in places for word in _WORD.findall(place)}  # a town is no surname
    found = sorted(names | parts | {name.upper() for name in names | parts})
    if not found:
        return None
    found.sort(key=len, reverse=True)  # "Salma Aref" before "Salma"
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_spaced, found))})(?!\w)")


def hide(words: str, names: re.Pattern[str] | None) -> str:
    """Take the names out of words."""
    return names.sub(WITHHELD, words) if names else words


def hide_all(
    form: Any, names: re.Pattern[str] | None, *, but: Container[str] = (), key: str = ""
) -> Any:
    """Take the names out of all words of a form of lists and mappings, ``but`` under some keys."""
    if isinstance(form, str):
        return form if key in but else hide(form, names)
    if isinstance(form, dict):
        return {k: hide_all(value, names, but=but, key=k) for k, value in form.items()}
    if isinstance(form, list | tuple):
        return [hide_all(value, names, but=but, key=key) for value in form]
    return form


def _hidden(party: Party) -> tuple[str, ...]:
    if party.role in PUBLIC:
        return ()
    return personal_names(on_one_line(party.name), party.country)


def _parties(incident: Incident) -> Iterator[Party]:
    yield from (*incident.actors, *incident.targets)
    for telling in incident.tellings:
        yield from (*telling.event.actors, *telling.event.targets)


def _quotes(incident: Incident) -> Iterator[str]:
    """Give all words: a name may be told to be a private person's far from the event."""
    yield from {telling.report.text for telling in incident.tellings}
    for telling in incident.tellings:
        yield from (quote.quote for quote in telling.event.evidence)
        yield from (figure.quote for figure in telling.figures)
        yield from (claim.quote for claim in telling.claims)


def _places(incident: Incident) -> set[str]:
    """Name the places: where a town is itself the target, its name is no person's."""
    places = (incident.place, *(telling.event.place for telling in incident.tellings))
    return {place.name for place in places if place}


def _may_stand_alone(part: str) -> bool:
    return len(part) >= _SHORTEST and part[0].isupper()


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))
