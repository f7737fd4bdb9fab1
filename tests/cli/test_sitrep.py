"""``dateline sitrep``: options, files and errors."""

from datetime import date

import pytest

from dateline.keeping.changing import keep
from dateline.records import Event, Place, Quote, Record, Report, When
from dateline.store import open_store

LIBYA = Place(name="Sirte", country="LBY", lat=31.2, lon=16.59)
TUESDAY = When(start=date(2019, 6, 4), end=date(2019, 6, 4), precision="day")


def coded(name, text, **fields):
    words = Quote(start=0, end=len(text), quote=text)
    codes = {"type": "ASSAULT", "kind": "shelling", "acled": "Other", "cameo": "19"}
    first = Event(id="e1", **codes, place=LIBYA, date=TUESDAY, evidence=(words,))
    lost = Event(id="e2", **codes | {"kind": "bombing"}, date=TUESDAY, evidence=(words,))
    report = Report(id=name, text=text, published=date(2019, 6, 5), **fields)
    return Record(report=report, events=(first, lost))


@pytest.fixture
def record(run):
    """Keep a report that tells of one incident with a place and of one without."""
    assert run  # it works in a folder of its own
    with open_store("r.db", create=True) as store, store.writing() as write:
        keep(write, [coded("r1", "Shells hit the market of Sirte.")], program="test")
    return "r.db"


def test_it_writes_a_page_into_the_working_folder(run, record, tmp_path):
    result = run("sitrep", "--record", record, "--from", "2019-06-01", "--to", "2019-06-07")
    assert result.exit_code == 0, result.output
    assert "1–7 Jun 2019" in (tmp_path / "sitrep.html").read_text(encoding="utf-8")


def test_the_suffix_says_which_form(run, record, tmp_path):
    assert run("sitrep", "--record", record, "--output", "Week.PDF").exit_code == 0
    assert (tmp_path / "Week.PDF").read_bytes().startswith(b"%PDF-")


def test_another_suffix_is_an_error(run, record):
    result = run("sitrep", "--record", record, "--output", "sitrep.docx")
    assert result.exit_code == 2
    assert "must end in .html or .pdf" in result.output


def test_days_the_wrong_way_round_are_an_error(run, record):
    result = run("sitrep", "--record", record, "--from", "2019-06-07", "--to", "2019-06-01")
    assert result.exit_code == 2
    assert "from 2019-06-07 is after to 2019-06-01" in result.output


def test_area_and_place_together_are_an_error(run, record):
    result = run("sitrep", "--record", record, "--area", "Yemen", "--place", "Libya")
    assert result.exit_code == 2
    assert "--area and --place are the same option" in result.output


@pytest.mark.parametrize("option", ["--area", "--place"])
def test_the_title_names_the_area(run, record, tmp_path, option):
    run("sitrep", "--record", record, option, "libya")
    assert "Situation report: Libya" in (tmp_path / "sitrep.html").read_text(encoding="utf-8")


def test_a_title_can_be_given(run, record, tmp_path):
    run("sitrep", "--record", record, "--title", "The week in Sirte")
    assert "<h1>The week in Sirte</h1>" in (tmp_path / "sitrep.html").read_text(encoding="utf-8")


def test_further_conditions_are_told(run, record, tmp_path):
    run("sitrep", "--record", record, "--grade", "weak", "--origins", "1")
    page = (tmp_path / "sitrep.html").read_text(encoding="utf-8")
    assert "Only graded weak and told by 1 or more origins" in page


def test_nothing_that_fits_still_gives_a_report(run, record, tmp_path):
    result = run("sitrep", "--record", record, "--from", "1990-01-01", "--to", "1990-01-02")
    assert result.exit_code == 0
    assert "no incidents in this record" in (tmp_path / "sitrep.html").read_text(encoding="utf-8")


def test_the_same_record_gives_the_same_bytes(run, record, tmp_path):
    for name in ("one.html", "two.html"):
        run("sitrep", "--record", record, "--output", name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_what_the_same_reports_tell_without_a_place_is_listed_but_not_counted(
    run, record, tmp_path
):
    result = run("sitrep", "--record", record, "--near", "31.2,16.6")
    page = (tmp_path / "sitrep.html").read_text(encoding="utf-8")
    assert result.stderr == "sitrep.html: 1 incident.\n"
    assert "31.2,16.6 and 25 km around: 1 incident," in page
    assert "4 Jun 2019, place not told" in page
