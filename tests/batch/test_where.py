from datetime import date

import pytest

from dateline.batch.where import Where, where
from dateline.errors import SettingError
from dateline.ingest import ReadOptions
from dateline.records import Report

ENGLISH = "Rebels shelled the town of Goma on Monday, and two people were killed, the mayor said."
FRENCH = "Les rebelles ont bombardé la ville de Goma lundi et deux personnes ont été tuées."
DAY = date(2024, 10, 29)


def report(text=ENGLISH, **known):
    return Report(id="r", text=text, **known)


@pytest.mark.parametrize(
    ("wanted", "known", "fits"),
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
def test_a_report_fits_where_all_conditions_hold(wanted, known, fits):
    assert wanted.fits(report(**known)) is fits


def test_conditions_are_read_from_words():
    told = ["from=2024-10-29", "to=2024-11-02", "language=EN", "words=air strike", "words=a = b"]

    assert where(told) == Where(
        since=DAY, until=date(2024, 11, 2), language="en", words=("air strike", "a = b")
    )
    assert where(()) == Where()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (["place=Goma"], "place=Goma is no condition; known are from=DATE, to=DATE, language=COD"),
        (["words"], "words is no condition"),
        (["words= "], "is no condition"),
        (["words=--"], "words=-- has no letter and no digit"),
        (["from=May"], "from=May is no day; write it as 2024-01-31"),
        (["to=2024-01-01", "to=2024-01-02"], "to is given 2 times; only words may be"),
        (["from=2024-02-01", "to=2024-01-01"], "from=2024-02-01 is after to=2024-01-01"),
    ],
)
def test_conditions_that_make_no_sense_are_refused(told, said):
    with pytest.raises(SettingError, match=said):
        where(told)


def test_every_language_is_read_where_one_is_asked_for():
    assert Where(language="en").options(ReadOptions()).any_language
    assert not Where(since=DAY).options(ReadOptions()).any_language
