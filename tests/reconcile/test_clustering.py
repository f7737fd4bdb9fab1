"""Clusters follow from events, pairs and judgements alone."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reconcile.clustering import Verdicts, cluster, components

NONE = Verdicts()


def events(*refs):
    return {ref: ref.partition("/")[0] for ref in refs}


def judged(**pairs):
    return Verdicts(**{verdict: frozenset(found) for verdict, found in pairs.items()})


def test_events_without_a_pair_stand_alone():
    assert cluster(events("a/e1", "b/e1"), {}, NONE) == [("a/e1",), ("b/e1",)]


def test_alike_events_are_one():
    assert cluster(events("a/e1", "b/e1"), {("a/e1", "b/e1"): 2.0}, NONE) == [("a/e1", "b/e1")]


def test_two_events_of_a_report_are_two_however_alike():
    pairs = {("a/e1", "b/e1"): 3.0, ("a/e2", "b/e1"): 2.0}

    assert cluster(events("a/e1", "a/e2", "b/e1"), pairs, NONE) == [("a/e1", "b/e1"), ("a/e2",)]


def test_a_chain_of_likeness_is_cut_where_the_ends_are_unlike():
    pairs = {("a/e1", "b/e1"): 3.0, ("b/e1", "c/e1"): 0.8}

    assert cluster(events("a/e1", "b/e1", "c/e1"), pairs, NONE) == [("a/e1", "b/e1"), ("c/e1",)]


def test_judged_the_same_is_one_without_a_pair():
    verdicts = judged(same={("a/e1", "b/e1")})

    assert cluster(events("a/e1", "b/e1"), {}, verdicts) == [("a/e1", "b/e1")]


def test_judged_different_is_two_however_alike():
    pairs = {("a/e1", "b/e1"): 9.0}

    found = cluster(events("a/e1", "b/e1"), pairs, judged(different={("a/e1", "b/e1")}))

    assert found == [("a/e1",), ("b/e1",)]


def test_different_holds_for_all_that_joined_either():
    refs = events("a/e1", "b/e1", "c/e1", "d/e1")
    pairs = {(left, right): 2.0 for left in refs for right in refs if left < right}

    found = cluster(refs, pairs, judged(different={("a/e1", "d/e1")}))

    assert not any({"a/e1", "d/e1"} <= set(group) for group in found)


def test_a_judgement_on_an_event_that_is_no_more_is_passed_over():
    assert cluster(events("a/e1"), {}, judged(same={("a/e1", "gone/e1")})) == [("a/e1",)]


REFS = st.integers(2, 12).map(lambda count: [f"r{n % 7}/e{n}" for n in range(count)])


@st.composite
def neighbourhoods(draw):
    refs = draw(REFS)
    ends = [(one, other) for one in refs for other in refs if one < other]
    points = st.floats(0.1, 6.0).map(lambda number: round(number, 2))
    pairs = draw(st.dictionaries(st.sampled_from(ends), points, max_size=30))
    return events(*refs), pairs


@given(neighbourhoods(), st.randoms(use_true_random=False))
def test_the_order_of_events_and_pairs_leaves_no_trace(made, random: Random):
    refs, pairs = made
    shuffled = [list(refs.items()), list(pairs.items())]
    for items in shuffled:
        random.shuffle(items)

    assert cluster(dict(shuffled[0]), dict(shuffled[1]), NONE) == cluster(refs, pairs, NONE)


@given(neighbourhoods())
def test_every_event_is_in_one_cluster_and_no_report_twice(made):
    refs, pairs = made

    found = cluster(refs, pairs, NONE)

    assert sorted(ref for group in found for ref in group) == sorted(refs)
    assert all(len({refs[ref] for ref in group}) == len(group) for group in found)


@given(neighbourhoods())
def test_what_is_not_connected_does_not_matter(made):
    refs, pairs = made
    whole = cluster(refs, pairs, NONE)

    apart = []
    for group in components(refs, pairs):
        near = {ends: points for ends, points in pairs.items() if set(ends) <= set(group)}
        apart += cluster({ref: refs[ref] for ref in group}, near, NONE)

    assert sorted(apart) == whole


@pytest.mark.parametrize("size", [300])
def test_a_large_neighbourhood_is_soon_done(size):
    refs = events(*(f"r{n}/e1" for n in range(size)))
    pairs = {(one, other): 1.0 for one in refs for other in refs if one < other}

    assert len(cluster(refs, pairs, NONE)) == 1
