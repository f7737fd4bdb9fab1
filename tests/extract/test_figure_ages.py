"""Ages count nobody."""

import pytest

from dateline.extract.figures import find_figures


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("Vasyl Kravets, 47, was killed by a sniper.", [], id="behind a name"),
        pytest.param("Two men, aged 34 and 61, were killed by shelling.", [2], id="aged"),
        pytest.param("In Kherson, 47 were killed on Monday.", [47], id="a toll behind a place"),
    ],
)
def test_an_age_is_no_toll(parse, text, numbers):
    found = [f.low for f in find_figures(parse(text)) if f.measure == "killed" and f.low != 1]

    assert found == numbers
