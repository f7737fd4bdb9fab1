import time
from contextlib import suppress

import pytest

from dateline.errors import UnreadableReportError
from dateline.ingest.acceptance import accept, accept_name, is_fit
from dateline.ingest.options import ReadOptions

UKRAINIAN = (
    "Двоє людей загинули внаслідок обстрілу міста в понеділок, повідомив губернатор області."
)
FRENCH = "Deux personnes ont été tuées lundi dans le bombardement d'un marché, a dit le gouverneur."
ARABIC = (
    "قتل شخصان وأصيب خمسة آخرون في قصف على سوق في المدينة يوم الاثنين بحسب ما أعلن الحاكم في بيان"
)
INDONESIAN = (
    "Dua orang tewas pada hari Senin ketika mortir menghantam pasar di kota itu, kata gubernur."
)
LIMITS = ReadOptions(max_characters=1_000_000)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Two people were killed in Goma on Monday.", id="one sentence"),
        pytest.param("Goma, Bukavu, Uvira, Kalemie", id="too short to tell the language"),
        pytest.param(
            "SHELLS HIT THE PORT OF HODEIDAH ON FRIDAY, A MEDIC SAID, AND SIX DIED. " * 5, id="caps"
        ),
        pytest.param(
            "1 | Horlivka | 3 km E | explosions, outgoing | 14 | mortar\n" * 20, id="table"
        ),
        pytest.param(
            f"The mayor of the town, a man of few words, spoke in French to the press: {FRENCH}",
            id="English with a foreign quotation",
        ),
        pytest.param(
            "the army and the rebels fought on " * 400 + ". It was the end of it.",
            id="long sentence",
        ),
    ],
)
def test_english_texts_are_accepted(text):
    assert accept(text, LIMITS) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", "is empty", id="empty"),
        pytest.param(" \n\t\u2003\n", "nothing but white space", id="white space"),
        pytest.param("1234 5678 !!!", "no words", id="digits"),
        pytest.param("a1 " + "7777777 " * 50, "no running text", id="numbers"),
        pytest.param("cut \ud83d here", "half of a character", id="lone surrogate"),
        pytest.param("word " * 100_000, "100,000 words without a stop", id="endless sentence"),
        pytest.param(
            f"See {'x' * 3_000} there", "3,000 characters without white", id="endless word"
        ),
        pytest.param(UKRAINIAN, "language 'uk'", id="Ukrainian"),
        pytest.param(FRENCH, "language 'fr'", id="French"),
        pytest.param(ARABIC, "language 'ar'", id="Arabic"),
        pytest.param(INDONESIAN, "language 'id'", id="Indonesian"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(text, reason):
    with pytest.raises(UnreadableReportError, match=reason):
        accept(text, LIMITS)


def test_the_limit_on_characters_is_an_option():
    with pytest.raises(UnreadableReportError, match=r"more than the 10 .*max_characters"):
        accept("Two died in Goma.", ReadOptions(max_characters=10))


def test_any_language_is_read_on_request():
    assert accept(UKRAINIAN, ReadOptions(any_language=True)) is None


@pytest.mark.parametrize("unit", ["word ", "x", "Two. ", "a\n", "( ", "\u200f"])
def test_a_judgement_takes_no_longer_than_the_text_is_long(unit):
    begun = time.perf_counter()

    with suppress(UnreadableReportError):
        accept(unit * 200_000, LIMITS)

    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        pytest.param("ta01", True, id="letters"),
        pytest.param("desk/2024 05/Донецьк", True, id="slashes, blanks, any script"),
        pytest.param("https://example.org/" + "a" * 1900, True, id="a long address"),
        pytest.param("https://example.org/" + "a" * 3000, False, id="one without end"),
        pytest.param("a\x00b", False, id="a null"),
        pytest.param("a\nb", False, id="a line break"),
        pytest.param("\u202ecba", False, id="turned around"),
        pytest.param(" ", False, id="a blank"),
    ],
)
def test_a_name_must_be_one_that_can_be_found_again(name, fit):
    assert is_fit(name) is fit


def test_a_name_that_is_not_fit_is_refused_with_the_reason():
    with pytest.raises(UnreadableReportError, match=r"has an id that .* control characters"):
        accept_name("a\x00b", "id")
