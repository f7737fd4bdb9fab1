"""A text in passages that the encoder reads at once: whole sentences, cut into pieces of words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

from dateline.extract.parse import Parse

# A passage gives a word its context; the time it takes grows with its length only.
USUAL, MOST = 128, 500
_PIECES = Path(__file__).parent / "weights" / "pieces.json"


@dataclass(frozen=True, slots=True)
class Passage:
    """Numbers of pieces, and where among them each token of the text begins."""

    pieces: list[int]
    begins: dict[int, int]


@cache
def load_pieces() -> Tokenizer:
    """Read how words are cut into pieces, once."""
    pieces = Tokenizer.from_file(str(_PIECES))
    pieces.no_padding()
    pieces.no_truncation()
    return pieces


def passages(parse: Parse, usual: int = USUAL) -> Iterator[Passage]:
    """Cut a text into passages of whole sentences, of the usual length or of one that is longer."""
    cut = load_pieces()
    first = end = length = 0
    for start, stop in parse.sents:
        more = len(cut.encode(parse.words[start:stop], is_pretokenized=True).ids)
        if length and length + more > usual:
            yield _passage(cut, parse, range(first, end))
            first, length = start, 0
        end, length = stop, length + more
    if length:
        yield _passage(cut, parse, range(first, end))


def _passage(cut: Tokenizer, parse: Parse, tokens: range) -> Passage:
    words = [parse.words[token] for token in tokens]
    found = cut.encode(words, is_pretokenized=True)
    begins: dict[int, int] = {}
    for at, word in enumerate(found.word_ids[:MOST]):
        if word is not None:
            begins.setdefault(tokens[word], at)
    return Passage(found.ids[:MOST], begins)
