"""A feed of alerts over HTTP: news, what was changed, and what is no more."""

import xml.etree.ElementTree as ET

import pytest

from dateline.records import Query
from tests.keeping.made import add, make_record

CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"


@pytest.fixture
def feed(ana):
    """Fetch the alerts of a watch for everything, by the incident they are about."""
    made = ana.post("/watches", json={"name": "All", "channel": "cap"}).json()["watch"]

    def fetched():
        root = ET.fromstring(ana.get(made["addresses"]["cap"]).content)  # noqa: S314  our own
        told = ({part.tag.removeprefix(CAP): part.text for part in alert if part.text}
                for alert in root.iter(f"{CAP}alert"))  # fmt: skip
        return {alert["incidents"]: alert for alert in told}

    return fetched


def test_the_first_message_is_an_alert_and_stays_as_it_is(feed):
    first, second = feed(), feed()

    assert {alert["msgType"] for alert in first.values()} == {"Alert"}
    assert all("references" not in alert for alert in first.values())
    assert first == second


def test_what_was_changed_is_updated_with_reference_to_each_earlier_message(live, feed):
    [row] = live.store.search(Query(text="Pokrovsk"))
    first = feed()[row.id]
    add(live.store, make_record("zine", "Pokrovsk", dead=2))
    second = feed()[row.id]
    add(live.store, make_record("zulu", "Pokrovsk", dead=3))
    third = feed()[row.id]
    names = [f"{a['sender']},{a['identifier']},{a['sent']}" for a in (first, second)]

    assert [a["msgType"] for a in (first, second, third)] == ["Alert", "Update", "Update"]
    assert second["references"] == names[0]
    assert third["references"].split() == names


@pytest.fixture
def split(live, ana, feed):
    """Take an incident apart, and join it again: the one made of its event is no more."""
    [row] = live.store.search(Query(origins=2))
    then = {"verdict": "different", "incident": row.id, "events": ["wire/e1", "paper/e1"]}
    kept = ana.post("/judgements", json=then, headers={"If-Match": "*"}).json()
    told = feed()
    ana.post("/judgements/undo", json={"numbers": [j["number"] for j in kept["judgements"]]})
    [gone] = set(told) - {one.id for one in live.store.search(Query())}
    return told[gone]


def test_what_is_no_more_is_cancelled(feed, split):
    last = feed()[split["incidents"]]

    assert last["msgType"] == "Cancel"
    assert last["references"] == f"{split['sender']},{split['identifier']},{split['sent']}"
    assert last["status"] == "Test"


def test_what_became_sensitive_is_cancelled(live, ana, feed):
    [row] = live.store.search(Query(text="Pokrovsk"))
    feed()
    hidden = {"verdict": "sensitive", "incident": row.id, "value": "yes"}
    ana.post("/judgements", json=hidden, headers={"If-Match": "*"}).raise_for_status()

    assert feed()[row.id]["msgType"] == "Cancel"


def test_no_message_is_ever_an_actual_warning(live, feed, split):
    add(live.store, make_record("zine", "Pokrovsk", dead=2))
    told = feed().values()

    assert split
    assert {alert["msgType"] for alert in told} >= {"Update", "Cancel"}
    assert {(a["status"], a["scope"], a["note"]) for a in told} == {
        ("Test", "Restricted", "derived from news reports; not an official warning")
    }


def test_a_watch_that_ends_leaves_nothing_behind(live, ana, feed):
    from dateline.keeping.watching import Told

    feed()
    count = live.store.shelf(Told).count()
    for watch in ana.get("/watches").json()["watches"]:
        ana.delete(f"/watches/{watch['id']}")

    assert count == 2
    assert live.store.shelf(Told).count() == 0
