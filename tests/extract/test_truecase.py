"""Texts in capitals, or in none, get ordinary letters; every letter keeps its place."""

import pytest

from dateline.extract.language import load_language
from dateline.extract.truecase import Casing
from dateline.pipeline import read


@pytest.fixture(scope="module")
def casing():
    return Casing(load_language())


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "THE ARMY SAID TODAY THAT REBELS SHELLED THE HOME OF MAYOR OSKARO TULIAN.",
            "The army said today that rebels shelled the home of mayor Oskaro Tulian.",
        ),
        ("POLICE FOUND A BOMB IN BOGOTA ON 3 MAY.", "Police found a bomb in Bogota on 3 May."),
        ("IT MAY RAIN.  FARMERS HOPE SO.", "It may rain.  Farmers hope so."),
        (
            "THE ANDURAN PEOPLE'S FRONT [XPRF] DENIED IT.",
            "The Anduran people's front [XPRF] denied it.",
        ),
        ("the peruvian police held ten men.", "The Peruvian police held ten men."),
    ],
)
def test_letters_follow_the_word(casing, written, expected):
    assert casing.of(written) == expected


def test_ordinary_text_is_left_alone(casing):
    text = "Soldiers of the UN left Derna on Monday."
    assert casing.of(text) == text


def test_length_never_changes(casing):
    text = "DİYARBAKIR, 4 MAY: THE STRASSE WAS CLOSED BY MEN IN ẞTRANGE MASKS."
    assert len(casing.of(text)) == len(text)


def test_a_report_in_capitals_is_read_and_its_quotes_stay_as_printed():
    text = "TROOPS SHELLED THE TOWN OF SLOVIANSK, UKRAINE, ON MONDAY, KILLING NINE PEOPLE."

    record = read(text, published="2024-06-04")

    [event], [figure] = record.events, record.figures
    assert (event.kind, event.place.name, event.place.country) == ("shelling", "Sloviansk", "UKR")
    assert event.evidence[0].quote.isupper()
    assert text[figure.start : figure.end] == figure.quote == "KILLING NINE PEOPLE"
