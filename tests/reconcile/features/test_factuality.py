"""What is planned or threatened is another matter than what occurred."""

import pytest

from dateline.reconcile.features.factuality import compare
from tests.reconcile.made import side, sketch_pair


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("occurred", "occurred", "nothing", id="both occurred"),
        pytest.param("planned", "planned", "nothing", id="both planned"),
        pytest.param("planned", "conditional", "nothing", id="both ahead"),
        pytest.param("occurred", "planned", "against", id="one planned"),
        pytest.param("conditional", "occurred", "against", id="one threatened"),
        pytest.param("occurred", "denied", "nothing", id="what one denies the other may tell"),
    ],
)
def test_what_is_ahead_is_not_what_occurred(one, other, expected):
    found = compare(*sketch_pair({"factuality": one}, {"factuality": other}))

    assert side(found) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(True, False, "against", id="news and history"),
        pytest.param(True, True, "nothing", id="both history"),
        pytest.param(False, False, "nothing", id="both news"),
    ],
)
def test_history_is_hardly_news(one, other, expected):
    assert side(compare(*sketch_pair({"background": one}, {"background": other}))) == expected
