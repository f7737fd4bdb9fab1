"""What all claim finders look at: the parse, its quotations, and sentences that keep them whole."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from dateline.extract.parse import Parse
from dateline.extract.quotations import Quotation, find_quotations

MARKS = frozenset("\"“”„«»‹›‘’'`") | {"''", "``"}
STOPS = frozenset({".", "!", "?", "…", "...", "?!", "!!", "!?"})
BOUNDARIES = frozenset({",", ";", ":", "–", "—", "--", "-", "(", ")", "[", "]"}) | STOPS
_BULLETS = frozenset("*•▪●■◆–—-·►▶>#|")


@dataclass(frozen=True)
class View:
    """A parse as the claim finders see it."""

    parse: Parse
    quotations: list[Quotation] = field(default_factory=list)

    @classmethod
    def of(cls, parse: Parse) -> "View":
        """Look at a parse."""
        return cls(parse, find_quotations(parse))

    @cached_property
    def quoted(self) -> list[int]:
        """Number the quotation of each token; -1 outside of all."""
        out = [-1] * len(self.parse)
        for number, quotation in enumerate(self.quotations):
            out[quotation.first : quotation.end] = [number] * (quotation.end - quotation.first)
        return out

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Cut the text at full stops and line ends, but never inside a quotation."""
        cuts = [0]
        for i, word in enumerate(self.parse.words):
            stop = word in STOPS or (word[-1] == "." and i + 1 in self._parsed)
            if "\n" in word or (stop and self._ends(i)):
                cuts.append(self._after_marks(i + 1))
        cuts.append(len(self.parse))
        pairs = zip(cuts, cuts[1:], strict=False)
        return [(a, b) for a, b in pairs if a < b]

    @cached_property
    def _parsed(self) -> set[int]:
        return {first for first, _ in self.parse.sents}

    @cached_property
    def _firsts(self) -> list[int]:
        return [first for first, _ in self.sentences]

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the sentence of a token."""
        return self.sentences[bisect_right(self._firsts, token) - 1]

    def _after_marks(self, i: int) -> int:
        words = self.parse.words
        while i < len(words) and words[i] in MARKS and self._touches(i):
            i += 1
        return i

    def _touches(self, i: int) -> bool:
        return self.parse.starts[i] == self.parse.ends[i - 1]

    def _ends(self, i: int) -> bool:
        """Tell whether the full stop at ``i`` ends a sentence."""
        parse, after = self.parse, self._after_marks(i + 1)
        number = self.quoted[i]
        if number >= 0 and not self._closing(i, after):
            return False
        if after >= len(parse):
            return True
        follows = parse.words[after]
        if self._touches(after) and not follows.isspace():
            return False
        return not (follows[0].islower() or follows in {",", ";"})

    def _closing(self, i: int, after: int) -> bool:
        quotation = self.quotations[self.quoted[i]]
        return i < quotation.end <= after

    def trim(self, first: int, end: int) -> tuple[int, int]:
        """Leave out white space, bullets, quotation marks that have no partner, and loose ends."""
        words = self.parse.words
        while first < end and (words[first].isspace() or words[first] in BOUNDARIES
                               or words[first] in _BULLETS):
            first += 1
        while end > first and (words[end - 1].isspace() or words[end - 1] in BOUNDARIES):
            end -= 1
        return first, end
