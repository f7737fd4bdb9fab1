"""Text that two reports share: every fourth run of five words, whatever was cut or moved."""

import re
from functools import lru_cache
from hashlib import blake2b

from dateline.knowledge.gazetteer.folding import fold
from dateline.records import Report

_WORD = re.compile(r"[^\W_]+")
# What somebody else says, in quotation marks, is shared by all who heard it.
_QUOTED = re.compile(r"“[^”]{0,1500}”|\"[^\"\n]{0,1500}\"|„[^“”]{0,1500}[“”]|«[^»]{0,1500}»")
_RUN = 5  # words
_KEPT = 4  # one of so many runs is kept
_FEW = 150  # runs; of shorter texts all are kept, or chance decides


@lru_cache(maxsize=4096)
def fingerprints(report: Report) -> tuple[int, ...]:
    """Give the signed 64-bit hashes of the runs that stand for a text, sorted."""
    text = _QUOTED.sub(" ", report.text)
    words = [fold(word) for word in _WORD.findall(text)]
    runs = {" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}
    hashes = sorted(map(_hash, runs))
    return tuple(h for h in hashes if len(hashes) < _FEW or h % _KEPT == 0)


def shares(left: Report, right: Report) -> float:
    """Tell which part of the shorter text is in the other, 0-1, by what stands for both."""
    one, other = _sampled(left, right)
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def shared_runs(left: Report, right: Report) -> int:
    """Count the runs that both have, of those that stand for them."""
    one, other = _sampled(left, right)
    return len(one & other)


def _sampled(left: Report, right: Report) -> tuple[set[int], set[int]]:
    """Compare like with like: where one text keeps a fourth of its runs, so does the other."""
    one, other = set(fingerprints(left)), set(fingerprints(right))
    if (len(left.text) < len(right.text)) and not _is_sampled(one) and _is_sampled(other):
        return {h for h in one if h % _KEPT == 0}, other
    if not _is_sampled(other) and _is_sampled(one):
        return one, {h for h in other if h % _KEPT == 0}
    return one, other


def _is_sampled(hashes: set[int]) -> bool:
    return all(h % _KEPT == 0 for h in hashes)


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big", signed=True)
