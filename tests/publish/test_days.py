"""Days in plain words."""

from datetime import date

import pytest

from dateline.publish.days import in_words
from dateline.records import When


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        pytest.param("2019-06-04", "2019-06-04", "day", "4 Jun 2019", id="one day"),
        pytest.param("2019-06-04", "2019-06-05", "day", "4–5 Jun 2019", id="overnight"),
        pytest.param("2019-05-27", "2019-06-02", "week", "27 May – 2 Jun 2019", id="over a month"),
        pytest.param(
            "2018-12-31", "2019-01-01", "day", "31 Dec 2018 – 1 Jan 2019", id="over a year"
        ),
        pytest.param("2019-06-01", "2019-06-30", "month", "Jun 2019", id="month"),
        pytest.param("2019-06-01", "2019-07-31", "month", "Jun 2019 – Jul 2019", id="two months"),
        pytest.param("2011-01-01", "2011-12-31", "year", "2011", id="year"),
        pytest.param("2011-01-01", "2013-12-31", "year", "2011 – 2013", id="years"),
    ],
)
def test_as_exactly_as_is_known(start, end, precision, words):
    when = When(start=date.fromisoformat(start), end=date.fromisoformat(end), precision=precision)

    assert in_words(when) == words


def test_a_date_that_is_not_told_is_not_made_up():
    assert in_words(When()) == "date not told"
