"""Incidents are scored by which events they join, by lineages, and by their best figures."""

import pytest

from benchmarks.quality.incident_scoring import IncidentScores, bcubed

TEXT = "Shells hit Taiz. Shells hit Aden."


def coded(*quotes):
    events = [
        {"id": f"e{n}", "type": "ASSAULT", "kind": "shelling", "evidence": [quote]}
        for n, quote in enumerate(quotes, 1)
    ]
    return {"text": TEXT, "events": events}


REPORTS = {"r1": coded("Shells hit Taiz", "Shells hit Aden"), "r2": coded("Shells hit Taiz")}


def incident(*events, lineages=(("r1",), ("r2",)), best=4):
    return {"events": events, "lineages": lineages, "figures": {"killed": {"best": best}}}


GOLD = [incident("r1/e1", "r2/e1"), incident("r1/e2", lineages=(("r1",),))]


def scored(*found):
    scores = IncidentScores()
    scores.add(REPORTS, REPORTS, (GOLD, found))
    return scores.table()


def test_gold_against_itself_is_right():
    assert scored(*GOLD) == {
        "incidents.bcubed": 1.0,
        "incidents.lineages": 1.0,
        "incidents.figures": 1.0,
    }


def test_an_unpaired_incident_has_its_figures_wrong():
    assert scored(GOLD[0])["incidents.figures"] == 0.5


def test_another_best_is_wrong():
    assert scored(incident("r1/e1", "r2/e1", best=5), GOLD[1])["incidents.figures"] == 0.5


def test_copies_counted_apart_cost_lineage():
    together = incident("r1/e1", "r2/e1", lineages=(("r1", "r2"),))

    assert scored(together, GOLD[1])["incidents.lineages"] < 1


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param([{"a", "b"}, {"c"}], 1.0, id="as it is"),
        pytest.param([{"a"}, {"b"}, {"c"}], 0.8, id="all apart"),
        pytest.param([{"a", "b", "c"}], pytest.approx(0.714, abs=0.001), id="all in one"),
        pytest.param([], 0.0, id="nothing"),
    ],
)
def test_bcubed_weighs_what_is_joined_and_what_is_split(found, expected):
    assert bcubed([{"a", "b"}, {"c"}], found) == expected
