"""The scenarios: their sources compile, hold together, and are what the built files say."""

import dataclasses
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from benchmarks.quality.authoring.compile import compile_record
from benchmarks.quality.authoring.gold import Record
from benchmarks.quality.authoring.notation import read_source
from benchmarks.quality.scenarios.build import build, compile_scenario, folders, main, stale
from benchmarks.quality.scenarios.check import Scenario, problems
from benchmarks.quality.scenarios.incidents import Incident, Span, Toll
from benchmarks.quality.scenarios.tolls import tolls

HEAD = """publisher: Test Press
published: 2014-06-12
genre: test
region: none

=== text
Gunmen fired on a ferry and killed some, the army said.

=== coding
e1 armed-attack
  words Gunmen fired on a ferry
"""
SCENARIOS = pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)


def reports(folder: Path, given: list[str]) -> tuple[Record, ...]:
    """Compile a report for each number of killed; a giver may follow it."""
    records = []
    for count, words in enumerate(given, 1):
        number, _, giver = words.partition(" by ")
        source = f"{HEAD}  killed {number} people : killed some" + (f" / {giver}" if giver else "")
        path = folder / f"r{count}.gold"
        path.write_text(source, "utf-8")
        records.append(compile_record(read_source(path)))
    return tuple(records)


def incident(*lineages: str) -> Incident:
    """Put the reports of these lineages into one incident."""
    groups = tuple(tuple(names.split()) for names in lineages)
    return Incident(
        id="i1",
        type="ASSAULT",
        kind="armed-attack",
        place=None,
        date=Span(start=None, end=None),
        events=tuple(f"{name}/e1" for group in groups for name in group),
        lineages=groups,
        figures={},
    )


def changed(scenario: Scenario, *incidents: Incident) -> list[str]:
    """List the problems of a scenario with other incidents."""
    return problems(dataclasses.replace(scenario, incidents=incidents))


def killed(low: int, best: int, high: int | None) -> dict[str, Toll]:
    """Write down a toll."""
    return {"killed": Toll(low=low, best=best, high=high)}


def test_there_are_five_scenarios() -> None:
    assert len(folders()) == 5


@SCENARIOS
def test_a_scenario_has_no_problems(folder: Path) -> None:
    assert problems(compile_scenario(folder)) == []


@SCENARIOS
def test_the_built_files_are_up_to_date(folder: Path) -> None:
    assert stale(folder, build(folder)) == []


@SCENARIOS
def test_the_built_files_read_back(folder: Path) -> None:
    scenario = build(folder)
    lines = (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    content = (folder / "incidents.json").read_bytes()

    assert tuple(msgspec.json.decode(line, type=Record) for line in lines) == scenario.records
    assert msgspec.json.decode(content, type=dict[str, tuple[Incident, ...]]) == {
        "incidents": scenario.incidents
    }


@SCENARIOS
def test_reports_stand_in_the_order_of_publication(folder: Path) -> None:
    days = [record.report.published for record in build(folder).records]

    assert all(earlier <= later for earlier, later in pairwise(days))


@SCENARIOS
def test_a_scenario_shows_what_makes_reconciling_hard(folder: Path) -> None:
    scenario = build(folder)
    main_incident = scenario.incidents[0]
    told = [scenario.events[name] for name in main_incident.events]
    claims = [claim for record in scenario.records for claim in record.claims]

    assert 5 <= len(scenario.records) <= 7
    assert max(map(len, main_incident.lineages)) > 2 < len(main_incident.lineages)
    assert len({event.place.name for event in told if event.place}) > 1  # spellings
    assert len({event.date for event in told}) > 1  # a wrong day
    assert any(toll.low != toll.high for toll in main_incident.figures.values())
    assert any(claim.stance == "denies" for claim in claims)
    assert any(event.background for event in scenario.events.values())


def test_the_check_passes() -> None:
    assert main(["--check"]) == 0


def test_a_wrong_figure_is_a_problem() -> None:
    scenario = build(folders()[0])
    first, *others = scenario.incidents
    wrong = msgspec.structs.replace(first, figures=killed(9, 4, 7))
    found = changed(scenario, wrong, *others)

    assert any("i1: killed is 9 4 7, but by the codebook" in problem for problem in found)
    assert any("i1: killed is not in order" in problem for problem in found)


def test_an_event_without_its_incident_is_a_problem() -> None:
    scenario = build(folders()[0])
    found = changed(scenario, *scenario.incidents[1:])

    assert any("is in 0 incidents, not 1" in problem for problem in found)


def test_lineages_that_leave_out_a_report_are_a_problem() -> None:
    scenario = build(folders()[0])
    first, *others = scenario.incidents
    short = msgspec.structs.replace(first, lineages=first.lineages[1:])

    assert any("i1: lineages of" in problem for problem in changed(scenario, short, *others))


@pytest.mark.parametrize(
    ("given", "toll"),
    [
        pytest.param(["4"], (4, 4, 4), id="a number"),
        pytest.param([">=4"], (4, 4, None), id="at least leaves the high open"),
        pytest.param([">=4", "6"], (4, 6, 6), id="at least, under a greater number"),
        pytest.param(["4", ">=6"], (4, 6, None), id="at least, over a smaller number"),
        pytest.param(["4", "6"], (4, 6, 6), id="a tie goes to the most recent"),
        pytest.param(["4", "4", "6"], (4, 4, 6), id="the most lineages win"),
        pytest.param(["30", "~24-99"], (30, 30, 30), id="vague words yield to a number"),
        pytest.param(["4", "3-9"], (3, 4, 9), id="a range only bounds"),
        pytest.param(["4", "<=9"], (4, 4, 9), id="and so does at most"),
    ],
)
def test_tolls_over_independent_reports(
    tmp_path: Path, given: list[str], toll: tuple[int, int, int | None]
) -> None:
    records = reports(tmp_path, given)

    assert tolls(incident(*(one.report.id for one in records)), records, {}) == killed(*toll)


def test_a_later_report_of_a_lineage_replaces_its_earlier_one(tmp_path: Path) -> None:
    assert tolls(incident("r1 r2"), reports(tmp_path, ["9", "4"]), {}) == killed(4, 4, 4)


def test_a_speakers_figure_belongs_to_the_speakers_statement(tmp_path: Path) -> None:
    records = reports(tmp_path, ["9", "9", "4", "4 by army", "4 by army"])
    whole = incident("r1", "r2", "r3", "r4", "r5")

    assert tolls(whole, records, {}) == killed(4, 4, 9)
    assert tolls(whole, records, {"army": "r3"}) == killed(4, 9, 9)


@pytest.mark.parametrize(
    "mark", [{"of": "f1"}, {"scope": "total"}, {"withdrawn": True}, {"optional": True}]
)
def test_what_is_no_count_of_its_own_stays_out(tmp_path: Path, mark: dict[str, object]) -> None:
    [record] = reports(tmp_path, ["9"])
    odd = msgspec.structs.replace(record.figures[0], low=1, **mark)
    both = msgspec.structs.replace(record, figures=(*record.figures, odd))

    assert tolls(incident("r1"), (both,), {}) == killed(9, 9, 9)
