"""Intervals: sums are read off what scorers give, and documents are drawn."""

import pytest

from benchmarks.quality.intervals import interval, number, ratios, share

COUNTS = {"tp": 3, "gold": 6, "pred": 4}
MEAN = {
    "sentence": {
        "KILL": {"P": 50.0, "R": 25.0, "F1": 33.3, "pred": 4, "gold": 8},
        "FAIL": {"P": 100.0, "R": 50.0, "F1": 66.7, "pred": 2, "gold": 4},
        "mean": {"P": 75.0, "R": 37.5, "F1": 50.0},
    }
}


@pytest.mark.parametrize(
    ("scores", "at", "expected"),
    [
        pytest.param({"a": {"f1": 0.5, "tp": 3, "fp": 1, "fn": 5}}, "a.f1", (6, 12), id="errors"),
        pytest.param({"a": {"f1": 0.6} | COUNTS}, "a.f1", (6, 10), id="found and gold"),
        pytest.param({"a": {"p": 0.75} | COUNTS}, "a.p", (3, 4), id="precision"),
        pytest.param({"a": {"r": 0.5} | COUNTS}, "a.r", (3, 6), id="recall"),
        pytest.param(
            {"a": {"f1": 60, "hit": 3, "predicted": 4, "gold": 6}}, "a.f1", (6, 10), id="hits"
        ),
        pytest.param(
            {"a b": {"P": 75.0, "R": 50.0, "F1": 60.0, "pred": 4, "gold": 6}},
            "a b.F1",
            (6, 10),
            id="only shares beside the counts",
        ),
        pytest.param({"a": {"share": 75, "right": 3, "of": 4}}, "a.share", (3, 4), id="a share"),
        pytest.param({"a": {"acc": 0.75, "n": 4}}, "a.acc", (3, 4), id="an accuracy"),
        pytest.param({"top1": 75.0, "sentences": 4}, "top1", (3, 4), id="of all sentences"),
        pytest.param({"x.a": {"f1": 0.6} | COUNTS, "x": {}}, "x.a.f1", (6, 10), id="points"),
    ],
)
def test_sums_are_read_off(scores, at, expected):
    assert ratios(scores, at) == [expected]


def test_a_mean_is_that_of_its_labels():
    assert ratios(MEAN, "sentence.mean.F1") == [(4, 12), (4, 6)]
    assert share([ratios(MEAN, "sentence.mean.F1")]) == pytest.approx(0.5)


def test_a_number_is_found_by_names_that_hold_points():
    assert number({"speech.joint": {"f1": 66}, "speech": {}}, "speech.joint.f1") == 66


def test_a_share_is_that_of_all_documents_together():
    assert share([[(1, 1)], [(0, 3)]]) == 0.25


def test_an_interval_lies_about_its_share_and_is_the_same_again():
    units = [[(n % 3, 3)] for n in range(60)]
    low, high = interval(units)

    assert low < share(units) < high
    assert (low, high) == interval(units)


def test_more_documents_make_an_interval_narrower():
    few, many = ([[(n % 2, 1)] for n in range(count)] for count in (20, 500))

    assert width(many) < width(few) / 3


def test_documents_that_are_all_alike_leave_no_doubt():
    assert interval([[(1, 2)]] * 9) == (0.5, 0.5)


def test_one_document_has_no_interval():
    assert interval([[(1, 2)]]) is None


def test_draws_without_a_case_count_as_nothing_right():
    assert interval([[(0, 0)], [(0, 0)]]) == (0.0, 0.0)


def width(units):
    low, high = interval(units)
    return high - low
