"""The incidents of a data set are those of a record of the same reports, byte for byte."""

import json
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.batch.incidents.blocks import blocks
from dateline.reconcile.blocking import asked, keys
from dateline.reconcile.sketch import sketches
from dateline.records import Event, Place, Quote, Record, Report, When
from tests.batch.conftest import rows
from tests.batch.made import forms, lines

MADE = forms(64)


def archive(folder):
    """Write reports with all that makes a record wonder which report is which."""
    changed = MADE[0] | {"text": MADE[0]["text"].replace("killing 2", "killing 12")}
    moved = MADE[4] | {"report": MADE[4]["report"] | {"id": "other"}}
    nameless = [{"text": form["text"], "report": {"published": "2024-10-30"}} for form in MADE[:6]]
    (folder / "b").mkdir()
    (folder / "a.jsonl").write_bytes(lines([*MADE[:40], changed, moved]))
    (folder / "b" / "a.jsonl").write_bytes(lines([*nameless, *MADE[30:], MADE[0]]))
    (folder / "c.jsonl").write_bytes(lines(nameless))
    return folder


def test_they_are_those_of_a_record(tmp_path, run):
    source = archive(tmp_path)
    inputs = [source / "a.jsonl", source / "b", source / "c.jsonl"]
    run("add", *inputs, "--record", tmp_path / "added.db")
    words = ["export", "--format", "parquet", "--output", tmp_path / "added.parquet"]
    run(*words, "--record", tmp_path / "added.db")
    run("batch", *inputs, "--out", tmp_path / "out", "--workers", 2)

    added = rows_of(tmp_path / "added.parquet")
    found = sorted(rows(tmp_path / "out" / "incidents").to_pylist(), key=lambda row: row["id"])
    assert found == added
    assert max(row["reports"] for row in found) > 1


def rows_of(path):
    from pyarrow import parquet

    return parquet.read_table(path).to_pylist()


DAYS = st.integers(0, 40).map(lambda n: date.fromordinal(738_000 + n))


@st.composite
def records(draw):
    """Draw a report with one event: dated or not, placed or not, short or long."""
    start = draw(st.none() | DAYS)
    end = date.fromordinal(start.toordinal() + draw(st.integers(0, 20))) if start else None
    lat = draw(st.sampled_from([10.1, 10.4, 10.6, 11.2]))
    place = draw(st.sampled_from([None, Place(name="Goma", country="COD", lat=lat, lon=29.2)]))
    words = draw(st.sampled_from(["rebels shelled the town of Goma at dawn", "two died in it"]))
    event = Event(
        id="e1",
        type="ASSAULT",
        kind="shelling",
        acled="",
        cameo="",
        place=place,
        date=When(start=start, end=end, precision="day" if start else "unknown"),
        background=draw(st.booleans()),
        evidence=(Quote.at(words, 0, len(words)),),
    )
    report = Report(id=str(draw(st.integers(0, 10**9))), text=words, published=draw(DAYS))
    return Record(report=report, events=(event,))


@given(st.lists(records(), min_size=2, max_size=8))
def test_two_events_with_a_key_in_common_have_a_block_in_common(drawn):
    found = [sketch for record in drawn for sketch in sketches(record)]

    for left, right in combinations(found, 2):
        if set(asked(left)) & set(keys(right)) or set(asked(right)) & set(keys(left)):
            assert set(blocks(left)) & set(blocks(right))


@pytest.mark.parametrize("count", [0, 1])
def test_of_no_events_there_are_no_incidents(tmp_path, run, count):
    quiet = [{"text": "The football club of Goma won its match on Monday by two goals to one."}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, quiet[:count])))

    run("batch", tmp_path / "a.jsonl", "--out", tmp_path / "out", ok=count > 0)

    assert list((tmp_path / "out" / "incidents").iterdir()) == []
