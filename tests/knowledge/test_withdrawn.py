"""How a report takes a figure back: the examples beside each pattern."""

import re

import pytest

from dateline.knowledge.withdrawn import takes_back, withdrawn_patterns

SIDES = ("before", "after")


def examples(field):
    return [
        pytest.param(side, entry.pattern, sentence, id=sentence)
        for side in SIDES
        for entry in getattr(withdrawn_patterns(), side)
        for sentence in getattr(entry, field)
    ]


def cut(sentence):
    """Give what stands before and after the number in brackets."""
    before, _, rest = sentence.partition("[")
    return before, rest.partition("]")[2]


def finds(side, pattern, sentence):
    around = dict(zip(SIDES, cut(sentence), strict=True))
    return re.search(pattern, around[side], re.IGNORECASE) is not None


@pytest.mark.parametrize(("side", "pattern", "sentence"), examples("yes"))
def test_a_pattern_finds_what_its_example_takes_back(side, pattern, sentence):
    assert finds(side, pattern, sentence)


@pytest.mark.parametrize(("side", "pattern", "sentence"), examples("no"))
def test_a_pattern_passes_over_what_only_looks_like_it(side, pattern, sentence):
    assert not finds(side, pattern, sentence)


@pytest.mark.parametrize(("side", "pattern", "sentence"), examples("no"))
def test_no_other_pattern_takes_it_back_either(side, pattern, sentence):
    assert not takes_back(*cut(sentence)), (side, pattern)


def test_every_example_marks_one_number():
    marked = [case.values[2] for field in ("yes", "no") for case in examples(field)]

    assert [text for text in marked if not re.fullmatch(r"[^\[]*\[\w+\][^\]]*", text)] == []


@pytest.mark.parametrize("side", SIDES)
def test_every_pattern_touches_the_number(side):
    edge = {"before": re.compile(r"\$$"), "after": re.compile(r"^\^")}[side]

    assert all(edge.search(entry.pattern) for entry in getattr(withdrawn_patterns(), side))


def test_every_pattern_has_both_sorts_of_examples():
    entries = [entry for side in SIDES for entry in getattr(withdrawn_patterns(), side)]

    assert all(entry.yes and entry.no for entry in entries)
