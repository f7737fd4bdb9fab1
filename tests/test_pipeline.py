"""From a text to its record: typed, immutable, the same every time, every word in its place."""

import dataclasses
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import count, islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.ingest import read_paths
from dateline.pipeline import BATCH, Reader
from dateline.records import Claim, Event, Figure, Quote, Record, Report, When
from dateline.records.codec import decode, encode

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = sorted(p for p in EXAMPLES.rglob("*") if p.suffix in {".txt", ".html", ".jsonl"})
GOMA = """\
Rebels shell market in Goma

Rebels shelled a market in Goma on Monday, killing nine people, \
the governor said. "We buried four of them at dawn," said Aline Furaha, a trader. Police arrested \
two men near the border with Rwanda.
"""
WORDS = st.sampled_from(
    "Rebels troops police the town Goma Khartoum shelled killed arrested nine dozens of people on "
    'Monday 12 March 2023 said that in by and , . " “ ” ( ) - — : \n \n\n GOMA Title: 4,000 U.S. '
    "of|it 's ' ٣ 🙂".split(" ")
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join))
# Another process: another seed of Python's hashes, so another order of every set.
ELSEWHERE = """\
import sys, dateline
from dateline.records.codec import encode
sys.stdout.buffer.write(encode(dateline.read(sys.stdin.read(), published="2025-01-28")))
"""


@pytest.fixture(scope="module")
def reader():
    """Load one reader for the module."""
    return Reader()


def reports(number):
    return [Report(id=f"r{n}", text=f"{GOMA}\nUnit {n} was there.") for n in range(number)]


def quotes(record):
    """Find everything that a record quotes."""
    for event in record.events:
        yield from event.evidence
    for item in (*record.figures, *record.claims):
        yield Quote(start=item.start, end=item.end, quote=item.quote)
    for owner in (*record.events, *record.figures, *record.claims):
        yield from (quote for basis in owner.basis for quote in basis.quotes)


def misquoted(record):
    text = record.report.text
    return [q for q in quotes(record) if not q.quote or text[q.start : q.end] != q.quote]


def test_a_text_becomes_typed_records():
    record = dateline.read(
        GOMA, published="2025-01-28", title="Rebels shell market in Goma", id="goma"
    )

    assert isinstance(record, Record)
    assert record.report.published == date(2025, 1, 28)
    assert (record.report.id, record.report.text) == ("goma", GOMA)
    for items, type_ in ((record.events, Event), (record.figures, Figure), (record.claims, Claim)):
        assert isinstance(items, tuple)
        assert items
        assert all(isinstance(item, type_) for item in items)


def test_the_plain_facts_are_read():
    record = dateline.read(GOMA, published=date(2025, 1, 28))
    monday = When(start=date(2025, 1, 27), end=date(2025, 1, 27), precision="day")

    [shelling] = [event for event in record.events if event.kind == "shelling"]
    assert shelling.place.name == "Goma"
    assert shelling.date == monday
    assert [party.name for party in shelling.actors] == ["Rebels"]
    assert "arrest" in {event.kind for event in record.events}
    assert (9, shelling.id) in {(figure.low, figure.event) for figure in record.figures}


DATELINES = pytest.mark.parametrize(
    "before",
    [
        pytest.param("GOMA, DR Congo, 28 January 2025 - ", id="place, country, day"),
        pytest.param("GOMA, Democratic Republic of Congo (Lakes Wire) — ", id="with an agency"),
        pytest.param("GOMA, Jan 28 (Lakes Wire) - ", id="day and agency"),
        pytest.param("GOMA — ", id="place alone"),
    ],
)


@DATELINES
def test_a_dateline_takes_no_part_in_the_happening(before):
    text = f"{before}Rebels shelled a market in Bukavu on Monday, killing nine people."

    [event] = dateline.read(text, published="2025-01-28").events

    assert [party.name for party in event.actors] == ["Rebels"]
    assert event.place.name == "Bukavu"


@DATELINES
def test_a_dateline_is_no_evidence(before):
    text = f"{before}Rebels shelled a market in Bukavu on Monday, killing nine people."

    [event] = dateline.read(text, published="2025-01-28").events

    assert event.evidence[0].quote == "Rebels shelled a market in Bukavu on Monday"


