"""JSON Lines: all of an incident but the texts."""

import json
from dataclasses import replace

import pytest

from tests.publish.incident_exports.made import FIRST, incidents, shelling, written


def line(incident):
    return json.loads(written("jsonl", incident))


def with_text(incident, text):
    """Change the full text of every report, and nothing that is read from it."""
    tellings = (replace(t, report=replace(t.report, text=text)) for t in incident.tellings)
    return replace(incident, tellings=tuple(tellings))


def test_one_incident_a_line():
    lines = written("jsonl", *incidents()).splitlines()

    assert [json.loads(line)["id"] for line in lines] == [i.id for i in incidents()]


def test_the_full_texts_are_not_in_it():
    assert written("jsonl", with_text(shelling(), "")) == written("jsonl", shelling())


def test_offsets_find_the_words_of_a_quote():
    [quote] = line(shelling())["events"][0]["evidence"]

    assert FIRST[quote["start"] : quote["end"]] == quote["quote"]


def test_a_withheld_name_keeps_its_offsets():
    [figure] = line(shelling())["events"][0]["figures"]

    assert figure["quote"] == "at least four people, among them [name withheld]"
    assert FIRST[figure["start"] : figure["end"]].endswith("Salma Aref")


@pytest.mark.parametrize(
    "field",
    "lineages figures checks grade protected part_of parts merges lookalikes judgements".split(),
)
def test_what_the_record_knows_is_in_it(field):
    assert field in line(shelling())


def test_the_ledger_names_the_owner_of_each_value():
    [killed] = [toll for toll in line(shelling())["figures"] if toll["measure"] == "killed"]

    assert [(v["figure"], v["low"], v["standing"]) for v in killed["values"]] == [
        ("r1/f1", 4.0, True),
        ("r2/f1", 5.0, True),
    ]


def test_reports_are_headings():
    assert line(shelling())["reports"][1] == {
        "id": "r2",
        "title": None,
        "publisher": "Wire",
        "published": "2024-07-05",
        "credits": [],
        "language": None,
        "url": None,
    }
