"""Whether wholes are the sums of their parts."""

import pytest

from dateline.reconcile.sums import of_parts, within_reports
from dateline.records import Record
from tests.reconcile.made import make_event, make_figure, make_report, make_telling


def part(name, number, population=None):
    return make_figure(number, id=name, of="f1", population=population)


@pytest.mark.parametrize(
    ("parts", "outcome", "words"),
    [
        pytest.param((2, 1, 1), "consistent", "4 = 2 + 1 + 1", id="adds up"),
        pytest.param((3, 2), "does not add up", "4 ≠ 3 + 2", id="parts exceed the whole"),
        pytest.param((2, 1), "scope differs", "4 ≠ 2 + 1", id="some are of other places"),
        pytest.param((2, None), "scope differs", "4 ≠ 2 + ?", id="a part without a number"),
    ],
)
def test_a_whole_is_checked_against_the_parts_of_its_report(parts, outcome, words):
    figures = (make_figure(4), *(part(f"f{n}", p) for n, p in enumerate(parts, start=2)))

    (check,) = within_reports([make_telling(figures=figures)])

    assert (check.outcome, check.words, check.whole) == (outcome, words, "r1/f1")


def test_a_single_part_says_nothing():
    assert not list(within_reports([make_telling(figures=(make_figure(4), part("f2", 2)))]))


def test_women_and_children_may_be_the_same_people():
    figures = (make_figure(40), part("f2", 26, "woman"), part("f3", 19, "child"))

    (check,) = within_reports([make_telling(figures=figures)])

    assert check.outcome == "scope differs"


def test_a_wider_event_is_checked_against_its_parts():
    wide = make_event("e1")
    events = (wide, make_event("e2", part_of="e1"), make_event("e3", part_of="e1"))
    figures = (
        make_figure(4, event="e1"),
        make_figure(3, id="f2", event="e2"),
        make_figure(1, id="f3", event="e3"),
    )
    record = Record(report=make_report(), events=events, figures=figures)

    (check,) = of_parts(record, wide)

    assert (check.outcome, check.parts) == ("consistent", ("r1/f2", "r1/f3"))


def test_a_figure_that_was_taken_back_is_no_part():
    wide = make_event("e1")
    events = (wide, make_event("e2", part_of="e1"), make_event("e3", part_of="e1"))
    figures = (
        make_figure(4, event="e1"),
        make_figure(3, id="f2", event="e2"),
        make_figure(9, id="f3", event="e3", withdrawn=True),
    )

    assert not list(of_parts(Record(report=make_report(), events=events, figures=figures), wide))
