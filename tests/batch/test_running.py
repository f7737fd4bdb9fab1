import json
import os
import random
import signal
import subprocess
import time
from hashlib import sha256
from importlib.resources import files

import pytest

from benchmarks.batch.processes import workers
from dateline.batch.made import KEPT
from dateline.batch.planning import HARMFUL
from tests.batch.conftest import DATELINE, content, environment, rows
from tests.batch.made import forms, jsonl

MADE = forms(240)


def long(form):
    """Make a report as long as one of a newspaper."""
    filler = " ".join(f"Families waited for aid in week {n} of the war." for n in range(50))
    return form | {"text": f"{form['text']} {filler}"}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Write an archive of several shards."""
    return jsonl(tmp_path_factory.mktemp("archive") / "a.jsonl", [long(form) for form in MADE])


@pytest.fixture(scope="module")
def whole(archive, tmp_path_factory):
    """Make a data set without a break, by one worker."""
    out = tmp_path_factory.mktemp("whole") / "out"
    command = [*DATELINE, "batch", archive, "--out", out, "--workers", "1"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return out


def test_every_report_is_there_once(whole):
    table = rows(whole / "records")

    assert table["id"].to_pylist() == [form["report"]["id"] for form in MADE]
    first = table.slice(0, 1).to_pylist()[0]
    assert json.loads(first["record"])["report"]["id"] == "r0000"
    assert len(list((whole / "records").iterdir())) > 6


def test_what_is_told_has_columns(tmp_path, run):
    run("batch", jsonl(tmp_path / "a.jsonl", MADE[:4]), "--out", tmp_path / "out")
    [event] = rows(tmp_path / "out" / "records").slice(0, 1).to_pylist()[0]["events"]

    assert (event["kind"], event["place"]) == ("shelling", "Goma")


def test_two_workers_write_the_same_bytes(archive, whole, tmp_path, run):
    run("batch", archive, "--out", tmp_path / "out", "--workers", 2)

    assert content(tmp_path / "out") == content(whole)


def test_ray_writes_the_same_bytes(archive, whole, tmp_path, run):
    run("batch", archive, "--out", tmp_path / "out", "--engine", "ray", "--workers", 2)

    assert content(tmp_path / "out") == content(whole)


@pytest.mark.parametrize("engine", ["local", "ray"])
def test_a_driver_that_is_killed_goes_on_where_it_was(archive, whole, tmp_path, run, engine):
    out = tmp_path / "out"
    words = ["batch", archive, "--out", out, "--engine", engine, "--workers", "2"]
    driver = subprocess.Popen(
        [*DATELINE, *map(str, words)], stderr=subprocess.DEVNULL, env=environment()
    )
    while not list(out.glob("records/part-*.parquet")):
        assert driver.poll() is None
        time.sleep(0.05)
    driver.send_signal(signal.SIGKILL)
    driver.wait()
    kept = {path: path.stat().st_mtime_ns for path in out.glob("records/part-*.parquet")}

    again = run(*words)

    assert "of them done before" in again.stderr
    assert content(out) == content(whole)
    assert all(path.stat().st_mtime_ns == when for path, when in kept.items())


@pytest.mark.parametrize("engine", ["local", "ray"])
def test_workers_that_are_killed_from_outside_cost_no_report(archive, whole, tmp_path, engine):
    out = tmp_path / "out"
    words = ["batch", archive, "--out", out, "--engine", engine, "--workers", "2"]
    driver = subprocess.Popen(
        [*DATELINE, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )
    killed = 0
    while driver.poll() is None:
        if killed < 2 and len(list(out.glob("records/part-*.parquet"))) > killed:
            os.kill(random.SystemRandom().choice(workers(driver.pid)), signal.SIGKILL)
            killed += 1
        time.sleep(0.05)

    assert (driver.returncode, killed) == (0, 2)
    assert driver.communicate()[0] == b""
    assert content(out) == content(whole)


def test_a_run_that_is_done_does_nothing_again(archive, whole, run):
    before = {path: path.stat().st_mtime_ns for path in whole.glob("records/*")}

    again = run("batch", archive, "--out", whole)

    assert f"{len(before)} shards, {len(before)} of them done before." in again.stderr
    assert {path: path.stat().st_mtime_ns for path in whole.glob("records/*")} == before


def test_other_inputs_and_settings_are_refused_unless_all_is_coded_anew(tmp_path, run):
    path = jsonl(tmp_path / "a.jsonl", MADE[:4])
    out = tmp_path / "out"
    run("batch", path, "--out", out)
    jsonl(path, MADE[:5])

    changed = run("batch", path, "--out", out, ok=False)
    asked = run("batch", path, "--out", out, "--where", "language=en", ok=False)
    kept = rows(out / "records").num_rows
    run("batch", path, "--out", out, "--again")

    assert f"{out} was made from something else: {path} was changed" in changed.stderr
    assert "code everything anew with --again" in changed.stderr
    assert "the settings are not the same and 1 more" in asked.stderr
    assert (kept, rows(out / "records").num_rows) == (4, 5)


def test_only_what_is_asked_for_is_coded(tmp_path, run):
    path = jsonl(tmp_path / "a.jsonl", MADE[:40])
    days = ["--where", "from=2024-10-29", "--where", "to=2024-11-02"]
    words = ["--where", "words=air strike"]

    done = run("batch", path, "--out", tmp_path / "out", *days, *words)

    assert rows(tmp_path / "out" / "records").num_rows == 5
    assert "5 records, 5 events, 35 passed over." in done.stderr


@pytest.mark.parametrize("engine", ["local", "ray"])
def test_a_report_that_kills_its_reader_costs_no_other(tmp_path, run, engine):
    made = [form | {"text": f"{form['text']} It was cyanide."} for form in MADE[20:21]]
    path = jsonl(tmp_path / "a.jsonl", [*MADE[:20], *made, *MADE[21:40]])
    out = tmp_path / "out"
    words = ["batch", path, "--out", out, "--engine", engine, "--workers", 2]

    done = run(*words, ok=False, harmful=True)

    assert "39 records" in done.stderr
    assert "1 not read" in done.stderr
    assert rows(out / "rejections").to_pylist() == [
        {
            "source": f"{path}:21",
            "reason": "the reader broke down at it three times; tell the makers of Dateline",
        }
    ]


def test_a_report_that_takes_too_long_costs_no_other(tmp_path, run):
    made = [form | {"text": f"{form['text']} It was a lullaby."} for form in MADE[7:8]]
    path = jsonl(tmp_path / "a.jsonl", [*MADE[:7], *made, *MADE[8:20]])

    run("batch", path, "--out", tmp_path / "out", "--limit", "5", ok=False, harmful=True)

    assert rows(tmp_path / "out" / "records").num_rows == 19
    assert rows(tmp_path / "out" / "rejections").to_pylist() == [
        {"source": f"{path}:8", "reason": "reading it took longer than 5 seconds, three times"}
    ]


def test_a_report_that_takes_all_memory_costs_no_other(tmp_path, run):
    made = [form | {"text": f"{form['text']} It was a feast."} for form in MADE[7:8]]
    path = jsonl(tmp_path / "a.jsonl", [*MADE[:7], *made, *MADE[8:20]])
    words = ["batch", path, "--out", tmp_path / "out", "--workers", 1, "--memory", 1500]

    run(*words, ok=False, harmful=True)

    assert rows(tmp_path / "out" / "records").num_rows == 19
    assert rows(tmp_path / "out" / "rejections").to_pylist() == [
        {"source": f"{path}:8", "reason": "takes more memory than a worker may have (--memory)"}
    ]


def test_a_file_that_kills_whoever_looks_into_it_costs_no_other(tmp_path, run):
    (tmp_path / "in").mkdir()
    for name in ("a.jsonl", "cyanide.jsonl", "z.jsonl"):
        jsonl(tmp_path / "in" / name, MADE[:4])

    run("batch", tmp_path / "in", "--out", tmp_path / "out", ok=False, harmful=True)

    assert rows(tmp_path / "out" / "records").num_rows == 8
    assert rows(tmp_path / "out" / "rejections").to_pylist() == [
        {"source": str(tmp_path / "in" / "cyanide.jsonl"), "reason": HARMFUL}
    ]


def test_the_manifest_names_every_model_by_its_bytes(whole):
    told = json.loads((whole / "manifest.json").read_text())["models"]
    encoder = files("dateline").joinpath("extract", "weights", "encoder.onnx")

    assert told.keys() >= {"encoder.onnx", "triggers.npz", "onnxruntime", "spacy"}
    assert told["encoder.onnx"] == digest_of("extract/weights/encoder.onnx", encoder.read_bytes())


def digest_of(path, content):
    return sha256(f"{path}\0{len(content)}\0".encode() + content).hexdigest()


def test_a_shard_of_nothing_but_rejections_stays_small(tmp_path, run):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"{}\n" * 30_000)

    done = run("batch", path, "--out", tmp_path / "out", "--workers", 1, ok=False)

    assert "30,000 not read: see rejections" in done.stderr
    told = rows(tmp_path / "out" / "rejections").to_pylist()
    assert (told[0]["source"], told[-1]["source"]) == (f"{path}:1", f"{path}:30000")
    assert told[KEPT] == {
        "source": f"{path}:21846",
        "reason": "and 1,846 more up to here that were not read",
    }
    assert len(told) < 30_000


def test_a_report_at_which_reading_breaks_off_says_so(tmp_path, run):
    made = [form | {"text": f"{form['text']} It was a banana peel."} for form in MADE[7:8]]
    path = jsonl(tmp_path / "a.jsonl", [*MADE[:7], *made, *MADE[8:20]])

    run("batch", path, "--out", tmp_path / "out", ok=False, harmful=True)

    assert rows(tmp_path / "out" / "records").num_rows == 19
    assert rows(tmp_path / "out" / "rejections")["reason"].to_pylist() == [
        "reading broke off, tell the makers of Dateline: RuntimeError: slipped at 0x…"
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--engine", "local", "--address", "10.0.0.1:6379"], "--address is for the engine ray"),
        (["--where", "place=Goma"], "--where place=Goma is no condition"),
    ],
)
def test_options_that_make_no_sense_are_refused(tmp_path, run, words, said):
    path = jsonl(tmp_path / "a.jsonl", MADE[:2])

    assert said in run("batch", path, "--out", tmp_path / "out", *words, ok=False).stderr
