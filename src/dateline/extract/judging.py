"""What each word may tell, as probabilities: by the clause around it, and by what an encoder sees.

The linear model sees grammar, patterns and the words of a sentence; the encoder sees what words are
like in their context. Each is right where the other is not, so their answers are multiplied. Words
that no pattern knows are for the encoder alone: the linear model was not made for them.
"""

from dateline.extract.encoder import load_encoder
from dateline.extract.features import WordFeatures
from dateline.extract.linear import load_model
from dateline.extract.reading import Reading
from dateline.extract.triggers import PatternMatcher

NOTHING = "-"
# Both have an equal say; between 0.4 and 0.7 the scores of the gold corpora move by a point.
WEIGHT = 0.5
_LEAST = 1e-6  # neither alone rules a kind out

Shares = dict[int, list[float]]


def classes() -> list[str]:
    """List what the columns of the shares stand for."""
    return load_model("triggers").classes


def linear_shares(reading: Reading, matcher: PatternMatcher, known: list[int]) -> Shares:
    """Give the probability of each class for words that a pattern knows."""
    features = WordFeatures(reading, matcher)
    rows = load_model("triggers").probabilities_of([features.of(token) for token in known])
    return dict(zip(known, rows, strict=True))


def seen_shares(reading: Reading, linear: Shares, beyond: list[int]) -> Shares:
    """Blend the linear answers with the encoder's, and add its own for words beyond."""
    encoder = load_encoder()
    columns = [encoder.classes.index(name) for name in classes()]
    seen = {
        token: [row[column] for column in columns]
        for token, row in encoder.probabilities_of(reading.parse, [*linear, *beyond]).items()
    }
    blended = {token: blend(seen[token], row) for token, row in linear.items() if token in seen}
    return linear | seen | blended


def blend(seen: list[float], linear: list[float]) -> list[float]:
    """Multiply two answers, each raised to its say."""
    powers = [
        max(a, _LEAST) ** WEIGHT * max(b, _LEAST) ** (1 - WEIGHT)
        for a, b in zip(seen, linear, strict=True)
    ]
    whole = sum(powers)
    return [power / whole for power in powers]
