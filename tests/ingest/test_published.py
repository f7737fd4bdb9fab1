from datetime import date

import pytest

from dateline.ingest.options import ReadOptions
from dateline.ingest.published import find_published

STORY = "Two people were killed on Monday when shells hit a market in the old town, a medic said."
OPTIONS = ReadOptions(today=date(2027, 1, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"BEIRA, Mozambique, 3 May 2021 (LN) - {STORY}", date(2021, 5, 3)),
        (f"Market hit\n\nBy Ida Falk\n\nGULU, May 6, 1997 — {STORY}", date(1997, 5, 6)),
        (f"Market hit\n8 JANUARY 2021\n\n{STORY}", date(2021, 1, 8)),
        (f"Market hit\nPublished: 02 Jun 2018 11:26 AM\n{STORY}", date(2018, 6, 2)),
        pytest.param(f"GULU, May 6 — {STORY}", None, id="no year"),
        pytest.param(f"Massacre of 12 March 1999 recalled\n\n{STORY}", None, id="history"),
        pytest.param(f"{STORY} The truce of 3 May 2021 is over.", None, id="in the story"),
        pytest.param(f"GULU, 3 May 2088 (LN) — {STORY}", None, id="in the future"),
        pytest.param(f"GULU, 3 May 1688 (LN) — {STORY}", None, id="long ago"),
    ],
)
def test_the_day_is_read_off_a_dateline_or_a_date_line(text, day):
    assert find_published(text, OPTIONS) == day
