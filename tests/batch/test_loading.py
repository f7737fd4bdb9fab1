import subprocess
import time

import pytest

from tests.batch.conftest import DATELINE, environment
from tests.batch.made import forms, lines

MADE = forms(64)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Make a data set, and write down what a record of the same reports exports."""
    folder = tmp_path_factory.mktemp("loading")
    (folder / "a.jsonl").write_bytes(lines(MADE))
    for words in (
        ["batch", "a.jsonl", "--out", "out", "--no-incidents"],
        ["add", "a.jsonl", "--record", "added.db"],
        ["export", "--format", "jsonl", "--record", "added.db", "--output", "added.jsonl"],
    ):
        subprocess.run([*DATELINE, *words], cwd=folder, check=True, capture_output=True)
    return folder


def exported(run, address):
    run("check", "--record", address)
    return run("export", "--format", "jsonl", "--record", address).stdout


def test_a_record_that_is_loaded_is_one_that_was_added_to(made, run, address):
    first = run("load", made / "out", "--record", address)
    again = run("load", made / "out", "--record", address)

    assert "64 added, 0 changed, 0 known" in first.stderr
    assert "0 added, 0 changed, 64 known" in again.stderr
    assert exported(run, address) == (made / "added.jsonl").read_text()


def test_loading_goes_on_where_it_was_killed(made, run, tmp_path):
    record = tmp_path / "killed.db"
    words = ["load", str(made / "out"), "--record", str(record)]
    child = subprocess.Popen([*DATELINE, *words], stderr=subprocess.DEVNULL, env=environment())
    while not record.exists():
        time.sleep(0.02)
    time.sleep(0.3)
    child.kill()
    child.wait()

    run(*words)

    assert exported(run, record) == (made / "added.jsonl").read_text()


def test_what_is_no_data_set_is_refused(run, tmp_path):
    done = run("load", tmp_path, "--record", tmp_path / "r.db", ok=False)

    assert "is no data set of `dateline batch`" in done.stderr
    assert not (tmp_path / "r.db").exists()


def test_shards_that_are_not_coded_yet_are_told(made, run, tmp_path):
    out = tmp_path / "out"
    subprocess.run(["/bin/cp", "-r", made / "out", out], check=True)
    next(out.glob("records/part-*")).unlink()

    done = run("load", out, "--record", tmp_path / "r.db")

    assert "1 of 1 shards are not coded yet; run `dateline batch`, then load" in done.stderr
