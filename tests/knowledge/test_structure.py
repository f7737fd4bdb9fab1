import pytest

from dateline.knowledge.structure import load_structure

LINES = load_structure().lines
EXAMPLES = [(known, pattern, line) for known, pattern in LINES for line in known.yes]
COUNTEREXAMPLES = [(known, pattern, line) for known, pattern in LINES for line in known.no]


@pytest.mark.parametrize(
    ("pattern", "line"), [pytest.param(p, line, id=f"{k.kind}: {line}") for k, p, line in EXAMPLES]
)
def test_a_pattern_finds_its_examples(pattern, line):
    assert pattern.search(line)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [pytest.param(p, line, id=f"{k.kind}: {line}") for k, p, line in COUNTEREXAMPLES],
)
def test_a_pattern_leaves_its_counterexamples(pattern, line):
    assert not pattern.search(line)


def test_every_agency_has_one_short_form():
    agencies = load_structure().agencies

    assert all(agencies[short] == short for short in set(agencies.values()))


def test_there_are_agencies_of_many_countries():
    assert len(set(load_structure().agencies.values())) >= 80
