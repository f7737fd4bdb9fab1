"""Days in the precision codes of others."""

from datetime import date

import pytest

from dateline.publish.incident_days import date_prec, length, middle, time_precision
from dateline.records import When


def when(start, end, precision):
    days = map(date.fromisoformat, (start, end))
    return When(**dict(zip(("start", "end"), days, strict=True)), precision=precision)


@pytest.mark.parametrize(
    ("start", "end", "precision", "acled", "ucdp"),
    [
        pytest.param("2024-07-03", "2024-07-03", "day", 1, 1, id="day"),
        pytest.param("2024-07-03", "2024-07-04", "day", 1, 2, id="night"),
        pytest.param("2024-07-01", "2024-07-05", "day", 2, 2, id="five days"),
        pytest.param("2024-07-01", "2024-07-07", "week", 2, 3, id="week"),
        pytest.param("2024-07-01", "2024-07-03", "week", 2, 3, id="part of a week"),
        pytest.param("2024-07-01", "2024-07-31", "month", 3, 4, id="month"),
        pytest.param("2024-01-01", "2024-12-31", "year", None, 5, id="year"),
    ],
)
def test_precision_codes(start, end, precision, acled, ucdp):
    told = when(start, end, precision)

    assert (time_precision(told), date_prec(told)) == (acled, ucdp)


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [
        pytest.param("2024-07-03", "2024-07-04", "2024-07-03", id="the first of a night"),
        pytest.param("2024-07-01", "2024-07-07", "2024-07-04", id="the middle of a week"),
    ],
)
def test_one_day_stands_for_a_span(start, end, day):
    assert str(middle(when(start, end, "week"))) == day


@pytest.mark.parametrize("of", [time_precision, date_prec, length, middle])
def test_what_is_not_dated_has_no_code(of):
    assert of(When()) is None
