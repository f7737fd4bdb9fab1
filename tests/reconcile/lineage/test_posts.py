"""A post that reports quote is known by its speaker and its medium."""

import pytest

from dateline.reconcile.lineage import post_of
from tests.reconcile.made import make_claim, make_figure

FIGURE = make_figure(7, by="Ira Maro", start=12, end=18)


def claim(speaker="Ira Maro", medium="Telegram", end=40):
    return make_claim(speaker, "asserts", medium=medium, start=0, end=end)


@pytest.mark.parametrize(
    ("said", "posted"),
    [
        pytest.param(claim(), True, id="on a channel"),
        pytest.param(claim(medium="Facebook"), True, id="on a page"),
        pytest.param(claim(medium=None), False, id="nobody says where"),
        pytest.param(claim(medium="news conference"), False, id="to many at once"),
        pytest.param(claim(speaker="Ola Bern"), False, id="somebody else"),
        pytest.param(claim(end=5), False, id="in other words than the figure's"),
    ],
)
def test_a_figure_is_from_a_post_that_its_speaker_made(said, posted):
    assert (post_of(FIGURE, [said]) is not None) is posted


def test_a_post_is_the_same_by_a_shorter_name_of_its_speaker():
    short = make_figure(7, by="Maro", start=12, end=18)

    assert post_of(short, [claim("Maro")]) == post_of(FIGURE, [claim()])


def test_posts_on_two_media_are_two():
    assert post_of(FIGURE, [claim()]) != post_of(FIGURE, [claim(medium="Facebook")])


def test_a_figure_without_claims_is_from_no_post():
    assert post_of(FIGURE, []) is None
