"""Quotations in every style of mark, and what only looks like one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.quotations import find_quotations


def quoted(parse, text):
    doc = parse(text)
    return [doc.words_of(q.first, q.end) for q in find_quotations(doc)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param('"We stayed," he said.', ["We stayed,"], id="straight"),
        pytest.param("“We stayed,” he said.", ["We stayed,"], id="curly"),
        pytest.param("«We stayed», he said.", ["We stayed"], id="guillemets"),
        pytest.param("„We stayed“, he said.", ["We stayed"], id="low opening"),
        pytest.param("‘We stayed,’ he said.", ["We stayed,"], id="single curly"),
        pytest.param("'We stayed,' he said.", ["We stayed,"], id="single straight"),
        pytest.param("“A ‘small’ fire,” he said.", ["A ‘small’ fire,"], id="nested"),
        pytest.param('"One." She wept. "Two."', ["One.", "Two."], id="two"),
        pytest.param("“It began.\n\n“It went on.”", ["It began.", "It went on."], id="paragraphs"),
    ],
)
def test_marks_enclose_a_quotation(parse, text, inside):
    assert quoted(parse, text) == inside


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The army's men don't answer.", id="apostrophes"),
        pytest.param("The soldiers' homes burned in Derna's old town.", id="plural possessive"),
        pytest.param("A 5' wall stood there.", id="feet"),
    ],
)
def test_an_apostrophe_opens_nothing(parse, text):
    assert quoted(parse, text) == []


def test_a_mark_left_open_ends_with_its_paragraph(parse):
    doc = parse("“We ran to the river\n\nNobody followed.")

    [quotation] = find_quotations(doc)

    assert doc.words_of(quotation.first, quotation.end) == "We ran to the river"
    assert not quotation.closed


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .,'’‘\"“”«»\n", max_size=60))
def test_quotations_are_ordered_and_lie_in_the_text(parse, text):
    doc = parse(text)

    found = find_quotations(doc)

    assert all(0 <= q.first < q.end <= len(doc) for q in found)
    assert all(a.end <= b.first for a, b in pairwise(found))
