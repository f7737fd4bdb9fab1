"""Runs of ``dateline batch`` in a process of its own, as a user starts it."""

import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

HARM = Path(__file__).parent / "harm"
DATELINE = [sys.executable, "-m", "dateline"]


def environment(*, harmful=False):
    """Give the variables of a run; a harmful one suffers from the reports that do harm."""
    return {**os.environ, "PYTHONPATH": str(HARM)} if harmful else dict(os.environ)


@pytest.fixture
def run():
    """Run a command to its end."""

    def ran(*words, ok=True, harmful=False):
        done = subprocess.run(
            [*DATELINE, *map(str, words)],
            capture_output=True,
            text=True,
            check=False,
            env=environment(harmful=harmful),
        )
        assert (done.returncode == 0) is ok, done.stderr
        return done

    return ran


def content(out, but=(".work",)):
    """Give all files of a data set."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not set(path.relative_to(out).parts) & set(but)
    }


def rows(folder):
    """Read a table of a data set."""
    return pa.concat_tables([parquet.read_table(path) for path in sorted(folder.iterdir())])
