"""Part a report into paragraphs: its lines, where a heading belongs to what stands below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.parse import Parse
from dateline.records import Block, BlockKind

_STOPS = frozenset(".!?:”\"'’)…")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of sentences, half-open; ``headline`` where it stands above the whole report."""

    first: int
    end: int
    headline: bool = False


def find_paragraphs(parse: Parse, blocks: Sequence[Block]) -> list[Paragraph]:
    """Part the sentences into paragraphs, in order and without gaps."""
    opening = {block.start: block.kind for block in _opening_blocks(parse.text, blocks)}
    starts, out, kind = sorted(opening), [], BlockKind.BODY
    first = at = 0
    for number, (token, _) in enumerate(parse.sents):
        opened = False
        while at < len(starts) and starts[at] < parse.ends[token]:
            opened, at = True, at + 1
        if opened and number > first:
            out.append(Paragraph(first, number, kind is BlockKind.HEADLINE))
            first = number
        if opened:
            kind = opening[starts[at - 1]]
    if first < len(parse.sents):
        out.append(Paragraph(first, len(parse.sents), kind is BlockKind.HEADLINE))
    return out


def _opening_blocks(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with which a paragraph begins."""
    above: Block | None = None
    for block in blocks:
        if above is None or not _goes_on(text, above, block):
            yield block
        above = block


def _goes_on(text: str, above: Block, block: Block) -> bool:
    between = text[above.end : block.start]
    if "\n" not in between or above.kind is BlockKind.HEADING:
        return True
    if between.count("\n") > 1 or {above.kind, block.kind} != {BlockKind.BODY}:
        return False
    return text[above.end - 1] not in _STOPS
