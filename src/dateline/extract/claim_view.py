"""What all claim finders look at: the parse, its quotations, and sentences that keep them whole."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from dateline.extract.parse import Parse
from dateline.extract.quotations import Quotation, find_quotations

MARKS = frozenset("\"“”„«»‹›‘’'`") | {"''", "``"}
STOPS = frozenset({".", "!", "?", "…", "...", "?!", "!!", "!?"})
BOUNDARIES = STOPS | {",", ";", ":", "–", "—", "--", "-", "(", ")", "[", "]"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARTS = frozenset({",", ";", ":", "–", "—", "--", "(", ")"})
_LOOSE = BOUNDARIES | frozenset("*•▪●■◆·►▶>#|")
_LETTER = 2  # the length of "X.", a letter that the tokenizer keeps with its full stop


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
        cuts, parsed = [0], {first for first, _ in self.parse.sents}
        for i, word in enumerate(self.parse.words):
            letter = len(word) == _LETTER and word[1] == "." and i + 1 in parsed
            if "\n" in word or ((word in STOPS or letter) and self._ends(i)):
                cuts.append(self._after_marks(i + 1))
        return [(a, b) for a, b in pairwise([*cuts, len(self.parse)]) if a < b]

    @cached_property
    def _firsts(self) -> list[int]:
        return [first for first, _ in self.sentences]

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the sentence of a token."""
        return self.sentences[bisect_right(self._firsts, token) - 1]

    def parts(self, token: int) -> bool:
        """Tell whether a token parts a cue from what it gives: a mark, or a quoted word."""
        word = self.parse.words[token]
        return word in _PARTS or word in MARKS or self.quoted[token] >= 0

    def finite(self, first: int, end: int) -> bool:
        """Tell whether a finite verb stands in a token range."""
        return any(tag in FINITE for tag in self.parse.tags[first:end])

    def labelled(self, token: int, *labels: str) -> bool:
        """Tell whether a token is part of an entity with one of the labels."""
        return self._label_of.get(token) in labels

    @cached_property
    def _label_of(self) -> dict[int, str]:
        return {i: e.label for e in self.parse.entities for i in range(e.first, e.end)}

    def trim(self, first: int, end: int) -> tuple[int, int]:
        """Leave out white space, bullets and loose ends around a token range."""
        words = self.parse.words
        while first < end and (words[first].isspace() or words[first] in _LOOSE):
            first += 1
        while end > first and (words[end - 1].isspace() or words[end - 1] in BOUNDARIES):
            end -= 1
        return first, end

    def _ends(self, i: int) -> bool:
        """Tell whether the full stop at ``i`` ends a sentence."""
        parse, after = self.parse, self._after_marks(i + 1)
        number = self.quoted[i]
        if number >= 0 and self.quotations[number].end > after:
            return False
        if after >= len(parse):
            return True
        follows = parse.words[after]
        if self._touches(after) and not follows.isspace():
            return False
        return not (follows[0].islower() or follows in {",", ";"})

    def _after_marks(self, i: int) -> int:
        words = self.parse.words
        while i < len(words) and words[i] in MARKS and self._touches(i):
            i += 1
        return i

    def _touches(self, i: int) -> bool:
        return self.parse.starts[i] == self.parse.ends[i - 1]
