"""Names in the text that say who or where: known parties, states, peoples, seats, places."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.extract.actor_phrases import is_title
from dateline.extract.mentions import PlaceMention
from dateline.extract.parse import Parse
from dateline.knowledge.actors import Alias, Known, known_names, peoples
from dateline.knowledge.actors.folding import fold_name
from dateline.knowledge.gazetteer.countries import (
    capital_country,
    countries,
    country_named,
    demonym_country,
    metonym_country,
)
from dateline.knowledge.gazetteer.folding import fold

_LONGEST = 5  # tokens in "People's Republic of China"


def _people(name: str) -> tuple[str, ...]:
    return peoples().get(name.lower(), ())


def _one(look_up: Callable[[str], str | None]) -> Callable[[str], tuple[str, ...]]:
    def codes(name: str) -> tuple[str, ...]:
        code = look_up(name)
        return (code,) if code else ()

    return codes


_STATE_KINDS = (
    ("country", _one(country_named)),
    ("metonym", _one(metonym_country)),
    ("people", _people),
    ("demonym", _one(demonym_country)),
    ("capital", _one(capital_country)),
)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens ``first`` to before ``end`` that name a party or place; ``kind`` says which.

    Kinds: known, country, metonym, demonym, people, capital, place. ``countries`` has the
    likeliest first; ``key`` is equal for the spellings of one known party.
    """

    first: int
    end: int
    kind: str
    countries: tuple[str, ...]
    role: str | None = None
    key: str | None = None
    human: bool = False


def find_spans(parse: Parse, places: Sequence[PlaceMention] = ()) -> list[NameSpan]:
    """Find the names, longest first at each token, none inside another."""
    folded = fold_name(parse.text)
    seats = {p.first: p for p in places if p.kind == "place" and p.place.country}
    found: list[NameSpan | _Ambiguous] = []
    i = 0
    while i < len(parse):
        span = _span_at(parse, folded, i, seats)
        if span is not None:
            found.append(span)
        i = span.end if span is not None else i + 1
    found += _koreas(parse, found)
    return _settled(found)


def _koreas(parse: Parse, found: "list[NameSpan | _Ambiguous]") -> list[NameSpan]:
    """Read "the North" and "the South" as states where the report names both Koreas."""
    told = {s.countries for s in found if isinstance(s, NameSpan)}
    if not {("PRK",), ("KOR",)} <= told:
        return []
    taken = {i for span in found for i in range(span.first, span.end)}
    return [
        NameSpan(i, i + 1, "country", _KOREAS[word])
        for i, word in enumerate(parse.words)
        if word in _KOREAS and i and parse.lowers[i - 1] == "the" and i not in taken
    ]


_KOREAS = {"North": ("PRK",), "South": ("KOR",)}


@dataclass(frozen=True, slots=True)
class _Ambiguous:
    first: int
    end: int
    alias: Alias
    other: NameSpan | None


def _span_at(
    parse: Parse, folded: str, i: int, seats: dict[int, PlaceMention]
) -> "NameSpan | _Ambiguous | None":
    alias, end = _alias_at(parse, folded, i)
    state = _state_at(parse, i) if parse.words[i][0].isupper() else None
    if state is None and i in seats:
        seat = seats[i]
        state = NameSpan(i, seat.end, "place", (seat.place.country or "",))
    if alias is None or (state is not None and state.end > end):
        return state
    if alias.weak or len(alias.bearers) > 1:
        return _Ambiguous(i, end, alias, state)
    return _known_span(i, end, alias.bearers[0])


def _known_span(first: int, end: int, known: Known) -> NameSpan:
    human = known.kind == "leaders"
    return NameSpan(first, end, "known", known.countries, known.role, known.name, human)


def _alias_at(parse: Parse, folded: str, i: int) -> tuple[Alias | None, int]:
    start = parse.starts[i]
    word = folded[start : parse.ends[i]]
    for alias in known_names().get(word.split(" ", 1)[0], ()):
        if not folded.startswith(alias.folded, start):
            continue
        end = _token_ending(parse, i, start + len(alias.folded))
        if end is None or not _same_case(parse.text[start : parse.ends[end - 1]], alias):
            continue
        if alias.plain and not (i and is_title(parse, i - 1)):
            continue
        if not (alias.surname and _in_longer_name(parse, i)):
            return alias, end
    return None, i


def _in_longer_name(parse: Parse, i: int) -> bool:
    """Tell whether a surname stands behind a first name, so that it may be another bearer's."""
    first = parse.sents[parse.sent_of[i]][0]
    if i > first and parse.tags[i - 1] == "NNP" and not is_title(parse, i - 1):
        return state_of(parse.words[i - 1]) is None
    return i + 1 < len(parse) and parse.tags[i + 1] == "NNP"


def _token_ending(parse: Parse, i: int, at: int) -> int | None:
    ends = parse.ends
    while i < len(ends) and ends[i] < at:
        i += 1
    return i + 1 if i < len(ends) and ends[i] == at else None


def _same_case(written: str, alias: Alias) -> bool:
    if alias.exact:
        return written == alias.written
    return any(c.isupper() for c in written) or alias.written.islower()


def _state_at(parse: Parse, i: int) -> NameSpan | None:
    if fold(parse.words[i]) not in _first_words():
        return None
    for size in range(min(_LONGEST, len(parse) - i), 0, -1):
        if not parse.words[i + size - 1][0].isalnum():
            continue
        span = _state_of(parse.words_of(i, i + size), i, i + size)
        if span is not None:
            return span
    return None


def _state_of(name: str, first: int, end: int) -> NameSpan | None:
    found = state_of(name)
    return NameSpan(first, end, *found) if found is not None else None


@lru_cache(maxsize=65536)
def state_of(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Read a name as a country, seat or people: its kind and the countries it may mean."""
    if name.islower():
        return None
    for kind, look_up in _STATE_KINDS:
        codes = look_up(name)
        if codes:
            return kind, codes
    return None


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word for name in _state_names() for word in fold(name).split(" ")[:1])


def _state_names() -> Iterator[str]:
    for c in countries():
        yield from (c.name, *c.variants, *c.capitals, *c.demonyms, *c.metonyms)
        yield from (f"The {v}" for v in (c.name,))
    yield from peoples()


def _settled(found: "list[NameSpan | _Ambiguous]") -> list[NameSpan]:
    told = Counter(s.countries[0] for s in found if isinstance(s, NameSpan) and s.countries)
    out = []
    for span in found:
        settled = span if isinstance(span, NameSpan) else _choose(span, told)
        if settled is not None:
            out.append(settled)
    return out


def _choose(span: _Ambiguous, told: Counter[str]) -> NameSpan | None:
    """Take the bearer whose country the report tells most of; a weak name needs one."""

    def weight(known: Known) -> int:
        return max((told[code] for code in known.countries), default=0)

    best = max(span.alias.bearers, key=weight)
    if span.alias.weak and told and weight(best) == 0 and best.countries:
        return span.other
    return _known_span(span.first, span.end, best)
