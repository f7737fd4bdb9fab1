from datetime import date

import pytest

from dateline.batch.where import Where
from dateline.ingest import ReadOptions
from dateline.records import Report

ENGLISH = "Rebels shelled the town of Goma on Monday, and two people were killed, the mayor said."
FRENCH = "Les rebelles ont bombardé la ville de Goma lundi et deux personnes ont été tuées."
DAY = date(2024, 10, 29)


def report(text=ENGLISH, **known):
    return Report(id="r", text=text, **known)


@pytest.mark.parametrize(
    ("where", "known", "fits"),
    [
        (Where(), {}, True),
        (Where(since=DAY), {"published": DAY}, True),
        (Where(until=DAY), {"published": DAY}, True),
        (Where(since=DAY), {"published": date(2024, 10, 28)}, False),
        (Where(until=DAY), {"published": date(2024, 10, 30)}, False),
        (Where(since=DAY), {}, False),
        (Where(words=("SHELLED the town",)), {}, True),
        (Where(words=("shell",)), {}, False),
        (Where(words=("shell", "Monday")), {}, True),
        (Where(words=("airport",)), {"title": "The airport"}, True),
        (Where(words=("“shelled”",)), {}, True),
        (Where(language="en"), {}, True),
        (Where(language="EN"), {"language": "en-GB"}, True),
        (Where(language="fr"), {}, False),
        (Where(language="en"), {"text": FRENCH, "language": "en"}, False),
        (Where(language="fr"), {"text": FRENCH}, True),
    ],
)
def test_a_report_fits_where_all_conditions_hold(where, known, fits):
    assert where.fits(report(**known)) is fits


def test_every_language_is_read_where_one_is_asked_for():
    assert Where(language="en").options(ReadOptions()).any_language
    assert not Where(since=DAY).options(ReadOptions()).any_language
