"""Who did what to whom, by country, in a sentence that stands alone."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, permutations, product
from typing import NamedTuple

from dateline.extract.actors import actor_at
from dateline.extract.alone.acts import act_of, deed_of
from dateline.extract.alone.chains import Told, is_said, told_by
from dateline.extract.alone.clauses import Clauses
from dateline.extract.alone.deeds import (
    BY_TYPE,
    BY_WORD,
    HARSH,
    SHARED,
    Deed,
    announced,
)
from dateline.extract.alone.layout import NOWHERE
from dateline.extract.alone.moods import Mood, mood_by_auxiliary
from dateline.extract.alone.sides import Sides
from dateline.extract.alone.types import types_of
from dateline.extract.reading import Reading

_CHARGING = frozenset(["allege", "charge", "complain", "accuse"])
_BOASTED = frozenset([Deed.ASSAULT, Deed.COERCE, Deed.MOBILIZE])
_OFFICIAL = frozenset(["GOV", "MIL"])


class Dyad(NamedTuple):
    """One country, or body, towards another."""

    source: str
    target: str
    deed: Deed


class DyadReader:
    """Reads the sentences of one text."""

    def __init__(self, reading: Reading) -> None:
        """Lay out the country that each word tells."""
        self._reading = reading
        self._parse = reading.parse
        self._clauses = Clauses(reading.parse)
        self._sides = Sides(reading, self._clauses)

    def dyads(self) -> list[Dyad]:
        """List the dyads of all sentences, each once."""
        roots = [i for i, head in enumerate(self._parse.heads) if head == i]
        found = chain.from_iterable(self._of_root(i) for i in roots)
        return list(dict.fromkeys(found))

    def _of_root(self, root: int) -> Iterator[Dyad]:
        """Read a sentence; where the parser took its subject for the whole, find the verb."""
        verb = self._clauses.stray_verb(root)
        if verb is None:
            yield from self._of_clause(root, [])
        else:
            yield from self._of_clause(verb, self._sides.listed(root))

    def _of_clause(self, verb: int, before: list[str]) -> Iterator[Dyad]:
        subject = self._sides.subject(verb, before)
        content = self._parse.child(verb, "ccomp")
        if content is not None and is_said(self._parse, verb):
            yield from self._of_statement(verb, content, subject)
        else:
            found = list(self._of_act(verb, subject))
            later = [] if found else self._clauses.meanwhile(verb)
            yield from found or chain.from_iterable(self._of_clause(c, []) for c in later)
        for c in self._clauses.beside(verb):
            yield from self._of_clause(c, subject)

    def _of_statement(self, verb: int, content: int, speaker: list[str]) -> Iterator[Dyad]:
        """Take what one country says of another's harsh acts for an accusation."""
        named = [s for s in speaker if s != NOWHERE]
        if content < verb:  # the speaker comes last: what is told is told as a fact
            told = list(self._of_clause(content, []))
            official = self._role(verb) in _OFFICIAL
            yield from told or (self._blamed(verb, content, named) if official else ())
            return
        told = list(self._of_clause(content, speaker))
        own = [dyad for dyad in told if not named or dyad.source in named]
        for dyad in own:
            yield self._announced(dyad, verb, content) if named else dyad
        if not own:
            yield from self._blamed(verb, content, named)

    def _role(self, verb: int) -> str | None:
        """Give the role of who acts."""
        heads = self._clauses.subjects(verb)
        actor = actor_at(self._reading.actors, heads[0]) if heads else None
        return actor.party.role if actor is not None else None

    def _blamed(self, verb: int, content: int, speaker: list[str]) -> Iterator[Dyad]:
        for one in speaker:
            for other, deed in self._addressed(verb, content, one):
                yield Dyad(one, other, deed)

    def _announced(self, dyad: Dyad, verb: int, content: int) -> Dyad:
        """Read what a party says of itself: its use of force is told, its help is meant."""
        if dyad.deed in _BOASTED or self._parse.lemmas[verb] == "deny":
            return dyad._replace(deed=Deed.TELL)
        will = mood_by_auxiliary(self._parse, content) is Mood.WILL
        return dyad._replace(deed=announced(dyad.deed)) if will else dyad

    def _addressed(self, verb: int, content: int, speaker: str) -> Iterator[tuple[str, Deed]]:
        """Give whom a statement blames or asks for something, by whatever words."""
        subject = self._sides.subject(content, [speaker])
        others = [s for s in subject if s not in {speaker, NOWHERE}]
        mood = mood_by_auxiliary(self._parse, content)
        if mood is Mood.OUGHT:
            yield from ((other, Deed.DEMAND) for other in others)
        elif self._parse.lemmas[verb] in _CHARGING:
            yield from ((other, Deed.ACCUSE) for other in others)
        elif speaker not in subject and self._is_harsh(content):
            blamed = others or self._sides.told_of(content, speaker)
            yield from ((other, Deed.ACCUSE) for other in blamed)

    def _is_harsh(self, verb: int) -> bool:
        told = self._told(verb)
        return told is not None and told.deed in HARSH

    def _told(self, verb: int) -> Told | None:
        """Give what a clause tells by the lists, else by the extractor's own judgement."""
        if act_of(self._parse, verb) is not None:
            return told_by(self._parse, verb)
        types = types_of(self._reading, frozenset(self._clauses.words(verb)))
        deed = BY_TYPE[types[0]] if types else None
        return Told(deed=deed, at=verb, shared=deed in SHARED) if deed else None

    def _of_act(self, verb: int, subject: list[str]) -> Iterator[Dyad]:
        told = self._told(verb)
        if told is None:
            yield from self._of_nothing(verb, subject)
            return
        if self._clauses.is_passive(verb, told.at):
            yield from self._suffered(verb, told, subject)
            return
        others = self._sides.others(verb, told, subject)
        together = told.shared or self._clauses.is_mutual(verb)
        if len(subject) > 1 and together and set(others) <= {NOWHERE}:
            yield from (Dyad(a, b, told.deed) for a, b in permutations(subject, 2))
        elif told.turned and not told.mutual:
            yield from self._pairs(others, subject, told)
        else:
            yield from self._pairs(subject, others, told)

    def _of_nothing(self, verb: int, subject: list[str]) -> Iterator[Dyad]:
        """Look beside a verb that tells nothing: "it came as Chad attacked Niger"."""
        suffered = self._clauses.said_to_be(verb)
        if suffered is not None:
            noun, inner = suffered
            told = self._told(inner)
            if told is not None:
                yield from self._suffered(inner, told, self._sides.listed(noun))
            return
        yield from self._talked(verb)
        same = self._clauses.meanwhile(verb)
        for c in self._clauses.came_with(verb):
            if c not in same:
                yield from self._of_clause(c, subject)

    def _talked(self, verb: int) -> Iterator[Dyad]:
        """Read what a subject tells: "talks between Peru and Chile ended"."""
        for noun in self._clauses.subjects(verb):
            answer = deed_of(self._parse, noun)
            between = self._clauses.between(noun)
            if answer is not None and between is not None:
                parties = self._sides.listed(between)
                deed = BY_WORD[answer.word]
                yield from (Dyad(a, b, deed) for a, b in permutations(parties, 2))

    def _suffered(self, verb: int, told: Told, subject: list[str]) -> Iterator[Dyad]:
        doers = self._sides.doers(verb, told, subject)
        yield from self._pairs(doers, subject, replace(told, mutual=False))

    def _pairs(self, doers: list[str], others: list[str], told: Told) -> Iterator[Dyad]:
        for one, other in product(doers, others):
            if {one, other} != {NOWHERE}:
                yield Dyad(one, other, told.deed)
                if told.mutual:
                    yield Dyad(other, one, told.deed)
