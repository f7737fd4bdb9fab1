"""Number words, and the words that bound or loosen a number: ``lexicon/en/numbers.toml``."""

from functools import cache

import msgspec

from dateline.knowledge.files import ROOM, read_toml

Bounds = tuple[float | None, float | None]


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The bounds that a vague number word stands for."""

    low: float
    high: float
    qualifier: str


class NumberFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The number words of a language as they are kept."""

    cardinals: dict[str, int]
    multipliers: dict[str, int]
    suffixes: dict[str, int]
    phrases: dict[str, int]
    loose: list[str]
    vague: dict[str, Vague]
    none: list[str]
    hedges: dict[str, list[str]]
    after: dict[str, list[str]]
    particles: dict[str, list[str]]
    joins: list[str]
    examples: list[str]


class Phrases(msgspec.Struct, frozen=True):
    """What phrases mean, by their words; how long those with a first or last word can be."""

    meaning: dict[tuple[str, ...], tuple[str, Bounds]]
    starts: dict[str, int]
    ends: dict[str, int]

    @classmethod
    def of(cls, meaning: dict[str, tuple[str, Bounds]]) -> "Phrases":
        """Key each phrase by its words; hyphens stand alone, as the tokenizer leaves them."""
        keyed = {tuple(p.replace("-", " - ").split()): value for p, value in meaning.items()}
        starts: dict[str, int] = {}
        ends: dict[str, int] = {}
        for words in keyed:
            starts[words[0]] = max(len(words), starts.get(words[0], 0))
            ends[words[-1]] = max(len(words), ends.get(words[-1], 0))
        return cls(keyed, starts, ends)

    def starting(self, words: list[str], first: int) -> tuple[int, str, Bounds] | None:
        """Return the end, meaning and bounds of the longest phrase that starts here."""
        longest = self.starts.get(words[first], 0)
        for size in range(min(longest, len(words) - first), 0, -1):
            found = self.meaning.get(tuple(words[first : first + size]))
            if found:
                return (first + size, *found)
        return None

    def ending(self, words: list[str], end: int) -> tuple[int, str] | None:
        """Return the start and meaning of the longest phrase that ends before ``end``."""
        longest = self.ends.get(words[end - 1], 0) if end else 0
        for size in range(min(longest, end), 0, -1):
            found = self.meaning.get(tuple(words[end - size : end]))
            if found:
                return end - size, found[0]
        return None


class NumberWords(msgspec.Struct, frozen=True):
    """The number words of a language, ready for look-up.

    ``phrases`` mean a codebook qualifier, or ``none`` for words that say there were none.
    """

    cardinals: dict[str, int]
    multipliers: dict[str, int]
    suffixes: dict[str, int]
    phrases: Phrases
    hedges: Phrases
    after: Phrases
    particles: dict[str, list[str]]
    joins: frozenset[str]
    starters: frozenset[str]
    examples: list[str]


@cache
def load_number_words() -> NumberWords:
    """Load the English number words."""
    kept = read_toml(ROOM / "lexicon" / "en" / "numbers.toml", NumberFile)
    phrases = Phrases.of(_values(kept))
    return NumberWords(
        cardinals=kept.cardinals,
        multipliers=kept.multipliers,
        suffixes=kept.suffixes,
        phrases=phrases,
        hedges=Phrases.of(_qualifiers(kept.hedges)),
        after=Phrases.of(_qualifiers(kept.after)),
        particles=kept.particles,
        joins=frozenset(kept.joins),
        examples=kept.examples,
        starters=frozenset(phrases.starts) | frozenset(kept.cardinals) | {"a"},
    )


def _values(kept: NumberFile) -> dict[str, tuple[str, Bounds]]:
    loose = frozenset(kept.loose)
    out: dict[str, tuple[str, Bounds]] = {
        words: ("about" if words in loose else "exact", (value, value))
        for words, value in kept.phrases.items()
    }
    out |= {words: (v.qualifier, (v.low, v.high)) for words, v in kept.vague.items()}
    out |= dict.fromkeys(kept.none, ("none", (0.0, 0.0)))
    return out


def _qualifiers(kept: dict[str, list[str]]) -> dict[str, tuple[str, Bounds]]:
    return {words: (qualifier, (None, None)) for qualifier, some in kept.items() for words in some}
