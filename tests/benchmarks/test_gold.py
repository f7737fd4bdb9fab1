"""The gold corpus: its sources compile, hold together, and are what ``gold.jsonl`` says."""

from pathlib import Path

import msgspec
import pytest

from benchmarks.quality.authoring.build import SOURCES, TARGET, build, encode
from benchmarks.quality.authoring.check import problems
from benchmarks.quality.authoring.codebook import codebook
from benchmarks.quality.authoring.compile import compile_record
from benchmarks.quality.authoring.faults import SourceError
from benchmarks.quality.authoring.gold import Record
from benchmarks.quality.authoring.notation import read_source
from benchmarks.quality.authoring.quotes import find_quote
from benchmarks.quality.authoring.values import read_bounds, read_days, read_parties, read_place

EXAMPLES = Path(__file__).parents[2] / "examples"
HEAD = """title: A test
publisher: Test Press
published: 2014-06-12
genre: test
region: none
"""
SENTENCE = (
    "Gunmen fired on a ferry at Kisumu on Tuesday, killing four people, two of them children."
)
FILLER = "The lake was calm and the market opened late on that day. " * 10
CODING = """
e1 armed-attack
  who Gunmen KEN UNK
  whom ferry KEN CVL
  where Kisumu KEN -0.10 34.75 settlement
  when 2014-06-10
  words Gunmen fired on a ferry
  killed 4 people : killing four people
  - killed 2 child : two of them children
"""


@pytest.fixture(scope="module")
def corpus() -> tuple[Record, ...]:
    """Compile the corpus once."""
    return build()


def compiled(folder: Path, coding: str) -> Record:
    """Compile one small report with the given coding."""
    path = folder / "kisumu-2014.gold"
    path.write_text(
        f"{HEAD}\n=== text\n{SENTENCE} {FILLER}\n\n=== coding\n{coding}\n", encoding="utf-8"
    )
    return compile_record(read_source(path))


def test_the_built_file_is_up_to_date(corpus: tuple[Record, ...]) -> None:
    assert TARGET.read_text(encoding="utf-8") == encode(corpus)


def test_every_line_reads_back_as_a_record(corpus: tuple[Record, ...]) -> None:
    lines = TARGET.read_text(encoding="utf-8").splitlines()

    assert tuple(msgspec.json.decode(line, type=Record) for line in lines) == corpus


@pytest.mark.parametrize("path", sorted(SOURCES.glob("*.gold")), ids=lambda path: path.stem)
def test_a_source_has_no_problems(path: Path) -> None:
    assert problems(compile_record(read_source(path))) == []


def test_the_corpus_shows_every_type_and_kind(corpus: tuple[Record, ...]) -> None:
    kinds = {event.kind for record in corpus for event in record.events}

    assert kinds == codebook().kinds.keys()


def test_the_corpus_has_reports_without_events(corpus: tuple[Record, ...]) -> None:
    quiet = [record for record in corpus if not record.events]

    assert len(corpus) >= 28
    assert len(quiet) >= 4


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        pytest.param("the old mill", "the old mill", id="as written"),
        pytest.param("the ... mill", "the old mill", id="first and last words"),
        pytest.param('"stay put"', "“stay put”", id="plain quotation marks for curly ones"),
        pytest.param("a shot (x2)", "a shot", id="told twice"),
    ],
)
def test_a_quote_is_the_texts_own_words(words: str, quote: str) -> None:
    text = "At the old mill they heard a shot, then a shot again: “stay put”."

    assert find_quote(text, words) == quote


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        pytest.param("the new mill", "no such words", id="absent"),
        pytest.param("the", "2 times, not 1", id="ambiguous"),
        pytest.param("old mill (x2)", "1 times, not 2", id="told once"),
    ],
)
def test_a_quote_that_is_not_plain_is_a_fault(words: str, fault: str) -> None:
    with pytest.raises(SourceError, match=fault):
        find_quote("Between the old mill and the ford", words)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        pytest.param("4", (4, 4, "exact"), id="exact"),
        pytest.param(">=4", (4, None, "at-least"), id="at least"),
        pytest.param("<=12000", (None, 12000, "at-most"), id="at most"),
        pytest.param("~20", (20, 20, "about"), id="about"),
        pytest.param("30-40", (30, 40, "range"), id="range"),
        pytest.param("~24-99", (24, 99, "about"), id="dozens"),
        pytest.param("1.5", (1.5, 1.5, "exact"), id="decimal"),
    ],
)
def test_bounds(words: str, bounds: tuple[float | None, float | None, str]) -> None:
    assert read_bounds(words) == bounds


