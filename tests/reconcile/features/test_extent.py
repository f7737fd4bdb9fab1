"""A wider happening is none of its parts."""

import pytest

from dateline.reconcile.features.extent import compare
from dateline.reconcile.sketch import sketches
from dateline.records import Record
from tests.reconcile.made import make_event, make_report, make_telling, side, sketch_of


def whole_and_part(report):
    events = (make_event("e1", place=None), make_event("e2", part_of="e1"))
    return sketches(Record(report=make_report(report), events=events))


WHOLE, PART = whole_and_part("r1")
OTHER_WHOLE, OTHER_PART = whole_and_part("r2")
ALONE = sketch_of(make_telling("r2"))
NOWHERE = sketch_of(make_telling("r2", event={"place": None}))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(WHOLE, OTHER_WHOLE, "for", id="both sum up"),
        pytest.param(WHOLE, OTHER_PART, "against", id="a whole and a part"),
        pytest.param(WHOLE, ALONE, "against", id="a whole and one of a single town"),
        pytest.param(WHOLE, NOWHERE, "nothing", id="a whole and one that may be it"),
        pytest.param(PART, OTHER_PART, "nothing", id="two parts"),
        pytest.param(PART, ALONE, "nothing", id="a part and one told alone"),
    ],
)
def test_a_whole_is_no_part(one, other, expected):
    assert side(compare(one, other)) == expected
    assert side(compare(other, one)) == expected
