"""A record from the command line, with the real language model and the shipped scenario."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.store import open_store

SCENARIO = Path(__file__).parents[1] / "examples" / "scenario-macomia" / "reports.jsonl"
LINES = SCENARIO.read_text().splitlines()


def run(*words, ok=True):
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert (result.exit_code == 0) is ok, result.output
    return result


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """Add the scenario to a record."""
    path = tmp_path_factory.mktemp("record") / "dateline.db"
    run("add", SCENARIO, "--record", path)
    return path


@pytest.fixture(scope="module")
def raid(record):
    """Give the id of the incident that most reports tell."""
    with open_store(str(record)) as store:
        from dateline.records import Query

        return max(store.search(Query()), key=lambda row: row.reports).id


def test_adding_the_same_again_changes_nothing_on_either_database(address):
    first = run("add", SCENARIO, "--record", address)
    before = run("export", "--format", "jsonl", "--record", address).stdout
    again = run("add", SCENARIO, "--record", address)

    assert "5 added, 0 changed, 0 known" in first.stderr
    assert "0 added, 0 changed, 5 known" in again.stderr
    assert run("export", "--format", "jsonl", "--record", address).stdout == before
    run("check", "--record", address)


def test_a_changed_report_becomes_a_new_version_and_the_old_one_can_be_read(tmp_path):
    record, reports = tmp_path / "dateline.db", tmp_path / "reports.jsonl"
    reports.write_text(LINES[0])
    run("add", reports, "--record", record)
    reports.write_text(LINES[0].replace("at least eight people", "at least eighteen people"))
    added = run("add", reports, "--record", record)

    assert "0 added, 1 changed" in added.stderr
    assert "eighteen" in run("report", "maco-1", "--full", "--record", record).stdout
    old = run("report", "maco-1", "--version", 1, "--full", "--record", record)
    assert "at least eight people" in old.stdout
    assert "Versions: 1" in old.stderr


def test_an_unreadable_line_is_named_and_the_rest_goes_on(tmp_path):
    record, reports = tmp_path / "dateline.db", tmp_path / "reports.jsonl"
    reports.write_text("\n".join([LINES[0], '{"report": ', LINES[3]]))
    added = run("add", reports, "--record", record, ok=False)

    assert "reports.jsonl:2" in added.stderr
    assert "2 added" in added.stderr


def test_the_list_shows_reports_and_origins(record):
    shown = run("incidents", "--record", record).stdout

    assert "2 reports, 2 origins" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        pytest.param(("--place", "Macomia"), True, id="place"),
        pytest.param(("--place", "Mozambique"), True, id="country"),
        pytest.param(("--place", "Kharkiv"), False, id="another place"),
        pytest.param(("--box", "40,-12.5,41,-12"), True, id="box"),
        pytest.param(("--near", "-12.2,40.1", "--radius", "30"), True, id="radius"),
        pytest.param(("--from", "2024-05-10", "--to", "2024-05-10"), True, id="days"),
        pytest.param(("--from", "2025-01-01"), False, id="later days"),
        pytest.param(("--type", "assault"), True, id="type"),
        pytest.param(("--kind", "armed-attack"), True, id="kind"),
        pytest.param(("--actor", "insurgents"), True, id="actor"),
        pytest.param(("--weapon", "chemical"), False, id="weapon"),
        pytest.param(("--origins", "2"), True, id="origins"),
        pytest.param(("--origins", "5"), False, id="more origins than there are"),
        pytest.param(("--text", "macomia"), True, id="text"),
        pytest.param(("--undated", "--kind", "talks"), False, id="undated"),
    ],
)
def test_filters_choose(record, filters, found):
    shown = run("incidents", *filters, "--record", record).stdout

    assert ("No incidents fit" not in shown) is found


def test_the_page_of_an_incident_says_on_whose_word(record, raid):
    page = " ".join(run("incident", raid, "--record", record).stdout.split())

    for words in ("FIGURES", "REPORTS — 3 REPORTS, 1 ORIGIN", "WHY THESE ARE ONE"):
        assert words in page
    assert "← maco-1: shares" in page


def test_the_ledger_shows_every_value_with_its_owner(record, raid):
    ledger = " ".join(run("figures", raid, "--record", record).stdout.split())

    assert "killed low" in ledger
    assert "maco-1, origin Lusitania Press" in ledger
    assert "no longer stands" in ledger


def test_the_lineage_says_whose_words_a_copy_has(record):
    page = run("lineage", "maco-2", "--record", record).stdout

    assert "ITS WORDS GO BACK TO" in page
    assert "maco-1" in page


def test_the_record_as_of_a_day_knows_no_later_report(record, raid):
    then = run("as-of", "2024-05-10", "incident", raid, "--record", record).stdout

    assert "maco-2" in then
    assert "maco-5" not in then


def test_a_judgement_is_kept_and_can_be_taken_back(record):
    events = ("maco-1/e1", "maco-3/e1")
    said = run(
        "judge", "different", *events, "--reason", "x", "--author", "ana", "--record", record
    )
    run("judge", "unsure", *events, "--reason", "y", "--author", "ana", "--record", record)
    log = run("review", "log", "--record", record).stdout

    assert said.stdout.startswith("Judgement 1: different")
    assert "ana: different, maco-1/e1 and maco-3/e1 — x" in log
    assert "ana: unsure" in log


def test_grades_rejections_and_comments_are_signed(record, raid):
    signed = ("--reason", "film", "--author", "ana", "--record", record)
    run("review", "grade", raid, "fair", *signed)
    run("review", "comment", raid, *signed)
    run("review", "reject", "maco-1/e3", *signed)
    run("review", "accept", "maco-1/e3", *signed)

    assert "signed by ana (computed" in " ".join(
        run("incident", raid, "--record", record).stdout.split()
    )


def test_a_backup_is_a_record(record, tmp_path):
    copy = tmp_path / "copy.db"
    run("backup", copy, "--record", record)

    first, second = (run("incidents", "--record", path).stdout for path in (record, copy))
    assert first == second


def test_reading_again_keeps_what_analysts_decided(record):
    before = run("review", "log", "--record", record).stdout
    again = run("reread", "--all", "--record", record)

    assert "Read 5 reports anew" in again.stderr
    assert run("review", "log", "--record", record).stdout == before
    run("check", "--record", record)


def test_a_removed_report_leaves_no_trace(tmp_path):
    record = tmp_path / "dateline.db"
    reports = tmp_path / "reports.jsonl"
    reports.write_text("\n".join(LINES[:4]))
    run("add", reports, "--record", record)
    before = run("export", "--format", "jsonl", "--record", record).stdout
    reports.write_text(LINES[4])
    run("add", reports, "--record", record)
    run("remove", "maco-5", "--record", record)

    assert run("export", "--format", "jsonl", "--record", record).stdout == before


def test_the_incidents_export_has_the_codebook_s_form(record):
    form = json.loads(run("export", "--format", "incidents", "--record", record).stdout)

    assert {"id", "type", "kind", "place", "date", "events", "lineages", "figures"} <= form[
        "incidents"
    ][0].keys()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(("incident", "nowhere"), "dateline incidents", id="no such incident"),
        pytest.param(("lineage", "nobody"), "No report 'nobody'", id="no such report"),
        pytest.param(("incidents", "--kind", "picnic"), "picnic", id="no such kind"),
        pytest.param(("incidents", "--box", "1,2,3"), "box W,S,E,N", id="no box"),
        pytest.param(("incidents", "--place", "Xyzzyville"), "near", id="no such place"),
    ],
)
def test_what_is_not_there_is_said_in_words_that_help(record, words, told):
    assert told in run(*words, "--record", record, ok=False).stderr


def test_a_record_that_is_not_there_is_not_made_by_looking(tmp_path):
    path = tmp_path / "none.db"

    assert "dateline add" in run("incidents", "--record", path, ok=False).stderr
    assert not path.exists()
