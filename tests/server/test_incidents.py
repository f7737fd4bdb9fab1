"""Incidents over HTTP: lists, pages, forms, states, changes."""

import pytest

from dateline.records import Query


def listed(client, **filters):
    return client.get("/incidents", params=filters).raise_for_status().json()


def test_a_list_has_both_counters_and_no_parties(ana):
    first = listed(ana, text="Sloviansk")["incidents"][0]

    assert (first["reports"], first["origins"]) == (2, 2)
    assert first["tolls"] == [{"measure": "killed", "low": 4, "best": 4, "high": 5}]
    assert "parties" not in first


def test_pages_follow_each_other_without_gap_or_double(ana):
    whole = [one["id"] for one in listed(ana)["incidents"]]
    first = listed(ana, limit=1)
    second = listed(ana, limit=1, cursor=first["next"])

    assert [page["incidents"][0]["id"] for page in (first, second)] == whole
    assert second["next"] is None


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        pytest.param({"kind": "shelling"}, 2, id="kind"),
        pytest.param({"family": "fire,air"}, 2, id="families"),
        pytest.param({"family": "protest"}, 0, id="another family"),
        pytest.param({"origins": "2"}, 1, id="origins"),
        pytest.param({"box": "37,48.5,38,49"}, 1, id="box"),
        pytest.param({"from": "2024-07-04"}, 0, id="days"),
        pytest.param({"unplaced": "true"}, 0, id="unplaced"),
        pytest.param({"place": "Ukraine"}, 2, id="country"),
    ],
)
def test_filters_hold_alike_in_list_map_and_summary(ana, filters, count):
    drawn = ana.get("/map", params={**filters, "zoom": 9}).json()
    told = ana.get("/summary", params=filters).json()

    assert len(listed(ana, **filters)["incidents"]) == count
    assert sum(feature["count"] for feature in drawn["features"]) == count
    assert told["incidents"] == count


@pytest.mark.parametrize(
    "filters",
    [{"kind": "picnic"}, {"box": "1,2"}, {"from": "soon"}, {"origins": "x"}, {"cursor": "zz"}],
    ids=str,
)
def test_what_makes_no_sense_is_refused_in_words(ana, filters):
    answer = ana.get("/incidents", params=filters)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_the_same_state_is_not_sent_twice(ana):
    tag = ana.get("/incidents").headers["etag"]

    assert ana.get("/incidents", headers={"If-None-Match": tag}).status_code == 304


def test_an_incident_has_its_words_ledger_and_reasons(ana):
    [row] = listed(ana, origins=2)["incidents"]
    whole = ana.get(f"/incidents/{row['id']}").json()

    [toll] = whole["figures"]
    assert [value["hedged"] for value in toll["values"]] == ["5", "4"]
    assert (
        whole["tellings"][0]["event"]["evidence"][0]["quote"] == "Shells hit Sloviansk on the 3rd"
    )
    assert whole["merges"][0]["reasons"]
    assert "2 reports, 2 origins" in whole["citation"]


def test_an_id_that_is_no_more_says_where_to_look(live, ana):
    [row] = live.store.search(Query(origins=2))
    then = {"verdict": "different", "incident": row.id, "events": ["wire/e1", "paper/e1"]}
    ana.post("/judgements", json=then, headers={"If-Match": f'"r{row.revision}"'})
    ana.post("/judgements/undo", json={"numbers": [1]})
    [gone] = [c for c in ana.get("/changes").json()["changes"] if c["kind"] == "removed"]
    answer = ana.get(f"/incidents/{gone['id']}")

    assert answer.status_code == 410
    assert answer.json()["successors"] == [row.id]


def test_changes_go_on_where_they_ended(ana):
    first = ana.get("/changes", params={"limit": 1}).json()
    rest = ana.get("/changes", params={"after": first["next"]}).json()

    assert first["more"]
    assert {c["id"] for c in first["changes"]}.isdisjoint(c["id"] for c in rest["changes"])
    assert ana.get("/changes", params={"after": rest["next"]}).json()["changes"] == []


@pytest.mark.parametrize(("form", "kind"), [("csv", "text/csv"), ("geojson", "geo+json")])
def test_a_list_comes_in_other_forms(ana, form, kind):
    answer = ana.get("/incidents", params={"format": form})

    assert kind in answer.headers["content-type"]
    assert "Sloviansk" in answer.text


def test_every_export_can_be_had(ana):
    formats = ana.get("/exports").json()["formats"]
    answers = {f["name"]: ana.get(f"/export/{f['name']}") for f in formats}

    assert len(answers) >= 11
    assert {name for name, a in answers.items() if a.status_code != 200 or not a.content} == set()


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_a_situation_report_is_drafted(ana, form):
    answer = ana.get("/sitrep", params={"form": form})

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF" if form == "pdf" else b"<!doctype html>")


@pytest.mark.parametrize(
    "path", ["codes", "about", "basemap", "timeline", "figures", "publishers", "reports", "review",
             "watches", "feeds", "arrivals", "warnings", "strikes", "judgements", "tokens"]
)  # fmt: skip
def test_every_view_answers(ana, path):
    assert ana.get(f"/{path}").raise_for_status().json()


@pytest.mark.parametrize(
    "days",
    [
        {"from": "0001-01-01"},
        {"to": "9999-12-31"},
        {"from": "9999-12-31", "to": "0001-01-01"},
        {"from": "1950-01-01", "to": "2150-01-01"},
    ],
    ids=str,
)
def test_a_report_or_a_list_of_warnings_of_all_time_is_refused_or_answered(ana, days):
    assert ana.get("/sitrep", params=days).status_code == 422
    assert ana.get("/warnings", params=days).status_code in (200, 422)
