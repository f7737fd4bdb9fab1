"""Parties named before a noun that is none itself: "Russian strikes", "the shrine bombing"."""

from collections.abc import Iterator

from dateline.extract.actor_draft import Draft, Page
from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_proper import PEOPLES
from dateline.extract.actor_roles import is_aside, noun_at, role_of
from dateline.extract.actor_spans import NameSpan
from dateline.knowledge.actors import Noun, word_list

_DOERS = frozenset("GOV MIL POL REB CRM OPP IGO LEG JUD SPY MED NGO REF".split())
_OWNING = frozenset({"amod", "compound", "nmod", "conj", "nummod"})


def read_modifiers(page: Page, phrase: Phrase) -> Iterator[Draft]:
    """Draft the doers and targets that modify a happening or weapon."""
    for k in range(phrase.head - 1, phrase.first - 1, -1):
        if page.parse.deps[k] not in _OWNING or is_aside(page.parse, k):
            continue
        span = page.names.at[k]
        draft = _common(page, phrase, k) if span is None else _named(page, span, k)
        if draft is not None:
            yield draft


def _common(page: Page, phrase: Phrase, k: int) -> Draft | None:
    parse = page.parse
    found = noun_at(parse, phrase.first, k)
    if found is None or not _is_party(page, phrase, found[0]):
        return None
    noun, start = found
    return Draft(
        first=start,
        end=k + 1,
        head=k,
        rule="modifier",
        name=parse.words_of(start, k + 1),
        role=role_of(parse, page.names, Phrase(phrase.first, k, k + 1, None), noun, start),
        nature=noun.nature,
        countries=page.near(phrase),
        plural=noun.nature == "people",
        office=parse.lemmas[k],
    )


def _is_party(page: Page, phrase: Phrase, noun: Noun) -> bool:
    """Tell whether a noun before another is a party: doers before anything, else targets."""
    if page.parse.lemmas[phrase.head] in word_list("happening"):
        return True
    return noun.nature != "thing" and noun.role in _DOERS


def _named(page: Page, span: NameSpan, k: int) -> Draft | None:
    if k != span.end - 1 or span.kind == "place":
        return None
    known = span.kind == "known"
    return Draft(
        first=span.first,
        end=span.end,
        head=k,
        rule=f"modifier/{span.kind}",
        name=page.parse.words_of(span.first, span.end),
        role=(span.role or "UNK") if known else "GOV",
        nature="body" if known else "state",
        countries=span.countries,
        named=True,
        state=not known and span.kind != "people",
        stateless=not span.countries,
        key=span.key or span.countries[0],
    )


def read_peers(page: Page, phrase: Phrase, draft: Draft) -> Iterator[Draft]:
    """Draft each of the states whose forces a phrase joins ("Thai and Lao troops")."""
    ends = {s.end - 1: s for s in _spans(page, phrase) if s.kind in PEOPLES}
    several = len({span.countries[0] for span in ends.values()}) > 1
    for k, span in ends.items() if several else ():
        yield Draft(
            first=span.first,
            end=span.end,
            head=k,
            rule="modifier/peer",
            name=page.parse.words_of(span.first, span.end),
            role=draft.role,
            nature=draft.nature,
            countries=span.countries,
            named=True,
            plural=True,
        )


def _spans(page: Page, phrase: Phrase) -> Iterator[NameSpan]:
    for k in range(phrase.first, phrase.head):
        span = page.names.at[k]
        if span is not None and not is_aside(page.parse, k):
            yield span
