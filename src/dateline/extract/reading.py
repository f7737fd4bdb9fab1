"""One report while it is read: the parse, its mentions, and quick answers about both."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from dateline.extract.frames import Frames
from dateline.extract.mentions import (
    ActorMention,
    ClaimMention,
    FigureMention,
    PlaceMention,
    TimeMention,
    WeaponMention,
)
from dateline.extract.parse import Parse
from dateline.records import Block, BlockKind, Report

_OPENING, _CLOSING = "“«„", "”»"


@dataclass
class Reading:
    """What the finders found in one report, before it becomes events."""

    report: Report
    parse: Parse
    blocks: tuple[Block, ...] = ()
    weapons: list[WeaponMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    actors: list[ActorMention] = field(default_factory=list)
    figures: list[FigureMention] = field(default_factory=list)
    claims: list[ClaimMention] = field(default_factory=list)

    @cached_property
    def frames(self) -> Frames:
        """The grammar around every predicate."""
        return Frames(self.parse)

    @cached_property
    def weapon_at(self) -> dict[int, str]:
        """The weapon that a token names."""
        return {i: w.weapon for w in self.weapons for i in range(w.first, w.end)}

    @cached_property
    def grounds(self) -> list[PlaceMention]:
        """The mentions that can be where something happened, in the order of the text."""
        found = [place for place in self.places if place.kind in {"place", "relative"}]
        return sorted(found, key=lambda place: (place.head, place.first))

    @cached_property
    def place_counts(self) -> Counter[str]:
        """How often the report names each place."""
        return Counter(place.place.name for place in self.grounds)

    @cached_property
    def block_at(self) -> list[BlockKind]:
        """The kind of block that each token stands in."""
        out = [BlockKind.BODY] * len(self.parse)
        blocks, at = self.blocks, 0
        for i, start in enumerate(self.parse.starts):
            while at < len(blocks) and blocks[at].end <= start:
                at += 1
            if at < len(blocks) and blocks[at].start <= start:
                out[i] = blocks[at].kind
        return out

    @cached_property
    def quoted(self) -> set[int]:
        """The tokens inside quotation marks; a line break ends an unclosed quotation."""
        out: set[int] = set()
        inside = False
        for i, word in enumerate(self.parse.words):
            if word in _OPENING:
                inside = True
            elif word in _CLOSING or "\n" in word:
                inside = False
            elif word == '"':
                inside = not inside
            elif inside:
                out.add(i)
        return out

    @cached_property
    def place_tokens(self) -> set[int]:
        """The tokens that name a place, a country or the seat of a power."""
        places = [p for p in self.places if p.kind in {"place", "relative", "metonym"}]
        return {token for place in places for token in range(place.first, place.end)}

    @cached_property
    def _block_edges(self) -> list[int]:
        """The first token of each block."""
        starts = self.parse.starts
        return [bisect_left(starts, block.start) for block in self.blocks]

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the token range of the sentence around a token, within its block of the report."""
        first, end = self.parse.sents[self.parse.sent_of[token]]
        at = bisect_right(self._block_edges, token)
        if at:
            first = max(first, self._block_edges[at - 1])
        if at < len(self._block_edges):
            end = min(end, self._block_edges[at])
        return first, end
