"""Reviewing over HTTP: decisions hold, are undone, and never run over each other."""

import pytest

from dateline.records import Query


@pytest.fixture
def row(live):
    """Give the incident of two reports."""
    [found] = live.store.search(Query(origins=2))
    return found


def decide(client, row, *, seen=None, **decision):
    headers = {"If-Match": seen or f'"r{row.revision}"'}
    body = {"incident": row.id, "reason": "seen on film", **decision}
    return client.post("/judgements", json=body, headers=headers)


def toll(client, id_):
    [found] = client.get(f"/incidents/{id_}").json()["figures"]
    return [(value["low"], value["high"]) for value in found["values"]]


def test_a_figure_is_corrected_by_its_words_and_the_machines_is_kept(live, ana, row):
    text = live.store.report("wire").report.text
    start = text.index("Shells")
    kept = decide(
        ana, row, verdict="correct", event="wire/e1", field="figure", figure="f1",
        value={"measure": "killed", "low": 9, "high": 9}, quote={"start": start, "end": start + 6},
    ).raise_for_status().json()  # fmt: skip

    assert toll(ana, row.id) == [(5, 5), (9, 9)]
    assert kept["incident"] == row.id
    assert kept["judgements"][0]["old"]["low"] == 4
    assert live.store.report("wire", as_coded=True).figures[0].low == 4
    assert live.store.report("wire").figures[0].basis[0].rule == "corrected by ana"


def test_undo_brings_back_what_was_and_undoing_that_brings_it_again(ana, row):
    value = {"measure": "killed", "low": 9, "high": 9}
    kept = decide(ana, row, verdict="correct", event="wire/e1", field="figure", figure="f1",
                  value=value).json()  # fmt: skip
    undo = ana.post("/judgements/undo", json={"numbers": [kept["judgements"][0]["number"]]}).json()
    back = toll(ana, row.id)
    ana.post("/judgements/undo", json={"numbers": [undo["judgements"][0]["number"]]})

    assert back == [(5, 5), (4, 4)]
    assert toll(ana, row.id) == [(5, 5), (9, 9)]


def test_a_place_is_corrected_and_the_id_stays(ana, row):
    value = {"name": "Kramatorsk", "country": "UKR", "lat": 48.74, "lon": 37.58}
    for event in ("wire/e1", "paper/e1"):
        fresh = ana.get(f"/incidents/{row.id}").headers["etag"]
        decide(ana, row, seen=fresh, verdict="correct", event=event, field="place", value=value)

    whole = ana.get(f"/incidents/{row.id}").json()
    assert (whole["place"], whole["title"]) == ("Kramatorsk", "Shelling, Kramatorsk")


def test_two_analysts_never_overwrite_each_other_silently(live, ana, row):
    with live.visitor("ben") as ben:
        first = decide(ana, row, verdict="grade", value="confirmed")
        second = decide(ben, row, verdict="grade", value="weak")

    assert first.status_code == 201
    assert second.status_code == 412
    assert second.json()["changed_by"] == "ana"
    assert "graded confirmed" in second.json()["changes"][0]
    assert live.store.search(Query(origins=2))[0].grade == "confirmed"


def test_a_decision_names_the_state_it_was_made_on(ana, row):
    answer = ana.post("/judgements", json={"verdict": "comment", "incident": row.id})

    assert answer.status_code == 428


def test_split_and_merge_are_each_undone_as_one(live, ana, row):
    split = decide(ana, row, verdict="split", event="paper/e1").json()
    apart = len(live.store.search(Query()))
    ana.post("/judgements/undo", json={"numbers": [j["number"] for j in split["judgements"]]})

    assert (apart, len(live.store.search(Query()))) == (3, 2)


def test_two_incidents_are_merged_and_held_apart_for_good(live, ana, row):
    [radio] = [r for r in live.store.search(Query()) if r.id != row.id]
    both = [row.id, radio.id]
    merged = decide(ana, row, verdict="same", incidents=both)
    count = len(live.store.search(Query()))

    assert merged.status_code == 201
    assert count == 1


def test_what_is_accepted_leaves_the_queue(live, ana):
    before = ana.get("/review").json()
    [doubtful] = live.store.search(Query(order="doubt"))
    decide(ana, doubtful, verdict="accept")
    after = ana.get("/review").json()

    assert after["left"] == before["left"] - 1
    assert after["done_today"] >= 1


def test_what_is_sensitive_is_seen_by_analysts_alone(live, ana, row):
    decide(ana, row, verdict="sensitive", value="yes").raise_for_status()
    with live.visitor("rita", "reader") as rita:
        seen = [one["id"] for one in rita.get("/incidents").json()["incidents"]]
        refused = rita.get(f"/incidents/{row.id}"), rita.get("/reports/wire")
        total = rita.get("/summary").json()["incidents"]

    assert row.id not in seen
    assert [answer.status_code for answer in refused] == [403, 403]
    assert total == len(seen)
    assert ana.get(f"/incidents/{row.id}").json()["sensitive"]


def test_readers_decide_nothing(live, row):
    with live.visitor("rita", "reader") as rita:
        assert decide(rita, row, verdict="accept").status_code == 403


@pytest.mark.parametrize(
    "decision",
    [
        {"verdict": "applaud"},
        {"verdict": "grade", "value": "splendid"},
        {"verdict": "correct", "event": "wire/e1", "field": "mood", "value": "x"},
        {"verdict": "correct", "event": "wire/e1", "field": "kind", "value": "picnic"},
        {"verdict": "correct", "event": "wire/e1", "field": "figure", "figure": "f9"},
        {"verdict": "correct", "event": "wire/e1", "field": "figure", "figure": "f1",
         "value": {"measure": "killed", "low": 9, "high": 3}},
        {"verdict": "reject", "event": "radio/e1"},
    ],
    ids=lambda decision: " ".join(map(str, decision.values())),
)  # fmt: skip
def test_a_decision_that_makes_no_sense_changes_nothing(live, ana, row, decision):
    answer = decide(ana, row, **decision)

    assert answer.status_code in (404, 422)
    assert live.store.judgements() == ()


def test_words_that_were_selected_are_read(ana):
    text = ana.get("/reports/wire").json()["text"]
    start = text.index("killed 4")
    given = {"field": "figure", "start": start, "end": start + len("killed 4")}
    [first, *_] = ana.post("/reports/wire/suggest", json=given).json()["suggestions"]

    assert (first["value"]["measure"], first["value"]["low"]) == ("killed", 4)


def test_a_report_names_the_state_that_a_correction_is_made_on(ana, row):
    held = ana.get("/reports/wire").json()["incidents"]["e1"]

    assert held["id"] == row.id
    assert held["etag"] == ana.get(f"/incidents/{row.id}").headers["etag"]
