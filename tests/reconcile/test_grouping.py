"""All at once leads to the same groups as report by report."""

import random

import pytest

from benchmarks.record.reconciling import records
from dateline.keeping.changing import keep
from dateline.reconcile.clustering import Verdicts
from dateline.reconcile.grouping import groups
from dateline.reconcile.sketch import sketches
from dateline.records import Query
from dateline.store import open_store

RECORDS = list(records(150))
SKETCHES = [sketch for record in RECORDS for sketch in sketches(record)]


def grouped(*arguments):
    return {frozenset(group) for group in groups(*arguments)}


def test_groups_are_those_that_a_record_has():
    with open_store(":memory:") as store, store.writing() as write:
        for record in RECORDS:
            keep(write, [record], program="1")
        kept = {frozenset(row.events) for row in write.search(Query(limit=None))}

    assert grouped(SKETCHES) == kept


@pytest.mark.parametrize("seed", range(5))
def test_the_order_makes_no_difference(seed):
    shuffled = random.Random(seed).sample(SKETCHES, len(SKETCHES))  # noqa: S311

    assert grouped(shuffled) == grouped(SKETCHES)


def test_some_events_are_one_and_some_are_not():
    assert 1 < len(grouped(SKETCHES)) < len(SKETCHES)


def test_verdicts_hold():
    one = next(sorted(group) for group in groups(SKETCHES) if len(group) > 1)
    other = next(sorted(group) for group in groups(SKETCHES) if one[0] not in group)
    same = tuple(sorted((one[0], other[0])))
    verdicts = Verdicts(same=frozenset([same]), different=frozenset([(one[0], one[1])]))
    found = grouped(SKETCHES, verdicts)

    assert any({*same} <= group for group in found)
    assert not any({one[0], one[1]} <= group for group in found)
