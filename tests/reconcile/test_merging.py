"""An incident is made from its tellings alone, in whatever order they come."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.ontology import kind_named
from dateline.reconcile.merging import joins, merge, title
from dateline.reconcile.scoring import explain
from dateline.records import Anchor
from tests.reconcile.made import (
    KRAMATORSK,
    make_event,
    make_figure,
    make_judgement,
    make_party,
    make_telling,
    sketch_of,
)

BRIGADE, FRONT = make_party("Orlen Brigade"), make_party("Tamsin Front")
CLINIC = make_party("clinic", role="AID")


def merged(*tellings, judgements=()):
    return merge(tellings, [sketch_of(t) for t in tellings], judgements=judgements)


def told(report, day, **fields):
    return make_telling(report, published=date(2024, 7, day), **fields)


THREE = (
    told("r1", 4, figures=(make_figure(4),), event={"actors": (BRIGADE,), "targets": (CLINIC,)}),
    told("r2", 5, figures=(make_figure(6),), event={"kind": "airstrike", "actors": (BRIGADE,)}),
    told("r3", 6, figures=(make_figure(6),), event={"kind": "airstrike"}),
)


def test_it_bears_the_id_of_what_was_told_first():
    late, early = told("r1", 9), told("r2", 4)

    assert merged(late, early).id == sketch_of(early).own_id


def test_tellings_are_in_the_order_of_publication():
    assert merged(*reversed(THREE)).events == ("r1/e1", "r2/e1", "r3/e1")


@given(st.randoms(use_true_random=False))
def test_the_order_of_tellings_leaves_no_trace(random: Random):
    shuffled = list(THREE)
    random.shuffle(shuffled)

    assert merged(*shuffled) == merged(*THREE)


def test_kind_type_and_codes_are_of_one_event():
    found = merged(*THREE)

    assert (found.kind, found.type) == ("airstrike", "ASSAULT")
    assert (found.acled, found.cameo) == (THREE[1].event.acled, THREE[1].event.cameo)


def test_the_ledger_counts_origins():
    toll = merged(*THREE).toll("killed")

    assert (toll.low, toll.best, toll.high, toll.votes) == (4, 6, 6, 2)


def test_origins_are_counted_once_for_copies():
    copies = [told(name, 4, publisher="Orlen Courier") for name in ("r1", "r2")]

    assert merged(*copies, told("r3", 5, publisher="Evening Post")).origins == 2


def test_parties_of_all_tellings_are_named():
    found = merged(*THREE, told("r4", 7, event={"actors": (FRONT,)}))

    assert [party.name for party in found.actors] == ["Orlen Brigade", "Tamsin Front"]


def test_whom_only_a_denial_names_did_not_do_it():
    denial = told("r4", 7, event={"actors": (FRONT,), "factuality": "denied"})

    assert [party.name for party in merged(*THREE, denial).actors] == ["Orlen Brigade"]


def test_where_all_deny_it_those_who_are_named_are_kept():
    denial = told("r4", 7, event={"actors": (FRONT,), "factuality": "denied"})

    assert [party.name for party in merged(denial).actors] == ["Tamsin Front"]


def test_protected_sites_are_given_with_the_event_that_tells_of_them():
    assert [(p.site, p.name, p.event) for p in merged(*THREE).protected] == [
        ("health", "clinic", "r1/e1")
    ]


def test_sums_within_reports_are_checked():
    figures = (make_figure(4), *(make_figure(2, id=name, of="f1") for name in ("f2", "f3")))

    assert [check.words for check in merged(told("r1", 4, figures=figures)).checks] == ["4 = 2 + 2"]


def test_judgements_are_kept_and_sign_the_grade():
    held = Anchor(report="r1", event="e1", quote="Shells hit Kramatorsk")
    signed = make_judgement(1, "grade", held, value="confirmed")

    found = merged(*THREE, judgements=[signed])

    assert (found.grade.grade, found.judgements) == ("confirmed", (signed,))


LABEL = kind_named("looting-or-destruction").label
SACKING = make_event(kind="looting-or-destruction", type="COERCE")


@pytest.mark.parametrize(
    ("place", "actors", "ending"),
    [
        pytest.param(KRAMATORSK, (BRIGADE,), ", Kramatorsk", id="what and where"),
        pytest.param(None, (BRIGADE, FRONT), " by Orlen Brigade", id="what and who"),
        pytest.param(None, (), "", id="what alone"),
    ],
)
def test_a_title_says_what_and_where_else_who(place, actors, ending):
    assert title(SACKING, place, actors) == f"{LABEL[0].upper()}{LABEL[1:]}{ending}"


def test_a_single_telling_was_joined_to_nothing():
    assert merged(THREE[0]).merges == ()


def test_each_event_is_shown_with_the_pair_that_binds_it_most():
    sketches = [sketch_of(telling) for telling in THREE]

    found = joins(sketches)

    assert {ref for pair in found for ref in (pair.left, pair.right)} == {s.ref for s in sketches}
    assert explain(sketches[1], sketches[2]) == found[0]
    assert [pair.points for pair in found] == sorted((p.points for p in found), reverse=True)
