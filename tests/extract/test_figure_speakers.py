"""People who only speak are not counted among the victims."""

import pytest

from dateline.extract.figures import find_figures


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param(
            "Rebels wounded about 20, a health official and two residents said.", [20], id="a list"
        ),
        pytest.param("Shells killed three farmers, two neighbours told us.", [3], id="at the end"),
        pytest.param("Two drivers and a nurse said nine people were killed.", [9], id="in front"),
        pytest.param(
            "The army admits four dead and says more are missing.", [4], id="a second verb"
        ),
        pytest.param("Some 17 people had been killed since Saturday.", [17], id="an auxiliary"),
    ],
)
def test_who_speaks_is_not_counted(parse, text, numbers):
    found = [
        figure.low
        for figure in find_figures(parse(text))
        if figure.measure in ("killed", "injured")
    ]

    assert found == numbers
