"""The ledger: every value keeps its owner, and origins, not reports, decide what is best."""

from datetime import date

import pytest

from dateline.reconcile.ledger import point, tolls
from dateline.records import Lineage, Link
from tests.reconcile.made import apart, make_claim, make_figure, make_least, make_telling


def told(report, *figures, day=4, **fields):
    """Make a telling of a day of July 2024; a bare number is of people killed."""
    made = (f if not isinstance(f, int) else make_figure(f) for f in figures)
    return make_telling(report, figures=tuple(made), published=date(2024, 7, day), **fields)


def killed(*tellings, one=()):
    """Open the ledger of tellings of an origin each, but for the reports of one."""
    alone = [t.report.id for t in tellings if t.report.id not in one]
    lineages = [*([Lineage(origin="one", reports=one)] if one else []), *apart(*alone)]
    return next((toll for toll in tolls(tellings, lineages) if toll.measure == "killed"), None)


def bounds(toll):
    return toll.low, toll.best, toll.high


def vague(low, high):
    return make_figure(low, high, qualifier="about")


def between(low, high):
    return make_figure(low, high, qualifier="range")


DOZENS = vague(24, 99)
UP_TO_12 = make_figure(None, 12, qualifier="at-most")


def test_bounds_are_the_least_and_the_greatest_that_any_origin_gives():
    toll = killed(told("r1", 4), told("r2", 4), told("r3", 6), told("r4", 3))

    assert bounds(toll) == (3, 4, 6)


def test_the_best_is_what_most_origins_give_not_most_reports():
    copies = ("r1", "r2", "r3")

    toll = killed(*(told(r, 9) for r in copies), told("r4", 5), told("r5", 5), one=copies)

    assert (toll.best, toll.votes) == (5, 2)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_numbers_with_as_many_origins_the_most_recent_is_best(order):
    tellings = [told("r1", 8, day=6), told("r2", 5, day=4)]

    toll = killed(*(tellings[n] for n in order))

    assert (toll.best, toll.votes) == (8, 1)


def test_a_later_report_of_an_origin_replaces_its_earlier_one():
    toll = killed(told("r1", 4, day=4), told("r2", 7, day=5), one=("r1", "r2"))

    assert bounds(toll) == (7, 7, 7)
    assert [(v.report, v.standing) for v in toll.values] == [("r1", False), ("r2", True)]


def test_of_one_day_the_order_of_the_ids_is_that_of_publication():
    assert killed(told("r10", 7), told("r9", 4), one=("r9", "r10")).best == 7


def test_a_report_without_the_measure_leaves_the_earlier_number_standing():
    later = told("r2", make_figure(9, measure="injured"), day=5)

    assert bounds(killed(told("r1", 4), later, one=("r1", "r2"))) == (4, 4, 4)


def test_a_late_copy_of_an_early_report_does_not_bring_its_number_back():
    link = Link(child="r3", parent="r1", reason="shares 90% of its text", share=0.9)
    lineage = Lineage(origin="one", reports=("r1", "r2", "r3"), links=(link,))
    tellings = [told("r1", 4), told("r2", 7, day=5), told("r3", 4, day=6)]

    (toll,) = tolls(tellings, [lineage])

    assert bounds(toll) == (7, 7, 7)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param((DOZENS, 31), (31, 31, 31), id="a number beats dozens"),
        pytest.param((DOZENS, 12), (12, 12, 12), id="even one below them"),
        pytest.param((make_least(40), DOZENS), (40, 40, None), id="at least is a number"),
        pytest.param((vague(30, 30), DOZENS), (30, 30, 30), id="about 30 is a number"),
    ],
)
def test_dozens_count_only_where_no_origin_gives_a_number(figures, expected):
    tellings = [told(f"r{n}", figure) for n, figure in enumerate(figures, start=1)]

    assert bounds(killed(*tellings)) == expected


def test_dozens_alone_bound_the_toll():
    toll = killed(told("r1", DOZENS))

    assert (toll.low, toll.high) == (24, 99)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param((35, between(30, 40)), (30, 35, 40), id="it bounds"),
        pytest.param((35, between(30, 40), between(30, 40)), (30, 35, 40), id="and has no vote"),
        pytest.param((between(30, 40),), (30, None, 40), id="nor has it alone"),
        pytest.param((7, UP_TO_12), (7, 7, 12), id="up to so many bounds from above"),
    ],
)
def test_a_range_bounds_but_does_not_vote(figures, expected):
    tellings = [told(f"r{n}", figure) for n, figure in enumerate(figures, start=1)]

    assert bounds(killed(*tellings)) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param((make_least(4),), (4, 4, None), id="alone"),
        pytest.param((make_least(4), 4, 3), (3, 4, 4), id="it votes"),
        pytest.param((2, make_least(4)), (2, 4, None), id="above all numbers"),
        pytest.param((make_least(4), 6), (4, 6, 6), id="below a number"),
    ],
)
def test_at_least_votes_for_its_number_and_leaves_the_high_open(figures, expected):
    tellings = [told(f"r{n}", figure) for n, figure in enumerate(figures, start=1)]

    assert bounds(killed(*tellings)) == expected


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param(make_figure(2, id="f2", of="f1", population="child"), id="a sub-count"),
        pytest.param(make_figure(15, id="f2", withdrawn=True), id="one taken back"),
        pytest.param(make_figure(900, id="f2", scope="total"), id="a running total"),
    ],
)
def test_what_does_not_count_leaves_the_toll_alone(figure):
    assert bounds(killed(told("r1", 9, figure))) == (9, 9, 9)


