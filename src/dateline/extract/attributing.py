"""Who says what, word for word: the ranges of source, cue and content of each attribution."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dateline.extract.mentions import ClaimMention
from dateline.extract.parse import Parse

Ranges: TypeAlias = tuple[tuple[int, int], ...]

_WITH_VERB = frozenset({"aux", "auxpass", "neg", "prt"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Token ranges, half-open, of who says it, by which words, and what."""

    source: Ranges
    cue: Ranges
    content: Ranges


def find_attributions(parse: Parse, claims: Sequence[ClaimMention]) -> Iterator[Attribution]:
    """Give the ranges behind each claim of a report."""
    for claim in claims:
        yield Attribution(_source(parse, claim), _cue(parse, claim), ((claim.first, claim.end),))


def _source(parse: Parse, claim: ClaimMention) -> Ranges:
    head = claim.speaker_head
    if head is None:
        return ()
    return runs(set(parse.subtree(head)) - set(range(claim.first, claim.end)) | {head})


def _cue(parse: Parse, claim: ClaimMention) -> Ranges:
    cue = claim.cue
    if cue is None:
        return ()
    return runs({cue, *(c for c in parse.children[cue] if parse.deps[c] in _WITH_VERB)})


def runs(tokens: set[int]) -> Ranges:
    """Join neighbouring tokens to ranges."""
    out: list[tuple[int, int]] = []
    for token in sorted(tokens):
        if out and out[-1][1] == token:
            out[-1] = (out[-1][0], token + 1)
        else:
            out.append((token, token + 1))
    return tuple(out)
