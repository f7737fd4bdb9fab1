"""What two reports have from one source without being copies: a quotation, a post, a statement."""

from collections.abc import Iterator, Sequence

from dateline.reconcile.identity import order
from dateline.reconcile.lineage.houses import statement_of
from dateline.reconcile.lineage.posts import post_name
from dateline.reconcile.words import names, plain
from dateline.records import Claim, Link, Record

_LEAST = 6  # words; shorter quotations are made of what anybody says
_ALIKE = 0.7  # of the shorter quotation's words
_SHOWN = 8  # words of a quotation


def common_sources(record: Record, others: Sequence[Record]) -> Iterator[Link]:
    """Yield for each other report the sources that both draw on, the later one as the child."""
    for other in others:
        later, earlier = sorted((record, other), key=lambda r: order(r.report), reverse=True)
        for words in dict.fromkeys(_common(later, earlier)):
            yield Link(child=later.report.id, parent=earlier.report.id, reason=words)


def _common(later: Record, earlier: Record) -> Iterator[str]:
    for claim in later.claims:
        if statement_of(claim.speaker, [earlier.report]):
            yield f"quotes the statement of {earlier.report.publisher}"
        for other in earlier.claims:
            if _is_one_quotation(claim, other):
                yield f"both quote {claim.speaker}: “{_first(claim)}”"
            if (post := post_name(claim)) and post == post_name(other):
                yield f"both cite {post}"


def _is_one_quotation(one: Claim, other: Claim) -> bool:
    if not (one.direct and other.direct and names(one.speaker) & names(other.speaker)):
        return False
    mine, theirs = plain(one.quote), plain(other.quote)
    least = min(len(mine), len(theirs))
    return least >= _LEAST and len(set(mine) & set(theirs)) >= _ALIKE * len(
        set(mine if len(mine) == least else theirs)
    )


def _first(claim: Claim) -> str:
    words = claim.quote.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
