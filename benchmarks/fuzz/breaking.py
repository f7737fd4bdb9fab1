"""Sound input, broken: cut, doubled, spliced, swollen, nested, and written in other letters."""

from collections.abc import Callable, Sequence
from random import Random

_MOST_BYTES = 30_000
_RARELY_MORE = 2_000_000
_LARGE = 0.001  # share of cases that are large
_BYTES = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"\r",
    b"\n", b"\r\n", b"\t", b" ", b"\x1b", b"\x7f", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae",
    b"\xcc\x81" * 30, b"&", b"<", b">", b'"', b"'", b"\\", b"\\u0000", b"\\ud800", b"%00", b"%",
    b"{", b"}", b"[", b"]", b"-1", b"0", b"1e999", b"NaN", b"99999999999999999999", b"0001-01-01",
    b"9999-12-31", b"2024-02-30", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE a [", b"&x;",
    b"&#0;", b"&#x110000;", b"../", b"javascript:", b"\xf0\x9f\x92\xa5", "ſİıßﬃ".encode(),
)  # fmt: skip
_LETTERS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "utf-7", "latin-1", "shift_jis")

Break = Callable[[Random, bytes, Sequence[bytes]], bytes]


def broken(chance: Random, seeds: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    """Break a sound input once or some times."""
    raw = chance.choice(seeds)
    if chance.random() < 0.2:  # noqa: PLR2004
        raw = _spliced(chance, raw, seeds)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        raw = chance.choice(_BREAKS)(chance, raw, words or _BYTES)
    return raw[: _RARELY_MORE if chance.random() < _LARGE else _MOST_BYTES]


def _place(chance: Random, raw: bytes) -> int:
    return chance.randint(0, len(raw))


def _spliced(chance: Random, raw: bytes, seeds: Sequence[bytes]) -> bytes:
    other = chance.choice(seeds)
    return raw[: _place(chance, raw)] + other[_place(chance, other) :]


def _flipped(chance: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    many = bytearray(raw or b" ")
    for _time in range(chance.choice((1, 2, 8))):
        many[chance.randrange(len(many))] = chance.randrange(256)
    return bytes(many)


def _strewn(chance: Random, raw: bytes, words: Sequence[bytes]) -> bytes:
    for _ in range(chance.choice((1, 1, 3))):
        at = _place(chance, raw)
        raw = raw[:at] + chance.choice(words) + raw[at:]
    return raw


def _garbled(chance: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    at = _place(chance, raw)
    return raw[:at] + chance.choice(_BYTES) + raw[at + chance.choice((0, 0, 1, 4)) :]


def _swollen(chance: Random, raw: bytes, words: Sequence[bytes]) -> bytes:
    """Say one word very often."""
    at, times = _place(chance, raw), chance.choice((2, 10, 100, 1000, 10_000))
    if chance.random() < _LARGE:
        times *= 30
    return raw[:at] + chance.choice((*words, *_BYTES)) * times + raw[at:]


def _doubled(chance: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    first, end = sorted((_place(chance, raw), _place(chance, raw)))
    return raw[:end] + raw[first:end] * chance.choice((1, 2, 20)) + raw[end:]


def _cut(chance: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    first, end = sorted((_place(chance, raw), _place(chance, raw)))
    return chance.choice((raw[:first], raw[first:], raw[:first] + raw[end:]))


def _replaced(chance: Random, raw: bytes, words: Sequence[bytes]) -> bytes:
    """Put a word in the place of another that stands there."""
    old = chance.choice((*words, *_BYTES))
    return raw.replace(old, chance.choice((*words, *_BYTES)), chance.choice((1, -1)))


def _rewritten(chance: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    text = raw.decode("utf-8", errors="replace")
    return text.encode(chance.choice(_LETTERS), errors="replace")


_BREAKS: tuple[Break, ...] = (
    _flipped, _strewn, _strewn, _garbled, _garbled, _swollen, _doubled, _cut, _replaced, _rewritten,
)  # fmt: skip