@pytest.mark.parametrize(
    ("figure", "standing"),
    [
        pytest.param(make_figure(2, id="f2", of="f1"), True, id="a sub-count stands"),
        pytest.param(make_figure(15, id="f2", withdrawn=True), False, id="one taken back does not"),
    ],
)
def test_what_does_not_count_is_kept_among_the_values(figure, standing):
    values = {value.figure: value for value in killed(told("r1", 9, figure)).values}

    assert values["r1/f2"].standing is standing


def test_a_sub_count_names_its_whole():
    toll = killed(told("r1", 9, make_figure(2, id="f2", of="f1")))

    assert [value.of for value in toll.values] == [None, "r1/f1"]


def test_a_sub_count_of_a_replaced_report_does_not_stand():
    early = told("r1", 9, make_figure(2, id="f2", of="f1"))

    toll = killed(early, told("r2", 11, day=5), one=("r1", "r2"))

    assert {v.figure: v.standing for v in toll.values}["r1/f2"] is False


def test_a_running_total_is_nowhere_in_the_ledger():
    assert tolls([told("r1", make_figure(900, scope="total"))], apart("r1")) == ()


@pytest.mark.parametrize("measure", ["distance", "other"])
def test_what_cannot_be_compared_has_no_toll(measure):
    assert tolls([told("r1", make_figure(8, measure=measure))], apart("r1")) == ()


def test_each_measure_has_its_toll_in_the_order_of_names():
    figures = [make_figure(4, id="f1"), make_figure(9, id="f2", measure="injured")]

    found = tolls([told("r1", *figures)], apart("r1"))

    assert [(toll.measure, toll.best) for toll in found] == [("injured", 9), ("killed", 4)]


def test_a_value_keeps_giver_report_quote_and_place():
    figure = make_figure(4, by="mayor", quote="four neighbours", start=31, end=46)
    telling = told("r7", figure, day=9)

    (value,) = killed(telling).values

    assert (value.figure, value.event, value.report) == ("r7/f1", "r7/e1", "r7")
    assert (value.by, value.quote, value.start, value.end) == ("mayor", "four neighbours", 31, 46)
    assert (value.published, value.origin, value.standing) == (date(2024, 7, 9), "r7", True)


def test_values_are_in_the_order_of_publication():
    tellings = [told("r3", 1, day=9), told("r1", 2, day=7), told("r2", 3, day=8)]

    assert [value.report for value in killed(*tellings).values] == ["r1", "r2", "r3"]


STATEMENT = {"publisher": "Ministry of Health of Karsia"}
QUOTED = make_figure(12, by="Ministry of Health of Karsia")


def test_a_figure_of_a_speaker_belongs_to_the_statement_of_its_own():
    statement = told("r1", 12, **STATEMENT)
    paper = told("r2", QUOTED, publisher="Evening Post")

    toll = killed(statement, paper, told("r3", 5))

    assert [value.origin for value in toll.values] == ["r1", "r1", "r3"]
    assert killed(statement, paper).votes == 1


def test_a_figure_of_a_speaker_whose_statement_is_not_there_is_its_reports_own():
    toll = killed(told("r1", QUOTED, publisher="Evening Post"), told("r2", QUOTED))

    assert [value.origin for value in toll.values] == ["r1", "r2"]


def posted(report, number, medium="Telegram", **fields):
    claim = make_claim("Ira Maro", "asserts", medium=medium, start=0, end=40)
    figure = make_figure(number, by="Ira Maro", start=12, end=18)
    return told(report, figure, claims=(claim,), publisher=f"Paper of {report}", **fields)


def test_figures_quoted_from_one_official_post_are_of_one_origin():
    toll = killed(posted("r1", 7), posted("r2", 7, day=5), told("r3", 5, day=3))

    assert (toll.best, toll.votes, len({value.origin for value in toll.values})) == (7, 1, 2)


def test_figures_that_a_speaker_gave_to_each_report_are_not():
    toll = killed(posted("r1", 7, medium=None), posted("r2", 7, medium=None))

    assert toll.votes == 2


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param(make_figure(4), 4, id="exact"),
        pytest.param(make_least(4), 4, id="at least"),
        pytest.param(UP_TO_12, None, id="up to"),
        pytest.param(between(3, 5), None, id="a range"),
    ],
)
def test_what_a_value_votes_for(figure, expected):
    (value,) = killed(told("r1", figure)).values

    assert point(value) == expected


def test_smaller_numbers_of_one_giver_in_one_report_are_parts_whether_they_say_so_or_not():
    told = make_telling("r1", figures=(make_figure(9), make_figure(2, id="f2")))
    (toll,) = tolls([told], apart("r1"))

    assert (toll.low, toll.best, toll.high) == (9, 9, 9)