def test_short_forms_of_parties_and_places() -> None:
    [mission, town] = read_parties("UN mission - IGO; old town CYP CVL")
    place = read_place("Black Sea - 44.0 35.0 sea")

    assert (mission.name, mission.country, mission.role) == ("UN mission", None, "IGO")
    assert (town.name, town.country, town.role) == ("old town", "CYP", "CVL")
    assert (place.name, place.country, place.lat, place.precision) == ("Black Sea", None, 44, "sea")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        pytest.param("2014-06-10", ("2014-06-10", "2014-06-10", "day"), id="a day"),
        pytest.param("2014-06-09 2014-06-10", ("2014-06-09", "2014-06-10", "day"), id="overnight"),
        pytest.param(
            "2014-06-02 2014-06-08 week", ("2014-06-02", "2014-06-08", "week"), id="last week"
        ),
    ],
)
def test_days(words: str, days: tuple[str, str, str]) -> None:
    when = read_days(words)

    assert (str(when.start), str(when.end), when.precision) == days


def test_a_sub_count_points_to_its_whole(tmp_path: Path) -> None:
    record = compiled(tmp_path, CODING)

    assert [(f.id, f.event, f.of) for f in record.figures] == [
        ("f1", "e1", msgspec.UNSET),
        ("f2", "e1", "f1"),
    ]
    assert problems(record) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        pytest.param("armed-attack", "armed-attack in e9", "part of e9", id="parent"),
        pytest.param("ferry KEN CVL", "ferry KEN XYZ", "unknown role", id="role"),
        pytest.param("ferry KEN", "tanker KEN", "words that the text has not", id="name"),
        pytest.param("-0.10 34.75", "-99 34.75", "out of range", id="coordinates"),
        pytest.param("2014-06-10", "2014-06-11 2014-06-10", "before it starts", id="order of days"),
        pytest.param("2014-06-10", "2014-04-10", "not background", id="old, but not background"),
        pytest.param("2014-06-10", "2014-07-10", "after publication", id="after publication"),
        pytest.param("killed 4 people", "killed 4 sailors", "unknown population", id="population"),
        pytest.param("  words Gunmen fired on a ferry\n", "", "no evidence", id="no evidence"),
    ],
)
def test_a_wrong_coding_is_told(tmp_path: Path, before: str, after: str, fault: str) -> None:
    found = problems(compiled(tmp_path, CODING.replace(before, after)))

    assert any(fault in problem for problem in found)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param("e2 ambush", "known kind", id="unknown kind"),
        pytest.param("e2 shelling soon", "after the kind", id="unknown word"),
        pytest.param("e2 shelling\n  whose army KEN MIL", "unknown field", id="unknown field"),
        pytest.param("e2 shelling\n  - killed 2 child : two", "without a figure", id="no whole"),
        pytest.param("says asserts : Gunmen | said | -", "a claim needs", id="short claim"),
        pytest.param("e1 shelling", "coded twice", id="same id"),
    ],
)
def test_a_fault_says_file_and_line(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(SourceError, match=rf"^kisumu-2014\.gold:\d+: .*{fault}"):
        compiled(tmp_path, CODING + line)


def test_a_claim_of_no_event_is_told(tmp_path: Path) -> None:
    claim = "says asserts e7 : Gunmen | fired | - | fired on a ferry"

    found = problems(compiled(tmp_path, CODING + claim))

    assert found == ["kisumu-2014/c1: speaks of the event e7, which does not exist"]


@pytest.mark.parametrize(
    "path",
    sorted(
        path for path in EXAMPLES.rglob("*.*") if path.suffix in {".txt", ".html", ".jsonl", ".md"}
    ),
    ids=lambda path: path.relative_to(EXAMPLES).as_posix(),
)
def test_an_example_says_that_it_is_synthetic(path: Path) -> None:
    assert "synthetic" in path.read_text(encoding="utf-8").lower()
