"""``dateline explain``."""

import pytest


def test_the_only_report_of_a_file_needs_no_name(run, reports):
    shown = run("explain", str(reports / "port.txt"), "e1").stdout

    assert "“Shells hit the port.”  0–20" in shown
    assert "by v:shell" in shown


def test_of_several_reports_one_is_named(run, reports):
    assert "school" in run("explain", str(reports / "market.txt"), "market-2/e1").stdout


@pytest.mark.parametrize(
    ("file", "event", "answer"),
    [
        pytest.param("market.txt", "e1", "market-1, market-2", id="which report"),
        pytest.param("market.txt", "port-1/e1", "market-1, market-2", id="unknown report"),
        pytest.param("port.txt", "e7", "it has: e1", id="unknown event"),
    ],
)
def test_an_unknown_name_is_answered_with_the_known_ones(run, reports, file, event, answer):
    result = run("explain", str(reports / file), event)

    assert result.exit_code == 2
    assert answer in result.stderr


def test_a_file_that_cannot_be_read_says_why(run, reports):
    (reports / "broken.pdf").touch()

    result = run("explain", str(reports / "broken.pdf"), "e1")

    assert result.exit_code == 1
    assert "broken.pdf: not a text" in result.stderr
