"""Which country the text is about at a given word."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from dateline.extract.actor_spans import NameSpan
from dateline.extract.mentions import PlaceMention
from dateline.extract.parse import Parse

# Shares of all the countries a report names, set on the training reports: above the first,
# the leading country is right nine times in ten, below the second less often than not.
_CLEAR, _LIKELY = 0.5, 0.4
_LOCAL = 4  # countries of a group that still has a home
_WITHIN = frozenset({"country", "capital"})
_PLACES = frozenset({"place", "relative", "dateline", "inside"})
_LOCATING = frozenset({"in", "of", "inside", "near", "around", "outside", "across"})


class Whereabouts:
    """Answers in which country the text is at a token.

    That is the country that leads the report, where one does; else that of a place named in
    the sentence, else of the last place of the paragraph.
    """

    def __init__(
        self, parse: Parse, spans: Sequence[NameSpan], places: Sequence[PlaceMention] = ()
    ) -> None:
        """Take the names of a report and, where they are known, its places."""
        self._parse = parse
        hints = [(p.first, p.place.country) for p in places if p.kind in _PLACES]
        if not places:
            inside = (s for s in spans if s.kind in _WITHIN and self._locates(s.first))
            hints += [(s.first, s.countries[0]) for s in inside]
        told = sorted((first, code) for first, code in hints if code)
        self._tokens = [first for first, _ in told]
        self._codes = [code for _, code in told]
        self.told = Counter(
            s.countries[0] for s in spans if len(s.countries) == 1 and s.role != "MED"
        )
        self._order = list(dict.fromkeys(s.countries[0] for s in spans if s.countries))
        self.told.update(self._codes)
        ranked = sorted(self.told, key=lambda code: (-self.told[code], code))
        self.main: str | None = ranked[0] if ranked else None
        self._share = self.told[self.main] / self.told.total() if self.main else 0.0

    def country(self, token: int) -> str | None:
        """Return the country the text is in at a token; None where several may be meant."""
        if self._share >= _CLEAR:
            return self.main
        first, end = self._parse.sents[self._parse.sent_of[token]]
        low, high = bisect_left(self._tokens, first), bisect_right(self._tokens, end - 1)
        inside = [k for k in range(low, high) if self._locates(self._tokens[k])]
        if inside:
            return self._codes[min(inside, key=lambda k: abs(self._tokens[k] - token))]
        if low == high and low and self._same_paragraph(self._tokens[low - 1], token):
            return self._codes[low - 1]
        return self.main if self._share >= _LIKELY else None

    def choose(self, countries: Sequence[str]) -> str:
        """Pick from a party's countries the report's own, else home, else the most told."""
        if self.main in countries and self._share >= _CLEAR:
            return self.main or countries[0]
        if self.told[countries[0]] and len(countries) <= _LOCAL:
            return countries[0]
        return max(countries, key=lambda code: (self.told[code], -countries.index(code)))

    def opponent(self, country: str | None) -> str | None:
        """Return the first other country that the report names; None where there is none."""
        return next((code for code in self._order if code != country), None)

    def _locates(self, first: int) -> bool:
        before = self._parse.lowers[first - 1] if first else ""
        return before in _LOCATING

    def _same_paragraph(self, before: int, token: int) -> bool:
        starts = self._parse.starts
        return self._parse.text.find("\n", starts[before], starts[token]) < 0
