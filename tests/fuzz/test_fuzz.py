"""A small part of the fuzzing, the same each time: nothing that is sent breaks what reads it."""

from random import Random

import pytest

from benchmarks.fuzz import api, finding
from benchmarks.fuzz.breaking import broken
from benchmarks.fuzz.driving import break_seeds, make_shapes
from benchmarks.fuzz.finding import tried
from benchmarks.fuzz.formats import targets
from benchmarks.fuzz.target import Target
from dateline.errors import UnreadableReportError

CASES, SHAPES, REQUESTS = 60, 30, 400
FORMATS = {target.name: target for target in targets()}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Keep findings where the test ends; beside other tests, a second can take ten."""
    monkeypatch.setattr(finding, "FOLDER", tmp_path)
    monkeypatch.setattr(finding, "MOST_SECONDS", 60.0)


@pytest.fixture
def found():
    """Gather what is found."""
    return []


def told(found):
    return [f"{one.sign}\n{one.told}" for one in found if one]


@pytest.mark.parametrize("name", FORMATS)
def test_broken_input_is_read_or_refused(name, found):
    break_seeds(FORMATS[name], CASES, 7, found.append)

    assert len(found) == CASES
    assert told(found) == []


@pytest.mark.parametrize("name", [name for name, target in FORMATS.items() if target.shapes])
def test_shapes_of_input_are_read_or_refused(name, found):
    make_shapes(FORMATS[name], SHAPES, 7, found.append)

    assert found
    assert told(found) == []


@pytest.mark.parametrize("name", [name for name, target in FORMATS.items() if target.seeds])
def test_a_sound_input_of_each_format_is_at_hand(name):
    read = [finding.tried(FORMATS[name], raw) for raw in FORMATS[name].seeds]

    assert told(read) == []


def test_no_request_makes_the_server_fail(found):
    with api.served() as desk:
        break_seeds(api.target(desk), REQUESTS, 7, found.append)

    assert len(found) == REQUESTS
    assert told(found) == []


# ── that it would be seen ────────────────────────────────────────────────────────────────────


def stumble(raw):
    """Stumble over one byte."""
    if b"\xff" in raw:
        raise KeyError(raw)


def refuse(raw):
    """Give a reason."""
    message = f"is not read: {raw!r}"
    raise UnreadableReportError(message)


def test_an_error_is_a_finding_and_its_case_is_kept(tmp_path):
    one = tried(Target(name="weak", share=1, run=stumble), b"a\xff")

    assert one.sign.startswith("weak: KeyError at test_fuzz.py:")
    assert (tmp_path / one.path.name).read_bytes() == b"a\xff"


def test_a_reason_is_no_finding():
    assert tried(Target(name="sound", share=1, run=refuse), b"x") is None


def test_a_case_that_takes_too_long_is_a_finding(monkeypatch):
    monkeypatch.setattr(finding, "MOST_SECONDS", 0.0)

    assert tried(Target(name="slow", share=1, run=len), b"x").sign == "slow: slow"


def test_breaking_reaches_the_byte_that_breaks_it(found):
    break_seeds(Target(name="weak", share=1, run=stumble, seeds=(b"abc",)), 300, 1, found.append)

    assert any(found)


def test_the_same_seed_makes_the_same_cases():
    seeds = (b"one", b"two words")
    chances = (Random(3), Random(3))  # noqa: S311  no secret
    first, second = ([broken(chance, seeds, ()) for _ in range(50)] for chance in chances)

    assert first == second
    assert len(set(first)) > 30


@pytest.mark.parametrize("status", [500, 502])
def test_an_answer_that_is_a_fault_of_the_server_is_a_mistake(status):
    with pytest.raises(AssertionError, match=f"answered {status}"):
        api._judge(api.Answered(status=status, whole=True))  # noqa: SLF001
