"""A wider event that sums up others of its report."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.extract.wholes import find_wholes
from dateline.records import Basis, Event, Party, Place, Quote, When

TUESDAY = When(start=date(2024, 5, 14), end=date(2024, 5, 14), precision="day")
MONDAY = When(start=date(2024, 5, 13), end=date(2024, 5, 13), precision="day")
RUSSIA = Party(name="Russia", country="RUS", role="MIL")
SAYS_WHO = Basis(field="actors", rule="test", quotes=(Quote(start=0, end=6, quote="Russia"),))
WHOLE = Event(
    id="e1",
    type="ASSAULT",
    kind="combined-strike",
    acled="Air/drone strike",
    cameo="19",
    actors=(RUSSIA,),
    targets=(Party(name="Kharkiv", role="CVL"), Party(name="Odesa", role="CVL")),
    date=TUESDAY,
    basis=(SAYS_WHO,),
)
PART = replace(
    WHOLE,
    id="e2",
    kind="drone-strike",
    targets=(Party(name="school", role="EDU"),),
    place=Place(name="Odesa", country="UKR"),
)


def part_of(whole, part):
    return find_wholes([whole, part])[1].part_of


def test_a_strike_on_one_of_several_towns_is_a_part():
    assert part_of(WHOLE, PART) == "e1"


def test_a_whole_stands_alone():
    assert find_wholes([WHOLE, PART])[0] == WHOLE


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        pytest.param({}, {"type": "COERCE"}, id="of another type"),
        pytest.param({}, {"date": MONDAY}, id="on another day"),
        pytest.param({"date": When()}, {"date": When()}, id="on no day"),
        pytest.param({}, {"place": Place(name="Sumy")}, id="in a town not named"),
        pytest.param({}, {"place": None}, id="nowhere"),
        pytest.param({"background": True}, {}, id="one of them long ago"),
        pytest.param({"place": PART.place}, {}, id="in the place of the whole itself"),
        pytest.param(
            {"kind": "airstrike", "targets": WHOLE.targets[1:]}, {}, id="of one target only"
        ),
    ],
)
def test_other_events_are_not_parts(whole, part):
    assert part_of(replace(WHOLE, **whole), replace(PART, **part)) is None


def test_the_order_of_the_report_decides_which_is_the_whole():
    assert [event.part_of for event in find_wholes([PART, WHOLE])] == [None, None]


def test_a_part_of_a_part_belongs_to_the_widest():
    events = [WHOLE, replace(WHOLE, id="e2", place=Place(name="Odesa")), replace(PART, id="e3")]

    assert [event.part_of for event in find_wholes(events)] == [None, "e1", "e1"]


def test_a_part_without_a_doer_takes_that_of_the_whole_and_its_words():
    [_, part] = find_wholes([WHOLE, replace(PART, actors=(), basis=())])

    assert part.actors == (RUSSIA,)
    assert part.basis == (SAYS_WHO,)


def test_a_part_keeps_its_own_doer():
    own = (Party(name="Belarus", country="BLR", role="MIL"),)

    assert find_wholes([WHOLE, replace(PART, actors=own)])[1].actors == own
