"""Official warnings over HTTP: what is unknown by region, and what they were worth to a strike."""

import pytest

from dateline.records import Query

HEAD = "oblast,hromada,started_at,finished_at\n"
ON_THE_DAY = "Donetsk Oblast,,2024-07-02T20:00:00Z,2024-07-04T01:00:00Z\n"
LATER = "Donetsk Oblast,,2024-07-09T05:00:00Z,2024-07-09T06:00:00Z\n"
AROUND = "Donetsk Oblast,Pokrovsk,2024-07-02T20:00:00Z,2024-07-04T01:00:00Z\n"
ELSEWHERE = "Lviv Oblast,,2024-07-02T20:00:00Z,2024-07-09T01:00:00Z\n"


@pytest.fixture
def sirens(ana):
    """Take in tables of warnings, each a feed of its own."""

    def taken(name, *rows):
        given = {"name": name, "kind": "intervals", "silent_after_minutes": 5}
        feed = ana.post("/warning-feeds", json=given).json()
        file = {"file": ("s.csv", (HEAD + "".join(rows)).encode())}
        ana.post(f"/warning-feeds/{feed['id']}/upload", files=file).raise_for_status()
        return feed["id"]

    return taken


@pytest.fixture
def shelling(live):
    """Name an incident in Donetsk oblast on 3 July 2024."""
    return live.store.search(Query(text="Pokrovsk"))[0].id


def test_an_incident_tells_what_its_warnings_were_worth(ana, sirens, shelling):
    sirens("Sirens", AROUND)
    [told] = ana.get(f"/incidents/{shelling}").json()["warnings"]

    assert (told["feed"], told["verdict"], told["sure"]) == ("Sirens", "in", True)
    assert told["lead_minutes"]
    assert told["warning"]["region_name"] == "Pokrovsk"


def test_a_strike_says_whether_it_is_sure(ana, sirens, shelling):
    sirens("Sirens", AROUND)
    [row] = [r for r in ana.get("/strikes").json()["rows"] if r["incident"]["id"] == shelling]

    assert (row["verdict"], row["sure"]) == ("in", True)


def test_without_feeds_or_with_a_feed_of_elsewhere_nothing_is_told(ana, sirens, shelling):
    before = ana.get(f"/incidents/{shelling}").json()["warnings"]
    sirens("Far", ELSEWHERE)

    assert before == []
    assert ana.get(f"/incidents/{shelling}").json()["warnings"] == []


def test_an_answer_with_warnings_has_a_tag_of_its_own_and_decides_all_the_same(
    ana, sirens, shelling
):
    before = ana.get(f"/incidents/{shelling}").headers["etag"]
    sirens("Sirens", AROUND)
    answer = ana.get(f"/incidents/{shelling}", headers={"If-None-Match": before})
    then = {"verdict": "comment", "incident": shelling, "reason": "seen"}
    decided = ana.post("/judgements", json=then, headers={"If-Match": answer.headers["etag"]})

    assert answer.status_code == 200
    assert answer.json()["etag"] == before
    assert decided.status_code == 201


def test_a_region_is_unknown_while_its_own_feed_is_silent(ana, sirens):
    sirens("Sirens", ON_THE_DAY, LATER)
    sirens("Far", ELSEWHERE)
    span = {"from": "2024-07-01", "to": "2024-07-12"}
    regions = {r["name"]: r["unknown"] for r in ana.get("/warnings", params=span).json()["regions"]}

    assert regions["Donetsk Oblast"] == [
        {"start": None, "end": "2024-07-02T20:00:00Z"},
        {"start": "2024-07-09T06:00:00Z", "end": None},
    ]
    assert regions["Lviv Oblast"][-1] == {"start": "2024-07-09T01:00:00Z", "end": None}


def test_what_another_feed_warned_of_is_not_unknown(ana, sirens):
    sirens("Early", ON_THE_DAY)
    sirens("Late", LATER)
    span = {"from": "2024-07-01", "to": "2024-07-12"}
    [region] = ana.get("/warnings", params=span).json()["regions"]

    assert region["unknown"] == [
        {"start": None, "end": "2024-07-02T20:00:00Z"},
        {"start": "2024-07-04T01:00:00Z", "end": "2024-07-09T05:00:00Z"},
        {"start": "2024-07-09T06:00:00Z", "end": None},
    ]
