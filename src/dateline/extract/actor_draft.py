"""A mention in the making, and the page it is read from."""

from collections import Counter
from dataclasses import dataclass

from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_roles import Names, is_aside, noun_at
from dateline.extract.actor_spans import NameSpan
from dateline.extract.parse import Entity, Parse

_TRUSTED = 3  # times that a report must tell the country of a place inside another name
_TITLE_REACH = 3  # tokens before a name that may hold its office


@dataclass(slots=True)
class Draft:
    """A mention in the making; ``countries`` holds candidates, the likeliest first.

    ``nature`` is person, people, body, thing, area, state or name (of nobody knows what).
    ``office`` is the noun the party is also called by ("president"); ``key`` is shared by all
    spellings of one name; ``stateless`` parties never take a country from the context.
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

    @property
    def person(self) -> bool:
        """Tell whether the mention is one human being."""
        return self.nature == "person" and not self.plural


class Page:
    """One report as the readers of its phrases see it."""

    def __init__(self, parse: Parse, spans: list[NameSpan], told: Counter[str]) -> None:
        """Take the parse, the names found in it, and how often each country is told."""
        self.parse = parse
        self.names = Names.of(parse, spans)
        self._told = told
        self._entity_at: dict[int, Entity] = {
            i: entity for entity in parse.entities for i in range(entity.first, entity.end)
        }

    def label(self, token: int) -> str:
        """Return the language model's label of the name that a token is in, else nothing."""
        entity = self._entity_at.get(token)
        return entity.label if entity is not None else ""

    def name_first(self, head: int, first: int) -> int:
        """Say where a personal name begins of which a head is the last word, however it parsed."""
        entity = self._entity_at.get(head)
        if entity is None or entity.label != "PERSON" or entity.end != head + 1:
            return first
        return min(first, entity.first)

    def is_surname(self, phrase: Phrase, start: int) -> bool:
        """Tell whether a noun is but the last word of a personal name (James Baker)."""
        entity, tags = self._entity_at.get(phrase.head), self.parse.tags
        if entity is None or entity.label != "PERSON":
            return False
        joined = entity.first < start == phrase.head and tags[start] == tags[start - 1] == "NNP"
        return joined and noun_at(self.parse, phrase.first, start - 1) is None

    def near(self, phrase: Phrase) -> tuple[str, ...]:
        """List the countries that a phrase itself tells: before its head, else behind "of"."""
        for k in range(phrase.head - 1, phrase.first - 1, -1):
            span = self.names.at[k]
            if span is not None and self._tells(span) and not is_aside(self.parse, k):
                return span.countries
        for k in range(phrase.tail or 0, phrase.head, -1):
            span = self.names.at[k]
            if span is not None and self._tells(span):
                return span.countries
        return ()

    def _tells(self, span: NameSpan) -> bool:
        """Trust a place within a name ("Saint Anne clinic") only where its country is told."""
        if span.kind == "place" and self._told[span.countries[0]] < _TRUSTED:
            return False
        return bool(span.countries)

    def office(self, phrase: Phrase, before: int) -> str | None:
        """Return the office that stands before a name in its phrase ("Foreign Minister")."""
        for k in range(before - 1, max(phrase.first, before - 1 - _TITLE_REACH) - 1, -1):
            found = noun_at(self.parse, phrase.first, k)
            if found is not None and found[0].nature == "person":
                return self.parse.lemmas[k]
        return None
