import pytest

from dateline.extract.genre_paragraphs import find_paragraphs
from dateline.extract.structure import find_blocks


def paragraphs(parse, text):
    parsed = parse(text)
    found = find_paragraphs(parsed, find_blocks(text, title=text.partition("\n")[0]))
    spans = [(parsed.sents[part.first][0], parsed.sents[part.end - 1][1]) for part in found]
    return [parsed.words_of(*span).strip().split()[0] for span in spans]


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        pytest.param(
            "Fire in Lugo\n\nOne died. Two fled.\n\nRain fell.",
            ["Fire", "One", "Rain"],
            id="blank lines part paragraphs",
        ),
        pytest.param(
            "Fire in Lugo\nOne died.\nRain fell.",
            ["Fire", "One", "Rain"],
            id="so do lines that end with a stop",
        ),
        pytest.param(
            "Fire in Lugo\n\nThe roof of the old market hall burnt down on Sunday\n"
            "and nobody knew why, for the doors had been locked.",
            ["Fire", "The"],
            id="a wrapped line goes on",
        ),
    ],
)
def test_lines_make_paragraphs(parse, text, openings):
    assert paragraphs(parse, text) == openings


def test_paragraphs_cover_every_sentence_once(parse):
    text = "Fire in Lugo\n\nOne died. Two fled.\n\nWeather\n\nRain fell. It was cold."
    parsed = parse(text)

    parts = find_paragraphs(parsed, find_blocks(text, title="Fire in Lugo"))

    assert [n for part in parts for n in range(part.first, part.end)] == list(
        range(len(parsed.sents))
    )
