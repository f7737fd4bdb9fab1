from datetime import date

import pytest

from dateline.errors import SettingError
from dateline.ingest.options import ReadOptions

TODAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"published": date(2027, 3, 3)}, id="day after tomorrow"),
        pytest.param({"published": date(1899, 12, 31)}, id="before 1900"),
        pytest.param({"max_bytes": 0}, id="no bytes"),
        pytest.param({"max_characters": -1}, id="fewer than no characters"),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings):
    with pytest.raises(SettingError):
        ReadOptions(today=TODAY, **settings)


@pytest.mark.parametrize("day", [date(1900, 1, 1), TODAY, date(2027, 3, 2)])
def test_a_report_may_come_out_from_1900_to_tomorrow(day):
    assert ReadOptions(today=TODAY, published=day).published == day
