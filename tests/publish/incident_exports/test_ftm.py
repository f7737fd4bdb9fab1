"""FollowTheMoney entities."""

import json
from dataclasses import replace

import pytest

from dateline.records import Party
from tests.publish.incident_exports.made import coded, incidents, shelling, written

# The properties that FollowTheMoney's schemata have, of those that are written.
PROPERTIES = {
    "Event": "name recordId startDate endDate location country keywords notes sourceUrl publisher "
    "involved proof",
    "Article": "name title publisher publishedAt sourceUrl",
    "Person": "name country",
    "Organization": "name country",
    "PublicBody": "name country",
}


def entities(*given):
    return [json.loads(line) for line in written("ftm", *given).splitlines()]


def named(schema, *given):
    return [e["properties"]["name"][0] for e in entities(*given) if e["schema"] == schema]


@pytest.mark.parametrize("entity", entities(*incidents()))
def test_properties_are_lists_of_words_that_the_schema_has(entity):
    assert set(entity["properties"]) <= set(PROPERTIES[entity["schema"]].split())
    assert all(isinstance(v, str) for values in entity["properties"].values() for v in values)
    assert entity["properties"]["name"]


def test_an_entity_is_written_once():
    ids = [entity["id"] for entity in entities(*incidents())]

    assert len(ids) == len(set(ids))


def test_links_lead_to_entities_that_are_written():
    found = entities(*incidents())
    ids = {entity["id"] for entity in found}
    links = [e["properties"].get(p, []) for e in found for p in ("involved", "proof")]

    assert {id_ for linked in links for id_ in linked} <= ids


@pytest.mark.parametrize(
    ("party", "schema"),
    [
        pytest.param(Party(name="Russian army", role="MIL"), "PublicBody", id="army"),
        pytest.param(Party(name="Oleh Hryn", role="GOV"), "Person", id="official"),
        pytest.param(Party(name="Red Cross", role="NGO"), "Organization", id="other"),
        pytest.param(Party(name="gunmen", role="REB"), None, id="no name"),
        pytest.param(Party(name="Salma Aref", role="MED"), None, id="private person"),
        pytest.param(Party(name="Salma Aref", role="CVL"), None, id="civilian"),
    ],
)
def test_a_named_party_is_an_entity(party, schema):
    found = entities(replace(shelling(), actors=(party,), targets=()))
    parties = [e["schema"] for e in found if e["schema"] not in ("Event", "Article")]

    assert parties == ([schema] if schema else [])


def test_what_did_not_take_place_is_no_event():
    assert entities(coded("shelling", factuality="denied")) == []


def test_an_event_says_when_where_and_how_many():
    [event] = [e for e in entities(shelling()) if e["schema"] == "Event"]

    assert event["id"] == f"dateline-{shelling().id}"
    assert event["properties"]["startDate"] == ["2024-07-03"]
    assert event["properties"]["country"] == ["ua"]
    assert event["properties"]["notes"][0] == "killed: 4 to 5, best 5"
