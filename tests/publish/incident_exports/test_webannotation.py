"""Web Annotations that find their words again."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import validate

from tests.publish.incident_exports.made import FIRST, PRIVATE, SECOND, incidents, shelling, written

SCHEMA = json.loads((Path(__file__).parent / "webannotation.schema.json").read_text())
TEXTS = {"https://courier.example/1": FIRST, "urn:dateline:report:r2": SECOND}


def annotations(*given):
    return [json.loads(line) for line in written("webannotation", *given).splitlines()]


def selectors(annotation, kind):
    return [s for s in annotation["target"]["selector"] if s["type"] == kind]


@pytest.mark.parametrize("annotation", annotations(*incidents()))
def test_each_is_an_annotation_of_the_model(annotation):
    validate(annotation, SCHEMA)


def test_ids_are_unique():
    ids = [annotation["id"] for annotation in annotations(*incidents())]

    assert len(ids) == len(set(ids))


def test_every_quote_figure_and_claim_has_one():
    told = [annotation["id"].rpartition(":r")[2] for annotation in annotations(shelling())]

    assert told == [
        "1/e1:evidence:46-79",
        "1/e1:figure:f1",
        "1/e1:claim:c1",
        "2/e1:evidence:0-30",
        "2/e1:figure:f1",
        "2/e1:figure:f2",
    ]


@pytest.mark.parametrize("annotation", annotations(shelling()))
def test_words_and_position_find_the_same_stretch(annotation):
    text = TEXTS[annotation["target"]["source"]]
    [place] = selectors(annotation, "TextPositionSelector")
    found = text[place["start"] : place["end"]]

    for words in selectors(annotation, "TextQuoteSelector"):
        assert words["exact"] == found
        assert words["prefix"] + words["exact"] + words["suffix"] in text
        assert text[: place["start"]].endswith(words["prefix"])
    assert annotation["target"]["sha256"] == sha256(text.encode()).hexdigest()


def test_words_with_a_private_name_are_given_by_their_position_alone():
    [figure] = [a for a in annotations(shelling()) if a["id"].endswith("r1/e1:figure:f1")]
    [place] = selectors(figure, "TextPositionSelector")

    assert PRIVATE in FIRST[place["start"] : place["end"]]
    assert selectors(figure, "TextQuoteSelector") == []


def test_a_figure_is_said_in_words():
    bodies = [annotation["body"][-1] for annotation in annotations(shelling())]

    assert [body["value"] for body in bodies if body["purpose"] == "describing"] == [
        "at least 4 killed",
        "Oleh Hryn asserts",
        "5 killed",
        "12 injured",
    ]
