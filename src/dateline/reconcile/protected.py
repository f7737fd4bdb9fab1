"""Sites and persons under special protection that an event is said to have hit.

Only what occurred counts: a plan, a threat and a denial hit nobody, and where another report tells
that it happened, that telling says so itself.
"""

from collections.abc import Iterator

from dateline.knowledge.protected import (
    Sort,
    find_phrases,
    is_street,
    protected_words,
    read_name,
    words_of,
)
from dateline.records import Event, Party, Protected, Telling

# An interception hits a weapon; who takes a town hits nothing in it by that.
_HARMLESS = frozenset(("interception", "territory-captured"))
_RUINOUS = frozenset(("looting-or-destruction", "siege-or-blockade"))
_TAKING = frozenset(("abduction", "arrest"))  # of persons alone
_OF_ROLES = {"MED": "media", "EDU": "education", "REL": "worship", "AID": "humanitarian"}
_ARMED = frozenset(("MIL", "POL", "REB", "CRM", "SPY"))
_REACH = 5  # words between a verb and the site it hits


def protected(telling: Telling) -> tuple[Protected, ...]:
    """Find what was hit: each class and name once, those of the targets first."""
    event = telling.event
    if not _is_harm(event):
        return ()
    found = [(sort, party.name) for party in event.targets for sort in _of_party(party, event)]
    known = {sort.site for sort, _ in found}
    found += [(sort, name) for sort, name in _of_place(event) if sort.site not in known]
    if event.kind in _TAKING:
        found = [(sort, name) for sort, name in found if sort.person]
    named = dict.fromkeys((sort.site, name) for sort, name in found)
    return tuple(Protected(site=site, name=name, event=telling.ref) for site, name in named)


def _is_harm(event: Event) -> bool:
    if event.factuality != "occurred" or event.kind in _HARMLESS:
        return False
    return event.type == "ASSAULT" or event.kind in _RUINOUS or event.kind in _TAKING


def _of_party(party: Party, event: Event) -> tuple[Sort, ...]:
    """Tell of which classes a target is: by its name, else by its role."""
    reading = read_name(party.name)
    if party.role in _ARMED:
        # Medics and chaplains of an army are protected, its schools and its press are not.
        return tuple(sort for sort in reading.sorts if _is_spared(sort))
    if reading.sorts and not _is_settlement(party, event):
        return reading.sorts
    if party.role not in _OF_ROLES or not reading.silent:
        return ()
    return (Sort(_of_role(party.role, event), person=True),)


def _is_spared(sort: Sort) -> bool:
    return sort.site == "health" or (sort.site == "worship" and sort.person)


def _is_settlement(party: Party, event: Event) -> bool:
    """Tell whether a target is the town where it happened, whatever its name may mean."""
    place = event.place
    if place is None or place.precision == "site":
        return False
    return words_of(party.name) == words_of(place.name)


def _of_role(role: str, event: Event) -> str:
    """Name the class of a role; what helps the sick is told from other relief by the place."""
    place = event.place
    sites = {sort.site for sort in read_name(place.name).sorts} if place else set()
    return "health" if role == "AID" and "health" in sites else _OF_ROLES[role]


def _of_place(event: Event) -> Iterator[tuple[Sort, str]]:
    """Yield the site where it happened, if a target or the sentence says that it was hit."""
    place = event.place
    if place is None or place.precision != "site":
        return
    quote = event.evidence[0].quote if event.evidence else ""
    for sort in read_name(place.name).sorts:
        if not sort.person and (_is_part_hit(event) or _is_struck(sort, quote)):
            yield sort, place.name


def _is_part_hit(event: Event) -> bool:
    """Tell whether a target is a part of some building: "the roof"."""
    parts = protected_words().grammar.parts | {"the", "a"}
    return any(parts.issuperset(words_of(party.name)) for party in event.targets)


def _is_struck(sort: Sort, quote: str) -> bool:
    tokens = words_of(quote)
    for names in (False, True):
        for match in find_phrases(tokens, names=names):
            if match.sort == sort and not is_street(tokens, match):
                before, behind = tokens[: match.start], tokens[match.end :]
                if _ends_in_blow(before) or _begins_with_blow(behind):
                    return True
    return False


def _ends_in_blow(before: tuple[str, ...]) -> bool:
    """Tell whether what hits stands right before: "shells hit the", "a rocket fell on the"."""
    struck = protected_words().struck
    apart = protected_words().grammar.apart
    near = before[: -_REACH - 1 : -1]
    for number, word in enumerate(near):
        if word in struck.joints:
            return any(w in struck.into or w in struck.verbs for w in near[number + 1 : number + 3])
        if word in apart or word in struck.breaks:
            return False
        if word in struck.verbs:
            return True
    return False


def _begins_with_blow(behind: tuple[str, ...]) -> bool:
    """Tell whether the sentence goes on as "was heavily shelled", "came under fire"."""
    struck = protected_words().struck
    for number, word in enumerate(behind[:_REACH]):
        one, *_ = two = (*behind[number + 1 : number + 3], "")
        if word in struck.auxiliaries and any(w in struck.verbs or w in struck.into for w in two):
            return True
        if word in struck.verbs and one == "by":
            return True
        if word in protected_words().grammar.apart or word in struck.breaks:
            return False
    return False
