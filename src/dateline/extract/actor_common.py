"""Phrases with a common noun for their head: those of the lists, and some by form or use."""

import re

from dateline.extract.actor_draft import Draft, Page
from dateline.extract.actor_phrases import Phrase, name_first
from dateline.extract.actor_proper import PROPER
from dateline.extract.actor_roles import role_of
from dateline.knowledge.actors import Noun, nouns, word_list

_HUMAN = re.compile(r"...(er|or|ist|man|woman|ian|eer|ee)$")
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_DISPLACED = _OBJECTS | {"nsubj"}


def noun_of(page: Page, phrase: Phrase) -> tuple[Noun, int] | None:
    """Look up nouns like "chief of staff" and "prisoner of war"."""
    if phrase.tail != phrase.head + 2:
        return None
    parse = page.parse
    noun = nouns().get(f"{parse.lemmas[phrase.head]} of {parse.lowers[phrase.tail]}")
    return (noun, phrase.head) if noun is not None else None


def read_noun(page: Page, phrase: Phrase, noun: Noun, start: int) -> Draft:
    """Draft a phrase by what the lists say of its noun, which begins at ``start``."""
    parse, head = page.parse, phrase.head
    first = min(name_first(parse, phrase), start)
    end = phrase.end if phrase.tail is not None and noun.nature != "thing" else head + 1
    countries = page.near(phrase)
    side = parse.lemmas[head] == "side" and bool(countries)  # "the Tajik side" is a state
    role = role_of(parse, page.names, phrase, noun, start)
    return Draft(
        first=phrase.first,
        end=end,
        head=head,
        rule=f"noun/{noun.nature}",
        name=parse.words_of(first, end),
        role="GOV" if side else fleeing(page, head, role),
        nature=noun.nature,
        countries=countries,
        named=parse.tags[head] in PROPER and first < head,
        plural=parse.tags[head] in {"NNS", "NNPS"} or noun.nature == "people",
        state=side,
        office=parse.lemmas[head],
    )


def fleeing(page: Page, head: int, role: str) -> str:
    """Read people who flee or are driven out as displaced."""
    parse = page.parse
    flees = parse.lemmas[parse.heads[head]] in word_list("flight")
    return "REF" if role == "CVL" and flees and parse.deps[head] in _DISPLACED else role


def read_unlisted(page: Page, phrase: Phrase) -> Draft | None:
    """Draft a noun of no list: a person by its ending, or whatever is harmed or taken."""
    parse, head = page.parse, phrase.head
    lemma = parse.lemmas[head]
    human = _HUMAN.search(lemma) is not None and lemma not in word_list("impersonal")
    harmed = parse.deps[head] in _OBJECTS and parse.lemmas[parse.heads[head]] in word_list("harm")
    if not (human or harmed) or lemma in word_list("weapon"):
        return None
    return Draft(
        first=phrase.first,
        end=head + 1,
        head=head,
        rule="noun/unlisted",
        name=parse.words_of(name_first(parse, phrase), head + 1),
        role="CVL",
        nature="person" if human else "thing",
        countries=page.near(phrase),
        plural=parse.tags[head] == "NNS",
        office=lemma,
    )
