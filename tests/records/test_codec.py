"""Records to JSON and back."""

import json
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UnreadableReportError
from dateline.records import (
    Basis,
    Block,
    BlockKind,
    Claim,
    Event,
    Figure,
    Party,
    Place,
    Quote,
    Record,
    Report,
    When,
)
from dateline.records.codec import decode, encode, schema

texts = st.text(max_size=20)
offsets = st.integers(0, 10**6)
degrees = st.floats(-180, 180)
numbers = st.none() | st.floats(0, 1e12)
days = st.none() | st.dates()


def tuples(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


quotes = st.builds(Quote, start=offsets, end=offsets, quote=texts)
bases = tuples(st.builds(Basis, field=texts, rule=texts, quotes=tuples(quotes)))
parties = tuples(st.builds(Party, name=texts, country=st.none() | texts, role=texts))
places = st.builds(Place, name=texts, lat=st.none() | degrees, lon=st.none() | degrees)
reports = st.builds(
    Report,
    id=texts,
    text=texts,
    title=st.none() | texts,
    published=days,
    credits=tuples(texts),
    source=st.none() | texts,
)
blocks = st.builds(Block, kind=st.sampled_from(BlockKind), start=offsets, end=offsets)
events = st.builds(
    Event,
    background=st.booleans(),
    part_of=st.none() | texts,
    actors=parties,
    targets=parties,
    place=st.none() | places,
    date=st.builds(When, start=days, end=days, precision=texts),
    evidence=tuples(quotes),
    basis=bases,
)
figures = st.builds(Figure, low=numbers, high=numbers, of=st.none() | texts, basis=bases)
claims = st.builds(Claim, direct=st.booleans(), events=tuples(texts), basis=bases)
records = st.builds(
    Record,
    report=reports,
    blocks=tuples(blocks),
    events=tuples(events),
    figures=tuples(figures),
    claims=tuples(claims),
)


def record(**figure):
    words = {"id": "f1", "measure": "killed", "qualifier": "exact", "quote": "4"}
    coded = Figure(**(words | {"low": 4.0, "high": 4.0, "start": 0, "end": 1} | figure))
    return Record(report=Report(id="r1", text="4 killed"), figures=(coded,))


@given(records)
def test_a_record_survives_the_round_trip(one):
    assert decode(encode(one)) == one


@given(records)
def test_a_record_is_one_line(one):
    assert b"\n" not in encode(one)


def test_the_text_is_on_top_and_not_inside_the_report():
    line = json.loads(encode(record()))

    assert list(line) == ["report", "text", "blocks", "events", "figures", "claims"]
    assert set(line["report"]) == {field.name for field in fields(Report)} - {"text"}


@pytest.mark.parametrize(
    ("low", "written"),
    [
        pytest.param(4.0, "4", id="whole"),
        pytest.param(2.5, "2.5", id="with a fraction"),
        pytest.param(None, "null", id="open"),
    ],
)
def test_whole_numbers_are_written_as_integers(low, written):
    assert f'"low":{written},' in encode(record(low=low)).decode()


def test_days_are_written_as_in_iso_8601():
    dated = Record(report=Report(id="r1", text="", published=date(2019, 6, 5)))

    assert json.loads(encode(dated))["report"]["published"] == "2019-06-05"


def test_fields_this_version_does_not_know_are_passed_over():
    line = json.loads(encode(record())) | {"weather": "fair"}

    assert decode(json.dumps(line)) == record()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        pytest.param('{"report": {"id": 3}, "text": ""}', "$.report.id", id="wrong type"),
        pytest.param('{"report": {"id": "r1"}}', "text", id="missing"),
        pytest.param('{"report"', "truncated", id="cut off"),
        pytest.param(b'{"text": "\xff"}', "utf-8", id="not UTF-8"),
        pytest.param('{"more": ' + "[" * 100_000, "recursion", id="too deep"),
    ],
)
def test_a_wrong_line_is_refused_with_the_place_of_the_fault(line, place):
    with pytest.raises(UnreadableReportError) as caught:
        decode(line)

    assert place.casefold() in str(caught.value).casefold()


def test_the_schema_describes_every_field():
    defined = schema()["$defs"]

    assert {"Line", "Event", "Figure", "Claim", "Quote", "Basis"} <= set(defined)
    assert set(defined["Event"]["properties"]) == {field.name for field in fields(Event)}
