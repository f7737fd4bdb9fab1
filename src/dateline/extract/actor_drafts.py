"""Mentions in the making: what each noun phrase says by itself, before the report is weighed."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.actor_phrases import Phrase, name_first, person_first, phrase_heads, phrase_of
from dateline.extract.actor_roles import Names, is_aside, noun_at, role_of
from dateline.extract.actor_spans import NameSpan
from dateline.extract.parse import Entity, Parse
from dateline.knowledge.actors import Noun, modifier_roles, word_list

_PERSON_KINDS = frozenset({"MIL", "POL", "REL"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_STATES = frozenset({"country", "metonym", "capital"})
_PEOPLES = frozenset({"demonym", "people"})
_SINGULAR = frozenset({"NN", "NNP"})


@dataclass(slots=True)
class Draft:
    """A mention in the making; ``countries`` holds candidates, the likeliest first.

    ``nature`` is person, people, body, thing, area, state, weapon or name. ``office`` is the
    noun that the party is also called by ("president"); ``key`` is shared by all spellings.
    """

    first: int
    end: int
    head: int
    rule: str
    name: str
    role: str
    nature: str
    countries: tuple[str, ...] = ()
    named: bool = False
    plural: bool = False
    state: bool = False
    stateless: bool = False
    key: str | None = None
    office: str | None = None
    whole: "Draft | None" = None  # the earlier or wider mention that this one stands for
    of: "Draft | None" = None  # the body or state that a possessive pronoun points to

    @property
    def person(self) -> bool:
        """Tell whether the mention is one human being."""
        return self.nature == "person" and not self.plural


class Drafting:
    """Reads the noun phrases of one report."""

    def __init__(self, parse: Parse, spans: list[NameSpan]) -> None:
        """Take the parse and the names found in it."""
        self.parse = parse
        self.names = Names.of(parse, spans)
        self.entity_at = _entities(parse)
        self.by_head: dict[int, Draft] = {}

    def drafts(self) -> list[Draft]:
        """Draft every noun phrase, then what counts, owns or stands for one."""
        phrases = [phrase_of(self.parse, head) for head in phrase_heads(self.parse)]
        for phrase in phrases:
            draft = self._draft(phrase)
            if draft is not None:
                self.by_head[phrase.head] = draft
        for phrase in phrases:
            self._look_through(phrase)
        for phrase in phrases:
            self._owner(phrase)
        for i in range(len(self.parse)):
            if i not in self.by_head:
                self._bare(i)
        return [self.by_head[head] for head in sorted(self.by_head)]

    def _draft(self, phrase: Phrase) -> Draft | None:
        span = self.names.at[phrase.head]
        found = noun_at(self.parse, phrase.first, phrase.head)
        if span is not None and (not found or found[1] >= span.first):
            return self._known(phrase, span) if span.kind == "known" else self._seat(phrase, span)
        if found is not None and not self._is_surname(phrase, found[1]):
            return self._noun(phrase, *found)
        return self._name(phrase)

    def _known(self, phrase: Phrase, span: NameSpan) -> Draft:
        first = min(phrase.first, span.first)
        titled = span.human and span.first > phrase.first
        return Draft(
            first, max(span.end, phrase.head + 1), phrase.head, "known",
            self.parse.words_of(span.first, span.end), span.role or "UNK",
            "person" if span.human else "body", self._near(phrase) or span.countries,
            named=True, key=span.key, stateless=not span.countries, office=self._office(phrase, span.first) if titled else None,
        )  # fmt: skip

    def _office(self, phrase: Phrase, before: int) -> str | None:
        for k in range(before - 1, max(phrase.first, before - 4) - 1, -1):
            found = noun_at(self.parse, phrase.first, k)
            if found is not None and found[0].nature == "person":
                return self.parse.lemmas[k]
        return None

    def _is_surname(self, phrase: Phrase, start: int) -> bool:
        """Tell whether the noun is the last word of a personal name (James Baker)."""
        entity = self.entity_at.get(phrase.head)
        return (
            entity is not None
            and entity.label == "PERSON"
            and entity.first < start == phrase.head
            and self.parse.tags[phrase.head] == "NNP"
            and self.parse.tags[start - 1] == "NNP"
            and noun_at(self.parse, phrase.first, start - 1) is None
        )

    def _noun(self, phrase: Phrase, noun: Noun, start: int) -> Draft:
        parse, head = self.parse, phrase.head
        role = role_of(parse, self.names, phrase, noun, start)
        keeps_tail = phrase.tail is not None and noun.nature != "thing"
        end = phrase.end if keeps_tail else head + 1
        first = min(name_first(parse, phrase), start)
        countries = self._near(phrase)
        return Draft(
            phrase.first, end, head, f"noun/{noun.nature}",
            parse.words_of(first, end), self._fleeing(head, role), noun.nature, countries,
            named=parse.tags[head] in {"NNP", "NNPS"} and first < head,
            plural=parse.tags[head] in {"NNS", "NNPS"} or noun.nature == "people",
            office=parse.lemmas[head],
        )  # fmt: skip

    def _fleeing(self, head: int, role: str) -> str:
        """Read people who flee or are driven out as displaced."""
        verb = self.parse.heads[head]
        if role == "CVL" and self.parse.deps[head] in {"nsubj", "nsubjpass", "dobj"}:
            return "REF" if self.parse.lemmas[verb] in word_list("flight") else role
        return role

    def _near(self, phrase: Phrase) -> tuple[str, ...]:
        """List the countries that the phrase itself tells: before its head, else behind "of"."""
        for k in range(phrase.head - 1, phrase.first - 1, -1):
            span = self.names.at[k]
            if span is not None and span.countries and not is_aside(self.parse, k):
                return span.countries
        if phrase.tail is None:
            return ()
        for k in range(phrase.tail, phrase.head, -1):
            span = self.names.at[k]
            if span is not None and span.countries:
                return span.countries
        return ()

    def _seat(self, phrase: Phrase, span: NameSpan) -> Draft | None:
        parse, head = self.parse, phrase.head
        name = parse.words_of(span.first, span.end)
        plural = parse.tags[head] not in _SINGULAR
        if span.kind in _PEOPLES:
            nature = "people" if plural else "person"
            return Draft(
                phrase.first, head + 1, head, span.kind, name, "CVL", nature, span.countries,
                named=True, plural=plural, key=span.countries[0],
            )  # fmt: skip
        state = span.kind in _STATES
        return Draft(
            span.first, span.end, head, span.kind, name, "GOV" if state else "CVL",
            "state" if state else "area", span.countries, named=True, state=state,
            key=f"{span.kind}/{name.lower()}",
        )  # fmt: skip

    def _name(self, phrase: Phrase) -> Draft | None:
        """Draft a phrase whose head no list knows: a person, a place, a body, or a thing."""
        parse, head = self.parse, phrase.head
        if parse.tags[head] not in {"NNP", "NNPS"} or not parse.words[head][0].isalpha():
            return None
        entity = self.entity_at.get(head)
        first = person_first(parse, phrase)
        titled = first > phrase.first and self._office(phrase, first) is not None
        if first > phrase.first and not titled:
            kind = noun_at(parse, phrase.first, first - 1)
            if kind is not None:
                return self._titled_thing(phrase, first, *kind)
        office = self._title_before(first) if first == phrase.first else None
        if titled or office or (entity is not None and entity.label == "PERSON"):
            return self._person(phrase, first, office)
        name = parse.words_of(name_first(parse, phrase), head + 1)
        label = entity.label if entity is not None else ""
        nature = "area" if label in _PLACE_LABELS else "body" if label == "ORG" else "name"
        role = "CVL" if nature == "area" else self._modified(phrase)
        return Draft(
            phrase.first, head + 1, head, f"name/{nature}", name, role, nature,
            self._near(phrase), named=True,
        )  # fmt: skip

    def _titled_thing(self, phrase: Phrase, first: int, noun: Noun, start: int) -> Draft:
        """Draft a name behind a common noun that says what bears it ("the tanker Nereid")."""
        before = Phrase(phrase.first, first - 1, first, None)
        role = role_of(self.parse, self.names, before, noun, start)
        return Draft(
            phrase.first, phrase.head + 1, phrase.head, f"name/{noun.nature}",
            self.parse.words_of(first, phrase.head + 1), role, noun.nature, self._near(phrase),
            named=True, office=self.parse.lemmas[first - 1],
        )  # fmt: skip

    def _modified(self, phrase: Phrase) -> str:
        for k in range(phrase.head, phrase.first - 1, -1):
            role = modifier_roles().get(self.parse.lowers[k])
            if role is not None:
                return role
        return "UNK"

    def _title_before(self, first: int) -> Draft | None:
        """Find the office right before a name that the parse does not join to it."""
        office = self.by_head.get(first - 1)
        if office is None:
            return None
        return office if office.nature == "person" and not office.named else None

    def _person(self, phrase: Phrase, first: int, office: Draft | None) -> Draft:
        parse = self.parse
        if office is not None:
            return Draft(
                office.first, phrase.head + 1, phrase.head, "person",
                parse.words_of(first, phrase.head + 1), office.role, "person", office.countries,
                named=True, office=office.office,
            )  # fmt: skip
        before = Phrase(phrase.first, first - 1, first, None)
        found = noun_at(parse, phrase.first, first - 1) if first > phrase.first else None
        role = role_of(parse, self.names, before, *found) if found is not None else "CVL"
        return Draft(
            phrase.first, phrase.head + 1, phrase.head, "person",
            parse.words_of(first, phrase.head + 1), role, "person", self._near(phrase),
            named=True, office=parse.lemmas[first - 1] if found is not None else None,
        )  # fmt: skip

    def _look_through(self, phrase: Phrase) -> None:
        """Let "dozens of", "a group of", "members of" stand for the noun behind them."""
        parse, head = self.parse, phrase.head
        if phrase.tail is None or parse.lemmas[head] not in word_list("quantity"):
            return
        inner = self.by_head.get(phrase.tail)
        outer = self.by_head.get(head)
        if inner is None or inner.nature not in {"person", "people", "thing"}:
            return
        if outer is not None and not inner.plural:
            return
        self.by_head[head] = Draft(
            phrase.first, phrase.end, head, "quantity", inner.name, inner.role, inner.nature,
            inner.countries, plural=True, office=inner.office, whole=inner,
        )  # fmt: skip

    def _owner(self, phrase: Phrase) -> None:
        """Draft the doer named before a happening or weapon ("Russian strikes", "police fire")."""
        if phrase.head in self.by_head:
            return
        for k in range(phrase.head - 1, phrase.first - 1, -1):
            if k not in self.by_head and self.parse.deps[k] in {"amod", "compound", "nmod", "conj"}:
                draft = self._modifier(phrase, k)
                if draft is not None:
                    self.by_head[k] = draft

    def _modifier(self, phrase: Phrase, k: int) -> Draft | None:
        if is_aside(self.parse, k):
            return None
        span = self.names.at[k]
        if span is not None:
            return self._owning_name(span, k)
        found = noun_at(self.parse, phrase.first, k)
        if found is None or found[0].role in {"CVL", "BUS", "EDU", "REL", "AID", "UNK"}:
            return None
        noun, start = found
        if noun.nature == "thing":
            return None
        role = role_of(self.parse, self.names, Phrase(phrase.first, k, k + 1, None), noun, start)
        return Draft(
            start, k + 1, k, "modifier", self.parse.words_of(start, k + 1), role, noun.nature,
            self._near(phrase), office=self.parse.lemmas[k], plural=noun.nature == "people",
        )  # fmt: skip

    def _owning_name(self, span: NameSpan, k: int) -> Draft | None:
        if k != span.end - 1 or span.kind == "place":
            return None
        name = self.parse.words_of(span.first, span.end)
        known = span.kind == "known"
        state = not known and span.kind != "people"
        return Draft(
            span.first, span.end, k, f"modifier/{span.kind}", name,
            (span.role or "UNK") if known else "GOV", "body" if known else "state",
            span.countries, named=True, state=state, key=span.key or span.countries[0],
        )  # fmt: skip

    def _bare(self, i: int) -> None:
        """Draft adjectives and numbers that stand for people: "the wounded", "two were killed"."""
        parse = self.parse
        tag, dep = parse.tags[i], parse.deps[i]
        span = self.names.at[i]
        if span is not None and i == span.end - 1 and self._stands_alone(span, i):
            phrase = Phrase(span.first, i, i + 1, None)
            known = span.kind == "known"
            draft = self._known(phrase, span) if known else self._seat(phrase, span)
            if draft is not None:
                self.by_head[i] = draft
            return
        if dep not in _ARGUMENTS or tag not in {"CD", "JJ", "JJR", "JJS", "VBN", "DT", "NN", "NNS"}:
            return
        if parse.lowers[i] in _NOMINAL and i > 0 and parse.tags[i - 1] in {"DT", "PRP$", "CD"}:
            role = "REF" if parse.lowers[i] == "displaced" else "CVL"
            name = parse.lowers[i]
            self.by_head[i] = Draft(i, i + 1, i, "nominal", name, role, "people", plural=True)
        elif tag in {"CD", "DT"}:
            self._count(i)

    def _stands_alone(self, span: NameSpan, i: int) -> bool:
        """Tell whether a name is no modifier, whatever its tag: "the British", "DR CONGO"."""
        if self.parse.deps[i] in {"compound", "amod", "nmod", "poss"}:
            return False
        return span.kind not in _PEOPLES or self.parse.deps[i] in _ARGUMENTS

    def _count(self, i: int) -> None:
        of = self.parse.child(i, "prep")
        inner = None
        if of is not None and self.parse.lowers[of] == "of":
            noun = self.parse.child(of, "pobj")
            inner = self.by_head.get(noun) if noun is not None else None
        if inner is not None and inner.nature in {"person", "people", "thing"}:
            self.by_head[i] = Draft(
                i, i + 1, i, "quantity", inner.name, inner.role, inner.nature, inner.countries,
                plural=True, office=inner.office, whole=inner,
            )  # fmt: skip
        elif self.parse.deps[i] in {"nsubj", "nsubjpass", "dobj"}:
            name = self.parse.words[i]
            self.by_head[i] = Draft(i, i + 1, i, "count", name, "CVL", "people", plural=True)


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "ROOT", "attr"})
_NOMINAL = frozenset(
    "wounded injured dead displaced missing disappeared elderly sick poor homeless living"
    " bereaved kidnapped abducted detained captured accused arrested condemned slain".split()
)


def _entities(parse: Parse) -> dict[int, Entity]:
    return {i: entity for entity in parse.entities for i in range(entity.first, entity.end)}


def of_drafts(parse: Parse, spans: list[NameSpan]) -> Iterator[Draft]:
    """Yield the drafts of a report in the order of the text."""
    yield from Drafting(parse, spans).drafts()
