"""Words that point back to a place: "the capital", "the Syrian capital", "the city"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.extract.parse import Parse
from dateline.extract.place_name import Name
from dateline.extract.place_phrases import Phrase
from dateline.knowledge.gazetteer.countries import country_of, demonym_country
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.lookup import Gazetteer

_LEVELS = {
    "city": "settlement", "town": "settlement", "village": "settlement", "hamlet": "settlement",
    "settlement": "settlement", "camp": "site", "province": "admin1", "governorate": "admin1",
    "region": "admin1", "oblast": "admin1", "district": "admin2", "county": "admin2",
}  # fmt: skip
_BESIDE = 2  # tokens, with a comma between: "the capital, Juba"
_DETERMINERS = frozenset(["the", "this", "that"])
_PLACES = frozenset(["place", "dateline"])
_COUNTED = frozenset(["place", "demonym", "metonym", "dateline"])


def find_anaphors(parse: Parse, names: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Phrase]:
    """Yield each "the capital" and "the city" with the place it points back to."""
    named = [n for n in names if n.chosen]
    starts = [n.first for n in named]
    for i, word in enumerate(parse.lowers):
        if word != "capital" and word not in _LEVELS:
            continue
        before = named[: bisect_left(starts, i)]
        if not _points_back(parse, i, starts):
            continue
        entry = (
            _capital(parse, i, before or named, gazetteer)
            if word == "capital"
            else _last(before, word)
        )
        if entry is not None:
            precision = entry.precision
            yield Phrase(i, i + 1, entry.lat, entry.lon, precision, "back", entry, entry.country)


def _points_back(parse: Parse, i: int, starts: Sequence[int]) -> bool:
    """Tell whether no name stands beside the word ("the city of X", "X, the capital")."""
    lowers = parse.lowers
    if i + 1 < len(lowers) and (lowers[i + 1] in {"of", "-"} or parse.tags[i + 1][:2] == "NN"):
        return False
    at = bisect_left(starts, i)
    if (
        at < len(starts)
        and starts[at] - i <= _BESIDE
        and lowers[i + 1] in {",", lowers[starts[at]]}
    ):
        return False
    if lowers[i - 1 : i] and lowers[i - 1] in _DETERMINERS:
        return not (i > 1 and lowers[i - 2] == ",")
    return lowers[i] == "capital" and i > 0 and demonym_country(parse.words[i - 1]) is not None


def _capital(parse: Parse, i: int, before: Sequence[Name], gazetteer: Gazetteer) -> Entry | None:
    code = demonym_country(parse.words[i - 1]) or _main_country(before)
    country = country_of(code) if code else None
    if country is None or not country.capitals:
        return None
    found = gazetteer.candidates(country.capitals[0])
    return next((e for e in found if e.country == code and e.precision == "settlement"), None)


def _main_country(names: Sequence[Name]) -> str | None:
    votes = Counter(n.chosen.country for n in names if n.chosen and n.role in _COUNTED)
    votes.pop(None, None)
    return max(votes, key=lambda c: votes[c]) if votes else None


def _last(before: Sequence[Name], word: str) -> Entry | None:
    """Return the place of the kind that was named last."""
    for name in reversed(before):
        entry = name.chosen
        if (
            entry is not None
            and name.role in _PLACES
            and (name.level or entry.precision) == _LEVELS[word]
        ):
            return entry
    return None
