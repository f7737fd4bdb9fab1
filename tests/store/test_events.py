"""Events, the pairs they form, and the incidents they are in."""

import pytest

from dateline.records import Pair, Tombstone
from tests.store.made import make_listed, make_record, make_row


@pytest.fixture
def write(store):
    """Begin a transaction with five reports of one event each."""
    with store.writing() as write:
        for name in "abcde":
            write.put_report(make_record(name), digest=name, program="1", fingerprints=())
        yield write


def pair(left, right, points=1.0):
    return Pair(left=f"{left}/e1", right=f"{right}/e1", points=points)


def test_candidates_share_a_key(write):
    write.put_events([make_row("a/e1", 1, 2), make_row("b/e1", 2, 3), make_row("c/e1", -4)])

    assert [row.ref for row in write.candidates([2])] == ["a/e1", "b/e1"]
    assert [row.keys for row in write.candidates([-4, 9])] == [(-4,)]


def test_a_neighbourhood_is_all_that_is_connected(write):
    write.put_events(make_row(f"{name}/e1") for name in "abcde")
    write.put_pairs([pair("a", "b"), pair("b", "c"), pair("d", "e")])

    rows, pairs = write.neighbourhood(["c/e1"])

    assert [row.ref for row in rows] == ["a/e1", "b/e1", "c/e1"]
    assert pairs == (pair("a", "b"), pair("b", "c"))


def test_a_pair_has_the_points_it_was_last_given(write):
    write.put_events(make_row(f"{name}/e1") for name in "ab")
    write.put_pairs([pair("a", "b", 1.0)])
    write.put_pairs([pair("a", "b", 2.5)])

    assert write.pairs_of(["b/e1"]) == (pair("a", "b", 2.5),)


def test_a_report_that_is_changed_loses_its_events_and_their_pairs(write):
    write.put_events(make_row(f"{name}/e1") for name in "ab")
    write.put_pairs([pair("a", "b")])
    write.put_report(
        make_record("a", "Shells hit the market of Taiz."), digest="z", program="1", fingerprints=()
    )

    assert write.rows(["a/e1", "b/e1"]) == (make_row("b/e1"),)
    assert write.pairs_of(["b/e1"]) == ()


def test_a_telling_has_the_report_the_figures_and_the_claims(write):
    (telling,) = write.tellings(["c/e1"])

    assert telling.ref == "c/e1"
    assert [figure.low for figure in telling.figures] == [4]


def test_events_know_their_incident(write):
    write.put_events(make_row(f"{name}/e1") for name in "abc")
    write.put_incidents([make_listed("i1", events=("a/e1", "b/e1"))])

    assert write.incident_of("a/e1") == "i1"
    assert write.incident_of("c/e1") is None
    assert write.events_of("i1") == ("a/e1", "b/e1")


def test_an_incident_is_put_in_place_of_the_one_of_its_id(write):
    write.put_events(make_row(f"{name}/e1") for name in "ab")
    write.put_incidents([make_listed("i1", events=("a/e1", "b/e1"))])
    write.put_incidents([make_listed("i1", title="Anew", events=("a/e1",))])

    assert write.incident_of("b/e1") is None
    assert [row.title for row in write.listed(["i1"])] == ["Anew"]


def test_the_id_of_an_event_that_founds_no_incident_says_where_it_is(write):
    write.put_events([make_row("a/e1", own_id="i1"), make_row("b/e1", own_id="i2")])
    write.put_incidents([make_listed("i1", events=("a/e1", "b/e1"))])

    assert write.tombstone("i2").successors == ("i1",)
    assert write.tombstone("i9") is None


def test_a_tombstone_follows_heirs_that_are_no_more(write):
    write.put_events([make_row("a/e1", own_id="i1"), make_row("b/e1", own_id="i2")])
    write.put_incidents([make_listed("i1", events=("a/e1", "b/e1"))])
    write.put_tombstone(Tombstone(id="i0", successors=("i2",), reason="report r0 was removed"))

    assert write.tombstone("i0").successors == ("i1",)
