"""The words that tell of a happening."""

import pytest

from dateline.extract.quoting import quote_clause
from dateline.extract.reading import Reading
from dateline.records import Report


def quoted(parsed, word):
    reading = Reading(Report(id="text", text=parsed.text), parsed)
    return quote_clause(reading, parsed.words.index(word))


@pytest.mark.parametrize(
    ("text", "word", "quote"),
    [
        pytest.param(
            "Rebels shelled the town.", "shelled", "Rebels shelled the town", id="a clause"
        ),
        pytest.param(
            "Rebels shelled the town, killing nine people.",
            "shelled",
            "Rebels shelled the town",
            id="without the clause that follows",
        ),
        pytest.param(
            "Rebels shelled the town, but soldiers held the bridge.",
            "shelled",
            "Rebels shelled the town",
            id="without the other clause",
        ),
        pytest.param(
            "Rebels shelled the town, the mayor said.",
            "shelled",
            "Rebels shelled the town",
            id="without the saying of it",
        ),
        pytest.param(
            "The mayor said rebels shelled the town.",
            "shelled",
            "rebels shelled the town",
            id="without the saying before it",
        ),
        pytest.param(
            "Soldiers and policemen shelled the town.",
            "shelled",
            "Soldiers and policemen shelled the town",
            id="with all its doers",
        ),
        pytest.param(
            "The shelling of the town killed nine people.",
            "shelling",
            "The shelling of the town",
            id="a phrase",
        ),
        pytest.param(
            "Rebels launched an attack on the town.",
            "attack",
            "Rebels launched an attack on the town",
            id="a phrase with the verb that carries it",
        ),
        pytest.param("The blast.", "blast", "The blast", id="without the full stop"),
    ],
)
def test_a_clause_is_quoted(parse, text, word, quote):
    assert quoted(parse(text), word).quote == quote


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Rebels shelled the town.", "shelled", id="short"),
        pytest.param("The town that rebels shelled, and took, is empty.", "shelled", id="inside"),
        pytest.param("“Rebels shelled us,” the mayor said.", "shelled", id="in quotation marks"),
        pytest.param(f"Rebels shelled {'Goma, ' * 60}Bukavu.", "shelled", id="a long list"),
    ],
)
def test_a_quote_is_exact_and_holds_its_trigger(parse, text, word):
    parsed = parse(text)
    quote = quoted(parsed, word)

    assert text[quote.start : quote.end] == quote.quote
    assert word in quote.quote


def test_a_list_does_not_swell_a_quote(parse):
    parsed = parse(f"Rebels shelled {'Goma, ' * 60}Bukavu.")

    assert len(quoted(parsed, "shelled").quote.split()) <= 45
