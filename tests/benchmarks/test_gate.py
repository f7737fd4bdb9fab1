"""The quality gate: floors hold, and nobody lowers one by accident."""

import json

import pytest

from benchmarks.quality import gate
from benchmarks.quality.gate import GOLD, NOISE, check

DIGEST = "0" * 64
SCORES = {"record": 0.7, "typed": 0.8, "evidence": 1.0, "quiet_alarms": 2}
FLOORS = {"digest": DIGEST, "floors": dict(SCORES)}


def measured(**scores):
    return {"digest": DIGEST, "scores": SCORES | scores}


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run the gate on given scores, with floors in a file of the test's own."""
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(gate, "Reader", lambda: None)

    def run(*arguments, floors=FLOORS, **scores):
        if floors:
            gate.FLOORS.write_text(json.dumps(floors))
        monkeypatch.setattr(gate, "measure", lambda _: measured(**scores))
        return gate.main([*arguments])

    return run


def pinned():
    return json.loads(gate.FLOORS.read_text())


@pytest.mark.parametrize(
    "scores",
    [
        pytest.param({}, id="at the floors"),
        pytest.param({"record": 0.9}, id="above one"),
        pytest.param({"quiet_alarms": 0}, id="fewer false alarms"),
        pytest.param({"new": 0.1}, id="a number that has no floor yet"),
    ],
)
def test_the_gate_passes(run, capsys, scores):
    assert run(**scores) == 0
    assert "quality gate: passed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("scores", "reason"),
    [
        pytest.param({"record": 0.699}, "record is 0.699, its floor is 0.7", id="below a floor"),
        pytest.param({"evidence": 0.9999}, "evidence is 0.9999", id="a false quote"),
        pytest.param({"quiet_alarms": 3}, "quiet_alarms is 3, its floor is 2", id="false alarms"),
    ],
)
def test_the_gate_fails(run, capsys, scores, reason):
    assert run(**scores) == 1

    out = capsys.readouterr().out
    assert f"FAILED  {reason}" in out
    assert "quality gate: failed" in out


def test_every_fallen_number_is_named():
    failures = check(measured(record=0.1, typed=0.1), FLOORS)

    assert [failure.split()[0] for failure in failures] == ["record", "typed"]


def test_the_floors_of_another_corpus_are_refused(run, capsys):
    assert run(floors=FLOORS | {"digest": "1" * 64}) == 1
    assert "the gold has changed" in capsys.readouterr().out


def test_a_gate_without_floors_fails(run, capsys):
    assert run(floors=None) == 1
    assert "--pin" in capsys.readouterr().out


def test_a_floor_that_is_no_longer_measured_is_told():
    floors = {"digest": DIGEST, "floors": SCORES | {"gone": 0.5}}

    assert any("gone" in failure for failure in check(measured(), floors))


def test_pinning_writes_digest_and_floors(run):
    assert run("--pin", floors=None) == 0

    assert pinned()["digest"] == DIGEST
    assert pinned()["floors"] == {
        "record": round(0.7 - NOISE, 4),
        "typed": round(0.8 - NOISE, 4),
        "evidence": 1.0,
        "quiet_alarms": 2,
    }


def test_what_is_pinned_passes(run):
    run("--pin", floors=None)

    assert run(floors=None) == 0


def test_pinning_raises_floors(run):
    assert run("--pin", record=0.9, typed=0.9) == 0
    assert pinned()["floors"]["record"] == round(0.9 - NOISE, 4)


@pytest.mark.parametrize(
    "scores",
    [
        pytest.param({"record": 0.5, "typed": 0.9}, id="a lower score"),
        pytest.param({"record": 0.9, "typed": 0.9, "quiet_alarms": 3}, id="more false alarms"),
    ],
)
def test_pinning_refuses_to_lower_a_floor(run, capsys, scores):
    assert run("--pin", **scores) == 1

    assert pinned() == FLOORS
    assert "--lower" in capsys.readouterr().out


def test_a_floor_is_lowered_when_that_is_asked_for(run):
    assert run("--pin", "--lower", record=0.5) == 0
    assert pinned()["floors"]["record"] == round(0.5 - NOISE, 4)


def test_the_digest_is_that_of_the_corpus(monkeypatch, tmp_path):
    line = GOLD.read_bytes().splitlines(keepends=True)[0]
    digests = []
    for content in (line, line, line.rstrip() + b" \n"):
        (tmp_path / "gold.jsonl").write_bytes(content)
        monkeypatch.setattr(gate, "GOLD", tmp_path / "gold.jsonl")
        digests.append(gate.corpus_digest())

    assert digests[0] == digests[1] != digests[2]