@pytest.mark.parametrize("owner", ["report", "events", "figures", "claims"])
def test_records_cannot_be_changed(owner):
    record = dateline.read(GOMA, published="2025-01-28")
    part = getattr(record, owner)
    one = part[0] if isinstance(part, tuple) else part

    with pytest.raises(dataclasses.FrozenInstanceError):
        one.id = "other"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n \t\n", id="white space"),
        pytest.param("The orchestra played two symphonies by Brahms.", id="peace"),
    ],
)
def test_a_text_of_nothing_yields_nothing(text):
    record = dateline.read(text)

    assert (record.events, record.figures, record.claims) == ((), (), ())


def test_the_same_input_gives_the_same_bytes():
    once, again = (encode(dateline.read(GOMA, published="2025-01-28")) for _ in range(2))

    assert once == again


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_another_process_gives_the_same_bytes(seed):
    elsewhere = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        input=GOMA.encode(),
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        check=True,
        capture_output=True,
    ).stdout

    assert elsewhere == encode(dateline.read(GOMA, published="2025-01-28"))


def test_the_company_of_others_changes_nothing(reader):
    few = reports(3)

    assert list(reader.read_many(few)) == [reader.read(report) for report in few]


def test_a_record_is_read_back_from_its_bytes():
    record = dateline.read(GOMA, published="2025-01-28")

    assert decode(encode(record)) == record


def test_a_stream_keeps_its_order(reader):
    stream = reports(BATCH + 3)

    assert [r.report for r in reader.read_many(stream)] == stream


def endless(taken):
    """Yield reports without end, and count them."""
    for number in count():
        taken.append(number)
        yield Report(id=f"r{number}", text="Rebels shelled Goma.")


def test_a_stream_is_read_as_it_comes(reader):
    taken = []
    records = reader.read_many(endless(taken))
    assert isinstance(records, Iterator)
    assert taken == [], "nothing is read before it is asked for"

    first = list(islice(records, BATCH + 1))

    assert [record.report.id for record in first] == [f"r{n}" for n in range(BATCH + 1)]
    assert len(taken) <= 2 * BATCH


def test_more_processes_give_the_same_records(reader):
    stream = reports(2 * BATCH + 1)

    assert list(reader.read_many(iter(stream), workers=2)) == list(reader.read_many(stream))


def test_more_processes_read_no_further_ahead_than_they_must(reader):
    taken = []
    records = reader.read_many(endless(taken), workers=2)

    first = next(records)
    records.close()

    assert first.report.id == "r0"
    assert len(taken) <= 8 * BATCH


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=str(path.relative_to(EXAMPLES))) for path in FILES]
)
def test_every_quote_of_an_example_stands_in_it(reader, path):
    found = [item for item in read_paths([str(path)]) if isinstance(item, Report)]
    records = list(reader.read_many(found))

    assert records
    assert [misquoted(record) for record in records] == [[]] * len(records)
    assert any(list(quotes(record)) for record in records) or "no-events" in path.stem


@settings(deadline=None, max_examples=40)
@given(text=TEXTS)
def test_any_text_is_read_and_quoted_exactly(text):
    record = dateline.read(text, published="2025-01-28")

    assert misquoted(record) == []
    assert decode(encode(record)) == record


QUIET = """\
Book sale at the library

The library on Elm Street will hold its book sale on Saturday from nine to four. Volunteers have \
sorted cookbooks, mysteries and a set of encyclopedias, and children who come in costume get a \
free bookmark. Librarian Nora Platt hopes to raise enough to paint the reading room and buy a new \
carpet for story hour. Coffee and pie will be sold by the garden club in the parking lot.
"""


def mixed(number):
    """Put one report of conflict after every three of book sales."""
    texts = (GOMA if n % 4 == 3 else QUIET for n in range(number))
    return [Report(id=f"r{n}", text=text) for n, text in enumerate(texts)]


def test_the_cascade_changes_no_record_of_a_report_that_goes_on(reader):
    stream = mixed(8 * BATCH)
    every = list(Reader(cascade=False).read_many(stream))

    assert list(reader.read_many(stream)) == every


def test_a_report_is_read_alike_alone_and_in_a_stream(reader):
    stream = mixed(2 * BATCH)

    assert list(map(reader.read, stream)) == list(reader.read_many(stream))


def test_a_stream_of_nothing_but_quiet_reports_is_read_as_it_comes(reader):
    seen = count()
    stream = (Report(id=str(next(seen)), text=QUIET) for _ in range(100 * BATCH))

    first = next(reader.read_many(stream))

    assert first.events == ()
    assert next(seen) < 50 * BATCH
