"""Find the words and shapes by which a report shows its genre."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from dateline.extract.parse import Parse
from dateline.knowledge.genres import Genres, Phrases, Weights, load_genres

_FEWEST_WORDS = 3
_MOST_SHAPES = 3  # a table of scores is no surer sign of sport than three scores are


@dataclass(frozen=True, slots=True)
class Sign:
    """A word, phrase or shape that speaks for some genres; ``key`` is what its repeats share."""

    token: int
    key: str
    weights: Weights


def find_signs(parse: Parse) -> list[Sign]:
    """Find all signs: first those made of words, in the order of the text, then the shapes."""
    genres = load_genres()
    words = list(_find_words(parse, genres))
    return [*words, *_find_shapes(parse, genres, _at_home(words, genres))]


def _at_home(words: list[Sign], genres: Genres) -> frozenset[str]:
    """Name the genres of which several words are there: shapes of the others are chance.

    Where no quiet genre is at home there is nothing to weigh the shapes of conflict against.
    """
    keys: dict[str, set[str]] = {}
    for sign in words:
        for genre, weight in sign.weights:
            if weight > 1:
                keys.setdefault(genre, set()).add(sign.key)
    several = (genre for genre, found in keys.items() if len(found) >= _FEWEST_WORDS)
    found = frozenset(several)
    return found | genres.loud if found - genres.loud else found


def _find_words(parse: Parse, genres: Genres) -> Iterator[Sign]:
    lowers, lemmas, words, phrases = parse.lowers, parse.lemmas, genres.words, genres.phrases
    after = 0
    for token, (lower, following) in enumerate(zip_longest(lowers, lowers[1:], fillvalue="")):
        if token < after:
            continue
        if lower in phrases and following in phrases[lower]:
            phrase = _phrase_at(lowers, token, phrases[lower][following])
            if phrase:
                after, weights = phrase
                yield Sign(token, " ".join(lowers[token:after]), weights)
                continue
        found = words.get(lower) or words.get(lemmas[token])
        if found:
            yield Sign(token, lemmas[token], found)


def _phrase_at(lowers: list[str], token: int, known: Phrases) -> tuple[int, Weights] | None:
    for rest, weights in known:
        end = token + 2 + len(rest)
        if tuple(lowers[token + 2 : end]) == rest:
            return end, weights
    return None


def _find_shapes(parse: Parse, genres: Genres, sought: frozenset[str]) -> Iterator[Sign]:
    for genre, weight, pattern in genres.shapes:
        if genre not in sought:
            continue
        for number, found in enumerate(pattern.finditer(parse.text)):
            if number == _MOST_SHAPES:
                break
            yield Sign(_token_at(parse, found), found[0], ((genre, weight),))


def _token_at(parse: Parse, found: re.Match[str]) -> int:
    return bisect_right(parse.starts, found.start()) - 1
