"""The queries that the documentation shows."""

import re
import subprocess
from pathlib import Path

import duckdb
import pytest

from tests.batch.conftest import DATELINE
from tests.batch.made import forms, jsonl

PAGE = Path(__file__).parents[2] / "docs" / "batch.md"
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE.read_text(), re.DOTALL)


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    """Make a data set that has something to answer to each of them."""
    folder = tmp_path_factory.mktemp("queries")
    jsonl(folder / "a.jsonl", forms(40))
    with (folder / "a.jsonl").open("a") as file:
        file.write("{broken\n")
    subprocess.run([*DATELINE, "batch", "a.jsonl", "--out", "news"], cwd=folder, check=False)
    return folder


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_a_query_of_the_documentation_has_an_answer(news, monkeypatch, query):
    monkeypatch.chdir(news)

    assert len(duckdb.sql(query).fetchall()) > 0
