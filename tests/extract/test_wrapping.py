"""Lines of wrapped text are put together again; lines that stand alone are left alone."""

import textwrap

import pytest

import dateline
from dateline.extract.wrapping import unwrapped

STORY = (
    "Russian shelling killed at least four people in the city of Kharkiv on Monday, the regional"
    " governor said. Two homes were destroyed in Derhachi, north of the city, when drones struck"
    " a row of houses there during the night."
)
HEADLINE = "Shells and drones hit Kharkiv and Derhachi"


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_text_is_put_together(width, end):
    wrapped = textwrap.fill(STORY, width).replace("\n", end)

    assert unwrapped(wrapped).split() == STORY.split()
    assert "\n" not in unwrapped(wrapped).replace(f".{end}", ". ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEADLINE}\n{textwrap.fill(STORY, 72)}", id="a headline above the story"),
        pytest.param(f"{HEADLINE}\n\n{STORY}", id="a blank line"),
        pytest.param("Seized in Sebha:\nfour rifles\ntwo pistols\na lorry", id="a list"),
        pytest.param(f"{STORY}\nTwo died.\n{STORY}", id="lines that end with a stop"),
    ],
)
def test_a_line_that_stands_alone_stays_alone(text):
    first = text.index("\n")

    assert unwrapped(text)[: first + 1] == text[: first + 1]
    assert len(unwrapped(text)) == len(text)


def test_a_wrapped_report_is_read_like_one_of_long_lines():
    (plain, *_), (wrapped, *_) = (
        dateline.read(text, published="2024-06-03").events
        for text in (STORY, textwrap.fill(STORY, 72))
    )

    assert wrapped.place == plain.place
    assert wrapped.targets == plain.targets
    assert " ".join(wrapped.evidence[0].quote.split()) == plain.evidence[0].quote
