"""What is known about figures: what is counted, what befalls it, and what that is called.

``lexicon/en/counted.toml`` holds the nouns and units, ``lexicon/en/figures.toml`` the verbs.
"""

from functools import cache

import msgspec

from dateline.knowledge.files import ROOM, read_toml

Words = frozenset[str]
Lists = dict[str, list[str]]
Phrases = tuple[tuple[str, ...], ...]


class Noun(msgspec.Struct, frozen=True):
    """What is counted: its class and, of people, the population."""

    kind: str
    population: str | None = None


class Sense(msgspec.Struct, frozen=True):
    """One meaning of a verb: its group, if a word of ``needs`` and none of ``bars`` stands near."""

    group: str
    needs: Words
    bars: Words


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that do the same to what is counted, and the measure for each class of thing."""

    name: str
    measures: dict[str, str]
    nouns: dict[str, str] = {}
    patient: list[str] = []
    agent: list[str] = []
    examples: list[str] = []


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed-class words that stand between a number and what is said of it."""

    auxiliaries: Words
    having: Words
    fillers: Words
    particles: Words
    raising: Words
    links: Words
    unreal: Words
    inside: Words
    pronouns: Words
    relatives: Words
    part_openers: list[str]
    part_closers: list[str]
    before_parts: Words
    months: Words
    days: Words
    labels: Words
    signs: Words
    after_none: Words
    before_one: Words
    age_limits: Words
    definite: Words
    toll_links: Words
    changes: Words
    means: Words
    riding: Words
    agent_endings: list[str]


class Money(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a sum of money is no aid: a price is no figure, a ransom is another."""

    price: Words
    other: Words


class Totals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a count runs over many happenings."""

    phrases: list[str]
    perfect: Words


class Captivity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which those who are held were abducted, and the verbs of holding."""

    signs: Words
    verbs: Words


class CountedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The nouns and units of a language as they are kept."""

    people: Lists
    things: Lists
    units: dict[str, dict[str, str]]
    defaults: dict[str, str]
    ranks: Words
    collectives: Words
    relief: Words
    money: Money
    tolls: Lists
    weak_tolls: Lists


class FigureFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The verbs, and what else ties a number to a happening, as they are kept."""

    counters: Words
    counter_verbs: Words
    times: Words
    unhurt: Words
    groups: list[Group]
    states: Lists
    conditions: Lists
    nominals: Lists
    headings: Lists
    captivity: Captivity
    totals: Totals
    grammar: Grammar


class FigureWords(msgspec.Struct, frozen=True):
    """The words about figures, ready for look-up; verbs and nouns are base forms."""

    kept: FigureFile
    counted: CountedFile
    grammar: Grammar
    nouns: dict[str, Noun]
    units: dict[str, tuple[str, str]]
    tolls: dict[str, str]
    weak_tolls: dict[str, str]
    patients: dict[str, list[Sense]]
    agents: dict[str, list[Sense]]
    groups: dict[str, Group]
    states: dict[str, str]
    conditions: dict[str, str]
    nominals: dict[str, str]
    headings: dict[str, str]
    part_openers: Phrases
    part_closers: Phrases
    agent_endings: tuple[str, ...]

    def measure(self, group: str, noun: Noun, word: str = "") -> str | None:
        """Return the measure that a verb group gives to what is counted, if it is one."""
        known = self.groups.get(group)
        if known is None:
            return None
        if word in known.nouns:
            return known.nouns[word]
        for kind in (noun.population, noun.kind, "*"):
            if kind and kind in known.measures:
                return known.measures[kind] or None
        return None

    def default(self, noun: Noun) -> str | None:
        """Return the measure of what is counted where no verb says more."""
        given = self.counted.defaults
        return given.get(noun.population or "") or given.get(noun.kind)

    def heading(self, lower: str) -> str | None:
        """Return the group of a word that heads a list or a count."""
        return self.states.get(lower) or self.headings.get(lower)


@cache
def load_figure_words() -> FigureWords:
    """Load the English words about figures."""
    folder = ROOM / "lexicon" / "en"
    kept = read_toml(folder / "figures.toml", FigureFile)
    counted = read_toml(folder / "counted.toml", CountedFile)
    return FigureWords(
        kept=kept,
        counted=counted,
        grammar=kept.grammar,
        nouns=_nouns(counted),
        units={w: (kind, unit) for kind, some in counted.units.items() for w, unit in some.items()},
        tolls=_invert(counted.tolls),
        weak_tolls=_invert(counted.weak_tolls),
        patients=_senses({group.name: group.patient for group in kept.groups}),
        agents=_senses({group.name: group.agent for group in kept.groups}),
        groups={group.name: group for group in kept.groups},
        states=_invert(kept.states),
        conditions=_invert(kept.conditions),
        nominals=_invert(kept.nominals),
        headings=_invert(kept.headings),
        part_openers=_phrases(kept.grammar.part_openers),
        part_closers=_phrases(kept.grammar.part_closers),
        agent_endings=tuple(kept.grammar.agent_endings),
    )


def _nouns(counted: CountedFile) -> dict[str, Noun]:
    out = {word: Noun(kind) for kind, words in counted.things.items() for word in words}
    for population, words in counted.people.items():
        out |= {word: Noun("person", population) for word in words}
    return out


def _invert(lists: Lists) -> dict[str, str]:
    return {word: key for key, words in lists.items() for word in words}


def _phrases(some: list[str]) -> Phrases:
    return tuple(tuple(phrase.split()) for phrase in some)


def _senses(groups: Lists) -> dict[str, list[Sense]]:
    """List the senses of each verb, those that need a further word first."""
    out: dict[str, list[Sense]] = {}
    for group, entries in groups.items():
        for entry in entries:
            rest, _, bars = entry.partition("!")
            verb, _, needs = rest.partition("|")
            out.setdefault(verb.strip(), []).append(Sense(group, _listed(needs), _listed(bars)))
    return {verb: sorted(senses, key=lambda s: not s.needs) for verb, senses in out.items()}


def _listed(words: str) -> Words:
    return frozenset(words.strip().split(",")) - {""}
