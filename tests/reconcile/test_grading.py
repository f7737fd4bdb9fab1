"""How well attested an incident is follows from origins, denials and what the sides say."""

import pytest

from dateline.reconcile.grading import GRADES, grade
from dateline.records import Anchor, Lineage
from tests.reconcile.made import (
    apart,
    make_claim,
    make_figure,
    make_judgement,
    make_party,
    make_telling,
)

BRIGADE, FRONT = make_party("Orlen Brigade"), make_party("Tamsin Front")
ARMY, ENEMY = make_party("Ukrainian army", "UKR"), make_party("Velian army", "LVA")
VILLAGERS = make_party("villagers", role="CVL")
SOLDIERS = make_party("Karsian soldiers")


def graded(*tellings, lineages=None, judgements=()):
    return grade(tellings, lineages or apart(*(t.report.id for t in tellings)), judgements)


def by(*actors, report="r1", **fields):
    event = {"actors": actors, "targets": (VILLAGERS,)} | fields.pop("event", {})
    return make_telling(report, event=event, **fields)


def hurt(population, *, target=SOLDIERS, report="r1", measure="killed"):
    figure = make_figure(4, population=population, measure=measure)
    return make_telling(report, event={"targets": (target,)}, figures=(figure,))


def test_one_origin_alone_is_weak():
    assert graded(by(BRIGADE)).grade == "weak"


def test_copies_are_no_second_origin():
    one = (Lineage(origin="one", reports=("r1", "r2")),)

    assert graded(by(BRIGADE), by(BRIGADE, report="r2"), lineages=one).grade == "weak"


def test_several_origins_that_nobody_disputes_are_fair():
    found = graded(by(BRIGADE), by(BRIGADE, report="r2"), by(report="r3"))

    assert found.grade == "fair"
    assert "3" in found.reason


@pytest.mark.parametrize(
    "telling",
    [
        pytest.param(by(BRIGADE, report="r3", event={"factuality": "denied"}), id="the happening"),
        pytest.param(
            by(BRIGADE, report="r3", claims=(make_claim("Orlen Brigade", "denies"),)), id="the deed"
        ),
    ],
)
def test_what_somebody_denies_is_contested(telling):
    assert graded(by(BRIGADE), by(BRIGADE, report="r2"), telling).grade == "contested"


def test_the_reason_names_who_denies_it():
    found = graded(by(BRIGADE, claims=(make_claim("Colonel Maro", "denies"),)))

    assert "Colonel Maro" in found.reason


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param((ENEMY,), "contested", id="another state's army"),
        pytest.param((make_party("Free Orlen", "UKR", "REB"),), "contested", id="rebels, not army"),
        pytest.param((ARMY, FRONT), "fair", id="one of them is the same"),
        pytest.param((make_party("Ukrainian troops", "UKR"),), "fair", id="the same"),
        pytest.param((make_party("gunmen", role="UNK"),), "fair", id="some that may be the same"),
        pytest.param((), "fair", id="nobody"),
    ],
)
def test_origins_that_name_different_doers_contest_it(other, expected):
    assert graded(by(ARMY), by(*other, report="r2")).grade == expected


def test_a_clash_has_two_sides_and_no_rivals():
    clash = {"kind": "armed-clash"}

    found = graded(by(ARMY, event=clash), by(ENEMY, report="r2", event=clash))

    assert found.grade == "fair"


