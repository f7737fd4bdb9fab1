"""``dateline read``."""

import json

import pytest


def test_reports_are_shown_one_after_the_other(run, reports):
    shown = run("read", str(reports)).stdout

    assert shown.index("market-1") < shown.index("market-2") < shown.index("port-1")


def test_a_summary_goes_to_standard_error(run, reports):
    result = run("read", str(reports))

    assert result.stderr == "Read 3 reports: 3 events, 0 figures, 0 claims.\n"
    assert "Read 3" not in result.stdout


def test_everything_read_exits_with_0(run, reports):
    assert run("read", str(reports)).exit_code == 0


def test_what_is_not_read_is_named_and_the_rest_is_read(run, reports):
    (reports / "broken.pdf").touch()

    result = run("read", str(reports))

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"Not read: {reports / 'broken.pdf'}: not a text",
        "Read 3 reports: 3 events, 0 figures, 0 claims; 1 not read.",
    ]
    assert "port-1" in result.stdout


def test_the_day_of_publication_can_be_given(run, reports):
    result = run("read", str(reports), "--published", "2014-08-09", "--format", "json")

    days = {json.loads(line)["report"]["published"] for line in result.stdout.splitlines()}
    assert days == {"2014-08-09"}


@pytest.mark.parametrize("day", ["yesterday", "09.08.2014", "2014-02-30"])
def test_a_day_that_is_none_is_refused(run, reports, day):
    assert run("read", str(reports), "--published", day).exit_code == 2


def test_evidence_shows_the_words(run, reports):
    assert "“Shells hit the port.”" in run("read", str(reports), "--evidence").stdout
    assert "“Shells hit the port.”" not in run("read", str(reports)).stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("events.csv", "report,title"),
        ("events.geojson", '{"type":"FeatureCollection"'),
        ("events.jsonl", '{"report":'),
        ("events.json", '{"report":'),
        ("events.txt", "─"),
        ("events", "─"),
    ],
)
def test_the_suffix_of_the_output_names_the_format(run, reports, tmp_path, name, start):
    run("read", str(reports), "--output", name)

    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_the_format_can_be_named_against_the_suffix(run, reports, tmp_path):
    run("read", str(reports), "--output", "events.txt", "--format", "csv")

    assert (tmp_path / "events.txt").read_text().startswith("report,")


def test_with_an_output_nothing_goes_to_standard_output(run, reports):
    assert run("read", str(reports), "--output", "events.csv").stdout == ""


@pytest.mark.parametrize("workers", ["0", "-1", "two"])
def test_workers_are_at_least_one(run, reports, workers):
    assert run("read", str(reports), "--workers", workers).exit_code == 2
