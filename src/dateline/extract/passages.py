"""A text in passages that the encoder reads at once: whole sentences, cut into pieces of words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tokenizers import Encoding, Tokenizer

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
    held: list[tuple[int, Encoding]] = []
    length = 0
    for first, end in parse.sents:
        cut = load_pieces().encode(parse.words[first:end], is_pretokenized=True)
        if held and length + len(cut) > usual:
            yield _passage(held)
            held, length = [], 0
        held.append((first, cut))
        length += len(cut)
    if held:
        yield _passage(held)


def _passage(sentences: list[tuple[int, Encoding]]) -> Passage:
    """Put sentences together, each with its first token, between one opening and one end."""
    pieces = [sentences[0][1].ids[0]]
    begins: dict[int, int] = {}
    for first, cut in sentences:
        for piece, word in zip(cut.ids[1:-1], cut.word_ids[1:-1], strict=True):
            if word is not None and len(pieces) < MOST:
                begins.setdefault(first + word, len(pieces))
            pieces.append(piece)
    return Passage([*pieces, sentences[-1][1].ids[-1]][:MOST], begins)