def test_reports_of_one_origin_are_no_rivals():
    one = (Lineage(origin="one", reports=("r1", "r2")),)

    found = graded(by(ARMY), by(ENEMY, report="r2"), lineages=one)

    assert found.grade == "weak"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(
            {"claims": (make_claim("Orlen Brigade", "asserts"),)}, "confirmed", id="it says so"
        ),
        pytest.param(
            {"claims": (make_claim("Orlen Brigade", "confirms"),)}, "confirmed", id="it confirms"
        ),
        pytest.param({"publisher": "Orlen Brigade"}, "confirmed", id="its own statement"),
        pytest.param(
            {"claims": (make_claim("Orlen Brigade", "warns"),)}, "weak", id="it only warns"
        ),
        pytest.param(
            {"claims": (make_claim("Tamsin Front", "accuses"),)}, "weak", id="its enemy says so"
        ),
        pytest.param({"publisher": "Evening Post"}, "weak", id="a paper says so"),
    ],
)
def test_what_the_side_that_did_it_admits_is_confirmed(fields, expected):
    assert graded(by(BRIGADE, **fields)).grade == expected


@pytest.mark.parametrize(
    ("speaker", "party", "expected"),
    [
        pytest.param("Ukrainian General Staff", "Ukraine", "confirmed", id="an office of it"),
        pytest.param("Ukrainian Red Cross", "Ukraine", "weak", id="no office"),
        pytest.param("Russian Defence Ministry", "Ukraine", "weak", id="another state's office"),
    ],
)
def test_a_state_speaks_through_its_offices(speaker, party, expected):
    claims = (make_claim(speaker, "asserts"),)

    assert graded(by(make_party(party, "UKR"), claims=claims)).grade == expected


@pytest.mark.parametrize(
    ("tellings", "expected"),
    [
        pytest.param((hurt("military"),), "discounted", id="soldiers"),
        pytest.param((hurt("combatant", measure="injured"),), "discounted", id="fighters hurt"),
        pytest.param((hurt("civilian"),), "weak", id="civilians"),
        pytest.param((hurt("people"),), "weak", id="nobody says whom"),
        pytest.param((hurt(None),), "weak", id="no word at all"),
        pytest.param((hurt("military", target=VILLAGERS),), "weak", id="civilians were aimed at"),
        pytest.param(
            (hurt("military"), hurt("civilian", report="r2")), "fair", id="one tells of civilians"
        ),
        pytest.param((make_telling(event={"targets": (SOLDIERS,)}),), "weak", id="no victims told"),
    ],
)
def test_harm_to_those_who_bear_arms_alone_is_discounted(tellings, expected):
    assert graded(*tellings).grade == expected


HELD = Anchor(report="r1", event="e1", quote="Shells hit Kramatorsk")


def signed(number, value, author="ana"):
    return make_judgement(number, "grade", HELD, value=value, author=author, reason=f"why {value}")


def test_a_grade_is_only_computed_until_an_analyst_signs_one():
    assert graded(by(BRIGADE)).author is None


def test_the_grade_that_was_signed_last_stands():
    given = [signed(1, "fair"), signed(2, "confirmed", author="ben")]

    found = graded(by(BRIGADE), judgements=given)

    assert (found.grade, found.author, found.reason) == ("confirmed", "ben", "why confirmed")


def test_the_computed_grade_is_kept_beside_a_signed_one():
    assert graded(by(BRIGADE), judgements=[signed(1, "confirmed")]).computed == "weak"


def test_other_judgements_sign_no_grade():
    remark = make_judgement(1, "comment", HELD, value="confirmed")

    assert graded(by(BRIGADE), judgements=[remark]).author is None


def test_the_grades_are_those_of_airwars():
    assert set(GRADES) == {"confirmed", "fair", "weak", "contested", "discounted"}


def test_every_computed_grade_has_its_reason_in_words():
    found = [graded(by(BRIGADE)), graded(hurt("military")), graded(by(BRIGADE), by(report="r2"))]

    assert all(" " in each.reason for each in found)


def test_a_statement_is_not_confirmed_by_who_gives_it():
    said = make_telling(
        "r1",
        event={"type": "ACCUSE", "kind": "accuse", "actors": (make_party("Orlen", role="GOV"),)},
        claims=(make_claim("Orlen", "asserts"),),
    )

    assert grade([said], apart("r1"), ()).grade == "weak"
