"""What is known about figures: what is counted, what befalls it, and what that is called."""

from functools import cache

import msgspec

from dateline.knowledge.files import ROOM, read_toml


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that do the same to what is counted, and the measure for each class of thing."""

    name: str
    measures: dict[str, str]
    patient: list[str] = []
    agent: list[str] = []
    nouns: dict[str, str] = {}


class FigureFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a language as they are kept in ``figures.toml``."""

    people: dict[str, list[str]]
    things: dict[str, list[str]]
    defaults: dict[str, str]
    ranks: dict[str, list[str]]
    collectives: dict[str, list[str]]
    times: dict[str, list[str]]
    tolls: dict[str, list[str]]
    weak_tolls: dict[str, list[str]]
    groups: list[Group]
    states: dict[str, list[str]]
    conditions: dict[str, list[str]]
    unhurt: dict[str, list[str]]
    nominals: dict[str, list[str]]
    headings: dict[str, list[str]]
    captivity: dict[str, list[str]]
    counters: dict[str, list[str]]
    units: dict[str, dict[str, str] | list[str]]
    totals: dict[str, list[str]]
    parts: dict[str, list[str]]


class Sense(msgspec.Struct, frozen=True):
    """One meaning of a verb: its group, if one of ``needs`` (or none) and no bar stands close by."""

    group: str
    needs: frozenset[str]
    bars: frozenset[str]


class Noun(msgspec.Struct, frozen=True):
    """A noun that is counted: its class and, of people, the population."""

    kind: str
    population: str | None = None


class FigureWords(msgspec.Struct, frozen=True):
    """The words about figures, ready for look-up."""

    nouns: dict[str, Noun]
    defaults: dict[str, str]
    ranks: frozenset[str]
    collectives: frozenset[str]
    times: frozenset[str]
    tolls: dict[str, str]
    weak_tolls: dict[str, str]
    patients: dict[str, list[Sense]]
    agents: dict[str, list[Sense]]
    measures: dict[str, dict[str, str]]
    exceptions: dict[str, dict[str, str]]
    states: dict[str, str]
    conditions: dict[str, str]
    unhurt: frozenset[str]
    nominals: dict[str, str]
    headings: dict[str, str]
    captivity: frozenset[str]
    holding: frozenset[str]
    counters: frozenset[str]
    counter_verbs: frozenset[str]
    killed: frozenset[str]
    units: dict[str, tuple[str, str]]
    relief: frozenset[str]
    price: frozenset[str]
    totals: tuple[str, ...]
    perfect: frozenset[str]
    not_aid: frozenset[str]

    def measure(self, group: str, noun: Noun, word: str = "") -> str | None:
        """Return the measure that a verb group gives to what is counted, if it is one."""
        given = self.measures.get(group, {})
        if word in self.exceptions.get(group, ()):
            return self.exceptions[group][word]
        for kind in (noun.population, noun.kind, "*"):
            if kind and kind in given:
                return given[kind] or None
        return None


@cache
def load_figure_words() -> FigureWords:
    """Load the English words about figures."""
    kept = read_toml(ROOM / "lexicon" / "en" / "figures.toml", FigureFile)
    return FigureWords(
        nouns=_nouns(kept),
        defaults=kept.defaults,
        ranks=frozenset(kept.ranks["words"]),
        collectives=frozenset(kept.collectives["words"]),
        times=frozenset(kept.times["verbs"]),
        tolls=_invert(kept.tolls),
        weak_tolls=_invert(kept.weak_tolls),
        patients=_senses(kept.groups, "patient"),
        agents=_senses(kept.groups, "agent"),
        measures={group.name: group.measures for group in kept.groups},
        exceptions={group.name: group.nouns for group in kept.groups if group.nouns},
        states=_invert(kept.states),
        conditions=_invert(kept.conditions),
        unhurt=frozenset(kept.unhurt["words"]),
        nominals=_invert(kept.nominals),
        headings=_invert(kept.headings),
        captivity=frozenset(kept.captivity["words"]),
        holding=frozenset(kept.captivity["verbs"]),
        counters=frozenset(kept.counters["words"]),
        counter_verbs=frozenset(kept.counters["verbs"]),
        killed=frozenset(kept.counters["killed"]),
        units=_units(kept),
        relief=frozenset(kept.units["relief"]),
        totals=tuple(kept.totals["words"]),
        perfect=frozenset(kept.totals["perfect"]),
        price=frozenset(kept.units["price"]),
        not_aid=frozenset(kept.units["not_aid"]),
    )


def _nouns(kept: FigureFile) -> dict[str, Noun]:
    out = {word: Noun(kind) for kind, words in kept.things.items() for word in words}
    out |= {
        word: Noun("person", population)
        for population, words in kept.people.items()
        for word in words
    }
    return out


def _invert(lists: dict[str, list[str]]) -> dict[str, str]:
    return {word: key for key, words in lists.items() for word in words}


def _senses(groups: list[Group], role: str) -> dict[str, list[Sense]]:
    """List the senses of each verb, those that need a further word first."""
    out: dict[str, list[Sense]] = {}
    for group in groups:
        for entry in getattr(group, role):
            rest, _, bars = entry.partition("!")
            verb, _, needs = rest.partition("|")
            sense = Sense(group.name, _listed(needs), _listed(bars))
            out.setdefault(verb.strip(), []).append(sense)
    return {verb: sorted(senses, key=lambda s: not s.needs) for verb, senses in out.items()}


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.strip().split(",")) - {""}


def _units(kept: FigureFile) -> dict[str, tuple[str, str]]:
    return {
        word: (kind, unit)
        for kind, units in kept.units.items()
        if isinstance(units, dict)
        for word, unit in units.items()
    }
