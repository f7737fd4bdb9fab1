"""Phrases that stand for a party, each alone: of which country, in which role."""

from collections.abc import Iterable, Iterator

from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.loading import shared_language
from dateline.extract.alone.parties import PartyOf
from dateline.pipeline import Reader


def predict(_: Reader, rows: Iterable[Row]) -> Iterator[Row]:
    """Say the country and the role of each phrase."""
    party_of = PartyOf(shared_language())
    for row in rows:
        country, role = party_of(row["text"], row.get("context") or "")
        yield {"id": row["id"], "country": country, "role": role}


CORPUS = Corpus(predict=predict)
