import pytest

from dateline.ingest.identity import keep_unique, make_id
from dateline.records import Rejection, Report


@pytest.mark.parametrize(
    ("name", "number", "made"),
    [
        ("news/kyiv strike (2).txt", None, "kyiv-strike-2"),
        ("-", None, "stdin"),
        ("Łódź.html", None, "Łódź"),
        ("wire.jsonl", 3, "wire-3"),
        ("...", None, "report"),
    ],
)
def test_an_id_is_made_from_the_name(name, number, made):
    assert make_id(name, number=number) == made


def test_a_report_read_twice_is_refused_the_second_time():
    first, again = (Report(id="a", text="x", source=source) for source in ("1.txt", "2.txt"))

    assert list(keep_unique([first, again]))[1] == Rejection(
        source="2.txt", reason="report 'a' was read before, from 1.txt"
    )


def test_another_report_of_the_same_id_gets_its_own():
    reports = [Report(id="a", text=text) for text in "xyz"]

    assert [report.id for report in keep_unique(reports)] == ["a", "a-2", "a-3"]
