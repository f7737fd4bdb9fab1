"""Whose words a report's words are: a copy is no second source."""

from dateline.reconcile.lineage.houses import same_house, speaks_for, statement_of
from dateline.reconcile.lineage.posts import post_name, post_of
from dateline.reconcile.lineage.reuse import fingerprints, shares
from dateline.reconcile.lineage.sources import common_sources
from dateline.reconcile.lineage.tracing import lineages, links

__all__ = [
    "common_sources",
    "fingerprints",
    "lineages",
    "links",
    "post_name",
    "post_of",
    "same_house",
    "shares",
    "speaks_for",
    "statement_of",
]
