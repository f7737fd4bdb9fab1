import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Span
from dateline.records.offsets import OffsetMap, Run

# "ab" in two bytes, then an entity of six bytes, then a gap, then "d".
SMALL = OffsetMap.of([(0, 10, 11), (1, 11, 12), (2, 12, 18), (4, 20, 21)])


def test_neighbours_of_one_width_share_a_run():
    assert SMALL.runs == (Run(0, 2, 10, 1), Run(2, 3, 12, 6), Run(4, 5, 20, 1))


@pytest.mark.parametrize(
    ("start", "end", "raw"),
    [
        pytest.param(0, 2, (10, 12), id="within a run"),
        pytest.param(1, 3, (11, 18), id="over two runs"),
        pytest.param(2, 5, (12, 21), id="over a gap"),
        pytest.param(3, 5, None, id="begins in a gap"),
        pytest.param(4, 6, None, id="ends beyond"),
        pytest.param(1, 1, None, id="empty"),
    ],
)
def test_a_span_has_the_bytes_of_its_first_to_its_last_character(start, end, raw):
    found = SMALL.to_raw(Span(start=start, end=end))

    assert (found and (found.start, found.end)) == raw


@settings(deadline=None)
@given(st.lists(st.integers(1, 6), min_size=1))
def test_joining_into_runs_loses_nothing(widths):
    places = [(i, sum(widths[:i]), sum(widths[: i + 1])) for i in range(len(widths))]
    made = OffsetMap.of(places)

    spans = [made.to_raw(Span(start=i, end=i + 1)) for i in range(len(widths))]

    assert [(i, s.start, s.end) for i, s in enumerate(spans)] == places
