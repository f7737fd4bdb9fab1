"""Whose words are whose, and who decided what, without looking at everything each time."""

from dataclasses import replace

import pytest

from dateline.keeping import showing
from dateline.keeping.changing import remove
from dateline.server.tracing import Tracer
from dateline.store import open_store
from tests.keeping.made import add, make_record

WIRE = make_record("wire", "Sloviansk", dead=4)
COPY = replace(WIRE, report=replace(WIRE.report, id="zcopy", publisher="Copyville Mail"))
RADIO = make_record("radio", "Pokrovsk")


@pytest.fixture
def store():
    """Keep a report and another one of elsewhere."""
    with open_store(":memory:") as opened:
        add(opened, WIRE, RADIO)
        yield opened


@pytest.fixture
def asked(monkeypatch):
    """Note which reports are traced."""
    seen: list[str] = []
    plain = showing.trace

    def noted(reading, record):
        seen.append(record.report.id)
        return plain(reading, record)

    monkeypatch.setattr(showing, "trace", noted)
    return seen


def test_only_what_is_near_a_change_is_traced_anew(store, asked):
    tracer = Tracer()
    tracer.traced(store)
    asked.clear()
    tracer.traced(store)
    nothing = list(asked)
    add(store, COPY)
    found = tracer.traced(store)

    assert nothing == []
    assert sorted(asked) == ["wire", "zcopy"]
    assert found["zcopy"].taken_from == ("wireville Herald",)


def test_what_is_kept_is_what_would_be_found_anew(store):
    tracer = Tracer()
    tracer.traced(store)
    add(store, COPY, make_record("late", "Pokrovsk", dead=2))
    both = dict(tracer.traced(store)), dict(Tracer().traced(store))
    with store.writing() as write:
        remove(write, "wire")
    after = dict(tracer.traced(store)), dict(Tracer().traced(store))

    assert both[0] == both[1]
    assert after[0] == after[1]
    assert after[0]["zcopy"].taken_from == ()


def test_the_log_goes_back_page_by_page_and_tells_what_stands(live, ana):
    ids = [row["id"] for row in ana.get("/incidents").json()["incidents"]]
    for reason in ("one", "two", "three"):
        given = {"verdict": "comment", "incident": ids[0], "reason": reason}
        ana.post("/judgements", json=given, headers={"If-Match": "*"}).raise_for_status()
    ana.post("/judgements/undo", json={"numbers": [2]}).raise_for_status()
    with live.visitor("ben") as ben:
        given = {"verdict": "comment", "incident": ids[0], "reason": "four"}
        ben.post("/judgements", json=given, headers={"If-Match": "*"}).raise_for_status()
    first = ana.get("/judgements", params={"author": "ana", "limit": 2}).json()
    rest = ana.get("/judgements", params={"author": "ana", "cursor": first["next"]}).json()
    told = [(j["number"], j["standing"]) for page in (first, rest) for j in page["judgements"]]

    assert told == [(4, False), (3, True), (2, False), (1, True)]
    assert rest["next"] is None
