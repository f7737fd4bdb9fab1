"""Which reports go back to one origin, and why each is held to."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.coding import with_credits
from dateline.extract.structure import find_blocks
from dateline.reconcile.lineage import lineages, links
from tests.reconcile.lineage.texts import (
    CUT,
    EDITED,
    FRAMED,
    INDEPENDENT,
    PARAGRAPHS,
    POST,
    QUOTED_AGAIN,
    QUOTED_ONCE,
    REORDERED,
    STORY,
    UNRELATED,
)
from tests.reconcile.made import make_report


def printed(name, text, publisher=None, *, day=4, by=()):
    published = date(2024, 7, day)
    return make_report(name, text=text, publisher=publisher, published=published, credits=by)


def grouped(*reports):
    return [lineage.reports for lineage in lineages(reports)]


def why(*reports):
    return {(link.child, link.parent): link.reason for link in links(reports)}


WIRE = printed("r1", STORY, "Lusitania Press")
SEEN = printed("r2", INDEPENDENT, "Tamsin Courier", day=5)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY, id="whole"),
        pytest.param(CUT, id="cut"),
        pytest.param(REORDERED, id="reordered"),
        pytest.param(EDITED, id="edited"),
        pytest.param(FRAMED, id="with a head of its own"),
    ],
)
def test_a_copy_that_credits_nobody_is_found_by_its_words(text):
    copy = printed("r2", text, "Tamsin Courier", day=5)

    assert grouped(WIRE, copy) == [("r1", "r2")]
    assert "% of its text" in why(WIRE, copy)["r2", "r1"]


@pytest.mark.parametrize(
    "text",
    [pytest.param(INDEPENDENT, id="same morning"), pytest.param(UNRELATED, id="another matter")],
)
def test_a_report_of_its_own_words_is_an_origin(text):
    other = printed("r2", text, "Tamsin Courier", day=5)

    assert grouped(WIRE, other) == [("r1",), ("r2",)]
    assert links([WIRE, other]) == ()


def test_a_quotation_in_common_makes_no_copy():
    one = printed("r1", QUOTED_ONCE, "Tamsin Courier")
    other = printed("r2", QUOTED_AGAIN, "Evening Herald")

    assert grouped(one, other) == [("r1",), ("r2",)]


def test_a_copy_of_a_copy_goes_back_to_the_first():
    first_half, second_half = "\n\n".join(PARAGRAPHS[:4]), "\n\n".join(PARAGRAPHS[3:])
    reports = [
        printed("r1", first_half, "Lusitania Press", day=4),
        printed("r2", STORY, "Tamsin Courier", day=5),
        printed("r3", second_half, "Evening Herald", day=6),
    ]

    assert grouped(*reports) == [("r1", "r2", "r3")]


@pytest.mark.parametrize(
    ("publisher", "credit"),
    [
        pytest.param("Lusitania Press", "LP", id="its initials"),
        pytest.param("Lusitania Press", "Lusitania Press", id="its name"),
        pytest.param("Associated Press", "AP", id="an agency everybody knows"),
    ],
)
def test_who_credits_an_agency_goes_back_to_its_report_in_other_words(publisher, credit):
    wire = printed("r1", STORY, publisher)
    paper = printed("r2", INDEPENDENT, "Tamsin Courier", day=5, by=(credit,))

    assert grouped(wire, paper) == [("r1", "r2")]
    assert why(wire, paper)["r2", "r1"] == f"credits {credit}"


def test_two_papers_that_credit_one_agency_are_of_one_origin():
    one = printed("r1", STORY, "Tamsin Courier", by=("AFP",))
    other = printed("r2", INDEPENDENT, "Evening Herald", day=5, by=("Agence France-Presse",))

    (lineage,) = lineages([one, other])

    assert (lineage.origin, lineage.reports) == ("AFP", ("r1", "r2"))


def test_papers_that_credit_different_agencies_are_two_origins():
    one = printed("r1", STORY, "Tamsin Courier", by=("AFP",))
    other = printed("r2", INDEPENDENT, "Evening Herald", day=5, by=("Reuters",))

    assert [lineage.origin for lineage in lineages([one, other])] == ["AFP", "Reuters"]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        pytest.param("ORLEN, July 3 (AFP) - ", "", id="in the dateline"),
        pytest.param("", "\n\nThis article includes reporting from AFP.", id="in a note"),
    ],
)
def test_an_agency_named_in_the_text_is_a_credit(head, foot):
    text = f"{head}{INDEPENDENT}{foot}"
    read = with_credits(printed("r2", text, "Tamsin Courier", day=5), find_blocks(text))

    assert grouped(printed("r1", STORY, "Agence France-Presse"), read) == [("r1", "r2")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(EDITED, [("r1", "r2")], id="words of one of them"),
        pytest.param(INDEPENDENT, [("r1",), ("r2",)], id="other words"),
    ],
)
def test_agencies_without_a_name_are_found_by_their_words_alone(text, expected):
    paper = printed("r2", text, "Tamsin Courier", day=5, by=("Agencies",))

    assert grouped(WIRE, paper) == expected


def test_two_papers_that_credit_agencies_have_nothing_in_common_by_that():
    one = printed("r1", STORY, "Tamsin Courier", by=("Agencies",))
    other = printed("r2", INDEPENDENT, "Evening Herald", day=5, by=("Agencies",))

    assert grouped(one, other) == [("r1",), ("r2",)]


def test_later_reports_of_one_publisher_are_of_its_origin():
    later = printed("r2", INDEPENDENT, "Lusitania Press", day=5)

    assert grouped(WIRE, later) == [("r1", "r2")]
    assert "Lusitania Press" in why(WIRE, later)["r2", "r1"]


def test_what_a_paper_saw_itself_does_not_go_back_to_the_agency_it_took_before():
    taken = printed("r2", STORY, "Tamsin Courier", day=5, by=("LP",))
    seen = printed("r3", INDEPENDENT, "Tamsin Courier", day=6)

    assert grouped(WIRE, taken, seen) == [("r1", "r2"), ("r3",)]


def test_papers_that_print_an_official_post_are_of_its_origin():
    post = printed("r1", POST, "Orlen Brigade")
    papers = [
        printed("r2", f"The brigade answered on its channel.\n\n{POST}", "Tamsin Courier", day=5),
        printed("r3", POST, "Evening Herald", day=6),
    ]

    (lineage,) = lineages([post, *papers])

    assert (lineage.origin, lineage.reports) == ("Orlen Brigade", ("r1", "r2", "r3"))


def test_papers_that_print_a_post_are_of_one_origin_without_it():
    one = printed("r1", POST, "Tamsin Courier")
    other = printed("r2", POST, "Evening Herald", day=5)

    assert grouped(one, other) == [("r1", "r2")]


def test_a_paper_that_only_quotes_from_a_post_is_an_origin():
    post = printed("r1", POST, "Orlen Brigade")
    paper = printed("r2", f"{INDEPENDENT}\n\n“{POST}”", "Tamsin Courier", day=5)

    assert grouped(post, paper) == [("r1",), ("r2",)]


def test_a_copy_goes_back_to_what_was_published_before_it():
    early, late = (
        printed("r2", STORY, "Tamsin Courier"),
        printed("r1", CUT, "Evening Herald", day=5),
    )

    assert [(link.child, link.parent) for link in links([late, early])] == [("r1", "r2")]


def test_every_report_but_the_first_of_a_lineage_has_its_reason():
    reports = [WIRE, SEEN, *(printed(f"r{n}", CUT, f"Paper {n}", day=6) for n in (3, 4))]

    for lineage in lineages(reports):
        assert [link.child for link in lineage.links] == list(lineage.reports[1:])
        assert all(link.reason for link in lineage.links)


def test_an_edge_by_words_says_how_much_is_shared():
    (link,) = links([WIRE, printed("r2", CUT, "Tamsin Courier", day=5)])

    assert link.share == pytest.approx(1.0, abs=0.1)
    assert link.reason == f"shares {link.share:.0%} of its text"


def test_an_edge_by_a_credit_alone_has_no_share():
    (link,) = links([WIRE, printed("r2", INDEPENDENT, "Tamsin Courier", day=5, by=("LP",))])

    assert link.share is None


def test_a_report_of_no_house_bears_its_own_name():
    assert [lineage.origin for lineage in lineages([printed("r7", STORY)])] == ["r7"]


def test_two_lineages_never_bear_one_name():
    taken = printed("r2", UNRELATED, "Lusitania Press", day=5, by=("AFP", "Lusitania Press"))

    names = [lineage.origin for lineage in lineages([WIRE, SEEN, taken])]

    assert len(names) == len(set(names))


def test_nothing_has_no_lineages():
    assert lineages([]) == ()


TEXTS = [STORY, CUT, EDITED, INDEPENDENT, UNRELATED, POST, QUOTED_ONCE, QUOTED_AGAIN]
HOUSES = [None, "Lusitania Press", "Tamsin Courier", "Evening Herald", "Agence France-Presse"]
CREDITS = [(), ("LP",), ("AFP",), ("Agencies",)]


@st.composite
def shelves(draw):
    made = st.tuples(
        st.sampled_from(TEXTS),
        st.sampled_from(HOUSES),
        st.integers(1, 5),
        st.sampled_from(CREDITS),
    )
    drawn = draw(st.lists(made, min_size=1, max_size=7))
    return [printed(f"r{n}", t, p, day=d, by=c) for n, (t, p, d, c) in enumerate(drawn)]


@given(shelves(), st.randoms(use_true_random=False))
def test_the_order_in_which_reports_arrive_leaves_no_trace(reports, random: Random):
    shuffled = list(reports)
    random.shuffle(shuffled)

    assert lineages(shuffled) == lineages(reports)
    assert links(shuffled) == links(reports)


@given(shelves())
def test_every_report_is_in_one_lineage_under_a_name_of_its_own(reports):
    found = lineages(reports)

    assert sorted(id_ for x in found for id_ in x.reports) == sorted(r.id for r in reports)
    assert len({x.origin for x in found}) == len(found)


@given(shelves())
def test_nothing_goes_back_to_what_came_later(reports):
    days = {report.id: report.published for report in reports}

    assert all(days[link.parent] <= days[link.child] for link in links(reports))


def test_a_paper_s_own_report_does_not_go_back_to_the_agency_story_it_printed_before():
    printed_before = printed("r1", INDEPENDENT, "Tamsin Courier", day=4, by=("Lusitania Press",))
    own = printed("r2", "Nothing of the sort. " * 30, "Tamsin Courier", day=5)

    assert grouped(printed_before, own) == [("r1",), ("r2",)]
