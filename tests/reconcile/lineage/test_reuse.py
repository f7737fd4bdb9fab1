"""How much of a text is in another, whatever was cut, edited or moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reconcile.lineage import fingerprints, shares
from tests.reconcile.lineage.texts import (
    CUT,
    EDITED,
    FRAMED,
    INDEPENDENT,
    PARAGRAPHS,
    QUOTED_AGAIN,
    QUOTED_ONCE,
    REORDERED,
    STORY,
    UNRELATED,
)
from tests.reconcile.made import make_report


def shared(one, other):
    return shares(make_report("r1", text=one), make_report("r2", text=other))


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(STORY, id="whole"),
        pytest.param(CUT, id="cut"),
        pytest.param(REORDERED, id="reordered"),
        pytest.param(STORY.upper(), id="in capitals"),
        pytest.param(STORY.replace("\n\n", " "), id="in one paragraph"),
        pytest.param(STORY.replace(",", " -"), id="with other stops"),
    ],
)
def test_a_copy_shares_nearly_all(copy):
    assert shared(STORY, copy) > 0.8


@pytest.mark.parametrize(
    "copy", [pytest.param(EDITED, id="edited"), pytest.param(FRAMED, id="with a head of its own")]
)
def test_an_edited_copy_shares_much(copy):
    assert shared(STORY, copy) > 0.3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(STORY, INDEPENDENT, id="of the same morning"),
        pytest.param(STORY, UNRELATED, id="of another matter"),
        pytest.param(QUOTED_ONCE, QUOTED_AGAIN, id="with a long quotation in common"),
    ],
)
def test_independent_texts_share_next_to_nothing(one, other):
    assert shared(one, other) < 0.05


@pytest.mark.parametrize(
    "text", ["", "Four words, no more", "“Only a quotation, nothing else here.”"]
)
def test_a_text_without_words_of_its_own_shares_nothing(text):
    assert shared(text, STORY) == 0.0


PIECES = st.lists(st.sampled_from([*PARAGRAPHS, INDEPENDENT, UNRELATED]), min_size=1, max_size=9)


@given(PIECES, PIECES)
def test_a_share_is_the_same_from_either_side(one, other):
    left, right = " ".join(one), " ".join(other)

    assert shared(left, right) == shared(right, left)
    assert 0.0 <= shared(left, right) <= 1.0


@given(PIECES)
def test_a_text_shares_all_with_itself(pieces):
    assert shared(" ".join(pieces), " ".join(pieces)) == 1.0


@given(st.permutations(PARAGRAPHS))
def test_the_order_of_paragraphs_does_not_matter_much(paragraphs):
    assert shared(STORY, "\n\n".join(paragraphs)) > 0.8


def test_fingerprints_are_signed_64_bit_numbers_in_order():
    found = fingerprints(make_report(text=STORY))

    assert list(found) == sorted(set(found))
    assert all(-(2**63) <= number < 2**63 for number in found)


def test_a_long_text_is_kept_in_a_fraction_of_its_words():
    words = [f"{first}{second}" for first in "abcdefghij" for second in "klmnopqrst" * 10]
    text = " ".join(f"{word}{number}" for number, word in enumerate(words))

    assert len(fingerprints(make_report(text=text))) < len(words) / 2
