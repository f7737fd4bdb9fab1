"""Words of a report, safe to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.publish.prose import listed, on_one_line


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("two\nlines", "two lines", id="line break"),
        pytest.param("red \x1b[31malert", "red [31malert", id="escape sequence"),
        pytest.param("left\u202eright", "leftright", id="turned around"),
        pytest.param("Мелітополь – “так”", "Мелітополь – “так”", id="ordinary letters"),
    ],
)
def test_control_codes_and_line_breaks_are_taken_out(words, shown):
    assert on_one_line(words) == shown


@given(st.text())
def test_nothing_shown_can_drive_a_terminal(words):
    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in on_one_line(words))


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["army"], "army", id="one"),
        pytest.param(["army", "police"], "army and police", id="two"),
        pytest.param(["army", "police", "mayor"], "army, police and mayor", id="three"),
        pytest.param(["army", "army"], "army", id="twice the same"),
    ],
)
def test_names_are_joined_as_in_a_sentence(names, sentence):
    assert listed(names) == sentence
