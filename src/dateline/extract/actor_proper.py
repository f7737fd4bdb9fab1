"""Phrases with a name for their head: known parties, states, peoples, persons, the unknown."""

import re

from dateline.extract.actor_draft import Draft, Page
from dateline.extract.actor_phrases import Phrase, name_first, person_first
from dateline.extract.actor_roles import noun_at, role_of
from dateline.extract.actor_spans import NameSpan
from dateline.knowledge.actors import Noun, modifier_roles

PEOPLES = frozenset({"demonym", "people"})
PROPER = frozenset({"NNP", "NNPS"})
_STATES = frozenset({"country", "metonym", "capital"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_SINGULAR = frozenset({"NN", "NNP"})
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,2}-?\d{1,3}[A-Z]{0,3}s?$")  # F-16s, Su-34, MiG-29


def read_span(page: Page, phrase: Phrase, span: NameSpan) -> Draft:
    """Draft a phrase whose head is part of a name that is known."""
    if span.kind == "known":
        return _known(page, phrase, span)
    return _people(page, phrase, span) if span.kind in PEOPLES else _place(page, span, phrase.head)


def _known(page: Page, phrase: Phrase, span: NameSpan) -> Draft:
    titled = span.human and span.first > phrase.first
    return Draft(
        first=min(phrase.first, span.first),
        end=max(span.end, phrase.head + 1),
        head=phrase.head,
        rule="known",
        name=page.parse.words_of(span.first, span.end),
        role=span.role or "UNK",
        nature="person" if span.human else "body",
        countries=page.near(phrase) or span.countries,
        named=True,
        stateless=not span.countries,
        key=span.key,
        office=page.office(phrase, span.first) if titled else None,
    )


def _people(page: Page, phrase: Phrase, span: NameSpan) -> Draft:
    """Draft "Haitians" as people; "the Haitians" may act as a nation."""
    parse, head = page.parse, phrase.head
    plural = parse.tags[head] not in _SINGULAR
    nation = plural and head == phrase.first + 1 and parse.lowers[phrase.first] == "the"
    return Draft(
        first=phrase.first,
        end=head + 1,
        head=head,
        rule=span.kind,
        name=parse.words_of(span.first, span.end),
        role="GOV" if nation else "CVL",
        nature="people" if plural else "person",
        countries=span.countries,
        named=True,
        plural=plural,
        state=nation,
        key=span.countries[0],
    )


def _place(page: Page, span: NameSpan, head: int) -> Draft:
    state = span.kind in _STATES
    name = page.parse.words_of(span.first, span.end)
    return Draft(
        first=span.first,
        end=span.end,
        head=head,
        rule=span.kind,
        name=name,
        role="GOV" if state else "CVL",
        nature="state" if state else "area",
        countries=span.countries,
        named=True,
        state=state,
        key=f"{span.kind}/{name.lower()}",
    )


def read_name(page: Page, phrase: Phrase, office: Draft | None) -> Draft | None:
    """Draft a name that no list knows; ``office`` stands right before it, outside the phrase."""
    parse, head = page.parse, phrase.head
    if not parse.words[head][0].isalpha():
        return None
    first = page.name_first(head, person_first(parse, phrase))
    titled = first > phrase.first and page.office(phrase, first) is not None
    kind = noun_at(parse, phrase.first, first - 1) if first > phrase.first else None
    if kind is not None and not titled:
        return _named(page, phrase, first, *kind)
    office = office if first == phrase.first else None
    if titled or office is not None or page.label(head) == "PERSON":
        return _person(page, phrase, first, office)
    return _unknown(page, phrase)


def _named(page: Page, phrase: Phrase, first: int, noun: Noun, start: int) -> Draft:
    """Draft a name by the noun before it: an office-holder, or "the tanker Nereid"."""
    parse = page.parse
    before = Phrase(phrase.first, first - 1, first, None)
    return Draft(
        first=phrase.first,
        end=phrase.head + 1,
        head=phrase.head,
        rule=f"name/{noun.nature}",
        name=parse.words_of(first, phrase.head + 1),
        role=role_of(parse, page.names, before, noun, start),
        nature=noun.nature,
        countries=page.near(phrase),
        named=True,
        office=parse.lemmas[first - 1],
    )


def _person(page: Page, phrase: Phrase, first: int, office: Draft | None) -> Draft:
    found = noun_at(page.parse, phrase.first, first - 1) if first > phrase.first else None
    if found is not None:
        draft = _named(page, phrase, first, *found)
        draft.nature, draft.rule = "person", "person"
        return draft
    return Draft(
        first=office.first if office is not None else min(first, phrase.first),
        end=phrase.head + 1,
        head=phrase.head,
        rule="person",
        name=page.parse.words_of(first, phrase.head + 1),
        role=office.role if office is not None else "CVL",
        nature="person",
        countries=office.countries if office is not None else page.near(phrase),
        named=True,
        office=office.office if office is not None else None,
    )


def _unknown(page: Page, phrase: Phrase) -> Draft:
    parse, head = page.parse, phrase.head
    name = parse.words_of(name_first(parse, phrase), head + 1)
    role, nature = _guess(page, phrase)
    aircraft = role == "MIL" and nature == "thing"
    return Draft(
        first=phrase.first,
        end=head + 1,
        head=head,
        rule=f"name/{nature}",
        name=name,
        role=role,
        nature=nature,
        countries=page.near(phrase),
        named=not aircraft,
        plural=aircraft,
        office="aircraft" if aircraft else None,
    )


def _guess(page: Page, phrase: Phrase) -> tuple[str, str]:
    """Guess role and nature of an unknown name from its form, label and modifiers."""
    if _DESIGNATION.match(page.parse.words[phrase.head]):
        return "MIL", "thing"
    label = page.label(phrase.head)
    if label in _PLACE_LABELS:
        return "CVL", "area"
    words = (page.parse.lowers[k] for k in range(phrase.head, phrase.first - 1, -1))
    role = next((modifier_roles()[word] for word in words if word in modifier_roles()), "UNK")
    return role, "body" if label == "ORG" else "name"
