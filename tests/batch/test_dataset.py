import subprocess
import sys
from pathlib import Path

import pytest

from dateline.batch.dataset import RECORDS, Dataset
from dateline.errors import DatelineError, SettingError

KILLED_WHILE_WRITING = """
import os, sys
from pathlib import Path
from dateline.batch.dataset import Dataset

os.fsync = lambda _: os._exit(9)
dataset = Dataset(Path(sys.argv[1]))
dataset.write(dataset.work("incidents", "part-000000.parquet"), b"half")
"""


def test_what_a_killed_worker_half_wrote_is_in_no_table_and_cleared_away(tmp_path):
    killed = subprocess.run([sys.executable, "-c", KILLED_WHILE_WRITING, tmp_path], check=False)
    dataset = Dataset(tmp_path)

    assert killed.returncode == 9
    assert list(dataset.work("incidents").iterdir()) == []
    [left] = dataset.work("half").iterdir()
    with dataset.alone():
        assert not left.exists()


def test_a_shard_is_done_when_its_records_have_their_name(tmp_path):
    dataset = Dataset(tmp_path)

    assert not dataset.done("part-000000")
    dataset.write(dataset.path(RECORDS, "part-000000"), b"whole")
    assert dataset.done("part-000000")
    assert [path.name for path in (tmp_path / RECORDS).iterdir()] == ["part-000000.parquet"]


def test_two_runs_at_once_are_refused(tmp_path):
    with (
        Dataset(tmp_path).alone(),
        pytest.raises(SettingError, match="Another run is at work"),
        Dataset(tmp_path).alone(),
    ):
        raise AssertionError


def test_a_folder_of_something_else_is_refused(tmp_path):
    (tmp_path / "thesis.doc").write_text("mine")

    with pytest.raises(SettingError, match=r"holds thesis\.doc and is no data set"):
        Dataset(tmp_path).refuse_foreign()


def test_a_folder_that_is_empty_or_not_there_is_taken(tmp_path):
    Dataset(tmp_path).refuse_foreign()
    Dataset(tmp_path / "new").refuse_foreign()


def test_a_folder_of_records_of_somebody_else_is_not_touched(tmp_path):
    (tmp_path / RECORDS).mkdir()

    with pytest.raises(SettingError, match="holds records and is no data set"):
        Dataset(tmp_path).refuse_foreign()


def test_a_disk_that_takes_no_more_is_told_with_what_to_do():
    dataset = Dataset(Path("/proc"))

    with pytest.raises(DatelineError, match=r"cannot be written: .*; mend that and run again"):
        dataset.write(Path("/proc/version/part.parquet"), b"whole")
