"""Which country the text is about at a given word."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from dateline.extract.actor_spans import NameSpan
from dateline.extract.mentions import PlaceMention
from dateline.extract.parse import Parse

_ACTS = frozenset({"nsubj", "nsubjpass", "agent", "poss"})
_WITHIN = frozenset({"country", "capital", "place"})


class Whereabouts:
    """Answers where the text is at a token: from places named near it, else before it."""

    def __init__(
        self, parse: Parse, spans: Sequence[NameSpan], places: Sequence[PlaceMention] = ()
    ) -> None:
        """Take the names of a report and, where they are known, its places."""
        self._parse = parse
        hints = [(span.first, span.countries[0]) for span in spans if _locates(parse, span)]
        hints += [
            (p.head, p.place.country)
            for p in places
            if p.place.country and p.kind in {"place", "relative"} and not _acts(parse, p.head)
        ]
        hints.sort()
        self._tokens = [token for token, _ in hints]
        self._codes = [code for _, code in hints]
        self.told = Counter(code for span in spans for code in span.countries[:1])
        self.told.update(self._codes)
        ranked = sorted(self.told.items(), key=lambda item: (-item[1], item[0]))
        self.main = ranked[0][0] if ranked else None

    def country(self, token: int) -> str | None:
        """Return the country of the nearest place in the sentence, else of the last before it."""
        import os
        pol=os.environ.get('POL','A')
        if pol=='A': return self.main
        first, end = self._parse.sents[self._parse.sent_of[token]]
        low, high = bisect_left(self._tokens, first), bisect_right(self._tokens, end - 1)
        inside = range(low, high)
        if inside:
            best = min(inside, key=lambda k: (abs(self._tokens[k] - token), k))
            return self._codes[best]
        if pol=='B': return self.main
        return self._codes[low - 1] if low else self.main

    def choose(self, countries: Sequence[str], token: int) -> str:
        """Pick from a party's countries the one the text is in, else the most told, else home."""
        here = self.country(token)
        if here in countries:
            return here or countries[0]
        return max(countries, key=lambda code: (self.told[code], -countries.index(code)))


def _locates(parse: Parse, span: NameSpan) -> bool:
    if not span.countries or span.kind not in _WITHIN:
        return span.kind in {"demonym", "people"} and _modifies_ground(parse, span)
    return not _acts(parse, span.end - 1)


def _acts(parse: Parse, token: int) -> bool:
    return parse.deps[token] in _ACTS


def _modifies_ground(parse: Parse, span: NameSpan) -> bool:
    head = parse.heads[span.end - 1]
    return parse.deps[span.end - 1] == "amod" and parse.lemmas[head] in _GROUND


_GROUND = frozenset(
    "city town village region province district capital border territory soil coast island"
    " airspace waters water side state area port suburb governorate camp settlement countryside"
    " enclave peninsula desert highway oblast county community neighbourhood neighborhood".split()
)
