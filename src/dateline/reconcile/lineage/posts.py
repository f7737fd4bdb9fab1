"""Official posts: all who cite one have their words from there."""

from collections.abc import Iterable

from dateline.knowledge.voices import voices
from dateline.reconcile.words import plain
from dateline.records import Claim, Figure


def post_of(figure: Figure, claims: Iterable[Claim]) -> str | None:
    """Name the post that a figure is quoted from: "Klitschko on Telegram"; None where none is."""
    for claim in claims:
        if claim.start <= figure.start < claim.end and claim.speaker == figure.by:
            return post_name(claim)
    return None


def post_name(claim: Claim) -> str | None:
    """Name the post that a claim is quoted from, by its speaker's last name and its medium."""
    words = plain(claim.speaker)
    if not claim.medium or not words or not set(plain(claim.medium)) & voices().posts.media:
        return None
    return f"{words[-1].title()} on {claim.medium}"
