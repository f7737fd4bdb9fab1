"""The role of a noun phrase: its noun's own, or that of a modifier or the body it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_spans import NameSpan
from dateline.extract.parse import Parse
from dateline.knowledge.actors import Noun, compound_ends, modifier_roles, nouns
from dateline.knowledge.actors.folding import fold_name

_COMPOUND = 4  # tokens of the longest noun looked up, hyphens counted
_ARMED_BODIES = frozenset({"MIL", "POL", "REB", "IGO"})
_LENDS = frozenset({"REB", "CRM", "IGO", "SPY"})  # roles that a named body gives to fixed nouns too
_TAKES = frozenset({"MIL", "GOV", "POL", "UNK", "CVL", "OPP"})


class Owner(NamedTuple):
    """A word that lends a role: a name, a noun, or an adjective of the lists."""

    role: str
    kind: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a report by token: ``at[i]`` is the span that covers token ``i``."""

    at: list[NameSpan | None]

    @classmethod
    def of(cls, parse: Parse, spans: list[NameSpan]) -> "Names":
        """Lay the spans over the tokens."""
        at: list[NameSpan | None] = [None] * len(parse)
        for span in spans:
            at[span.first : span.end] = [span] * (span.end - span.first)
        return cls(at)


def noun_at(parse: Parse, first: int, head: int) -> tuple[Noun, int] | None:
    """Look up the longest noun that ends at a head, and the token it begins with."""
    known = nouns()
    if parse.lowers[head] not in compound_ends() and parse.lemmas[head] not in compound_ends():
        noun = known.get(parse.lowers[head]) or known.get(parse.lemmas[head])
        return (noun, head) if noun is not None else None
    for start in range(max(first, head - _COMPOUND + 1), head + 1):
        before = fold_name(parse.text[parse.starts[start] : parse.starts[head]])
        for form in (parse.lowers[head], parse.lemmas[head]):
            noun = known.get(before + form)
            if noun is not None:
                return noun, start
    return None


def role_of(parse: Parse, names: Names, phrase: Phrase, noun: Noun, start: int) -> str:
    """Weigh the noun's own role against that of its modifiers and of the body it belongs to."""
    owners = list(_owners(parse, names, phrase, start))
    for role, kind in owners:
        if kind == "name" and role in _LENDS and (noun.open or noun.role in _TAKES):
            return _lent(role, noun)
    if not noun.open:
        return _turned(noun, owners)
    return next((role for role, _ in owners), noun.role)


def _turned(noun: Noun, owners: list[Owner]) -> str:
    """Let "rebel colonel" be no soldier of the state, and "army driver" no civilian."""
    first = owners[0] if owners else None
    if first is None:
        return noun.role
    if noun.role == "MIL" and first.role in {"REB", "OPP"}:
        return "REB"
    human = noun.role == "CVL" and noun.nature == "person" and first.kind != "adjective"
    return first.role if human and first.role in _ARMED_BODIES else noun.role


def _lent(role: str, noun: Noun) -> str:
    return noun.role if role == "SPY" and noun.role == "CVL" else role


def _owners(parse: Parse, names: Names, phrase: Phrase, start: int) -> Iterator[Owner]:
    """Yield the roles of modifiers, the nearest first, then that of the "of" phrase."""
    for k in range(start - 1, phrase.first - 1, -1):
        yield from _modifier(parse, names, k, phrase)
    if phrase.tail is not None:
        yield from _body(parse, names, phrase.tail, phrase)


def _modifier(parse: Parse, names: Names, k: int, phrase: Phrase) -> Iterator[Owner]:
    span = names.at[k]
    if span is not None:
        if span.role and k == span.end - 1 and not is_aside(parse, k):
            yield Owner(span.role, "name")
        elif span.kind == "metonym":
            yield Owner("GOV", "name")
        return
    lower = parse.lowers[k]
    role = modifier_roles().get(lower) or modifier_roles().get(parse.lemmas[k])
    found = noun_at(parse, phrase.first, k)
    if found is not None and _lends(found[0]):
        role = role or found[0].role
    if role is None and lower[-1].isdigit() and lower[:1].isalpha():
        role = "MIL"  # the type of a weapon: Tu-160, B-52
    if role is not None and not is_aside(parse, k):
        yield Owner(role, "noun" if found is not None else "adjective")


def _lends(noun: Noun) -> bool:
    return not noun.open or noun.nature == "body"


def _body(parse: Parse, names: Names, tail: int, phrase: Phrase) -> Iterator[Owner]:
    span = names.at[tail]
    if span is not None:
        if span.role:
            yield Owner(span.role, "name")
        return
    found = noun_at(parse, phrase.head + 2, tail)
    if found is not None:
        noun, start = found
        inner = Phrase(phrase.head + 2, tail, tail + 1, None)
        if not (noun.nature == "area" or (noun.role == "CVL" and noun.nature == "thing")):
            yield Owner(role_of(parse, names, inner, noun, start), "noun")


def is_aside(parse: Parse, k: int) -> bool:
    """Tell whether a word only says by whom something is backed or held ("Iran-backed")."""
    after = k + 2
    if after >= len(parse) or parse.tags[k + 1] != "HYPH":
        return False
    return parse.lowers[after] not in _LEADING and parse.tags[after][:2] in {"VB", "JJ"}


_LEADING = frozenset(
    {"led", "run", "flagged", "owned", "headed", "commanded", "registered", "based"}
)
