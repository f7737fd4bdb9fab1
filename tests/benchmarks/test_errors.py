"""Errors are sorted by the scorers' own rules, and no error is left out.

The scorers lie beside the checkout; without them there is nothing to sort by. The short texts are
original and synthetic.
"""

import copy
import json
from collections import Counter

import pytest

from benchmarks.quality.gate import GOLD, SCENARIOS
from benchmarks.quality.measuring import ERRORS
from benchmarks.quality.predict import rows_of
from benchmarks.quality.scorers import BENCH, SCORERS

pytestmark = pytest.mark.skipif(not BENCH.is_dir(), reason="there are no scorers beside this")
TEXT = "Guards said rain fell on Kisumu. Ann Oduya hopes to sail to Mombasa from Kisumu soon."


def at(words, number=0):
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def sorted_errors(corpus, gold, answers):
    scorer = SCORERS[corpus]
    return ERRORS[corpus].count(scorer.module(), scorer.pairs(gold, answers))


def of_kind(errors, *kinds):
    return sum(count for (kind, _), count in errors.items() if kind in kinds)


# ── records ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def gold():
    return rows_of(GOLD)


def damaged(gold, change):
    answers = copy.deepcopy(gold)
    for one in answers:
        change(one)
    return sorted_errors("record", gold, answers)


def test_gold_against_itself_has_no_errors(gold):
    assert not sorted_errors("record", gold, gold)


def test_each_error_of_a_record_is_counted_once(gold):
    answers = copy.deepcopy(gold)
    for one in answers:
        for number, event in enumerate(one["events"]):
            event["type"] = "AID" if number % 3 == 1 else event["type"]
        one["events"] = one["events"][1:] + [event | {"id": "z"} for event in one["events"][-1:]]
        one["figures"] = [each | {"low": 7} for each in one["figures"][:2]]
        one["claims"] = [each | {"speaker": "Zyx"} for each in one["claims"][:1]]

    errors = sorted_errors("record", gold, answers)
    scores = SCORERS["record"].scores(gold, answers)["record_scores"]

    found = scores["detection"]
    assert of_kind(errors, "event missed", "event taken for background") == found["fn"] > 0
    assert of_kind(errors, "event false") == found["fp"] > 0
    assert of_kind(errors, "event of another type") == scores["typed"]["fp"] - found["fp"] > 0
    for name in ("figure", "claim"):
        assert of_kind(errors, f"{name} missed") == scores[f"{name}s"]["fn"] > 0
        assert of_kind(errors, f"{name} false") == scores[f"{name}s"]["fp"] > 0


def test_a_second_coding_of_an_event_is_told_from_an_event_of_another_type(gold):
    def twice(one):
        told = [event for event in one["events"] if not event["background"]]
        one["events"] += [event | {"id": "y"} for event in told[:1]]
        one["events"] += [event | {"id": "z", "type": "none"} for event in told[:1]]

    errors = damaged(gold, twice)

    told = sum(any(not event["background"] for event in one["events"]) for one in gold)
    assert of_kind(errors, "event false") == 2 * told
    assert errors["event false", "coded a second time"] >= told


def test_a_field_is_another_left_out_or_too_much(gold):
    def without_places(one):
        for event in one["events"]:
            event["place"] = None

    def elsewhere(one):
        for event in one["events"]:
            event["weapon"] = "none such"

    told = Counter(
        name
        for one in gold
        for event in one["events"]
        for name in ("place", "weapon")
        if event[name] and not event["background"] and not event.get("optional")
    )

    assert damaged(gold, without_places) == {("place of an event found", "left out"): told["place"]}
    errors = damaged(gold, elsewhere)
    assert errors["weapon of an event found", "another"] == told["weapon"]
    assert errors["weapon of an event found", "too much"] > 0


# ── texts with spans ─────────────────────────────────────────────────────────────────────────────


def toponym(words, number=0, **more):
    start, end = at(words, number)
    return {"start": start, "end": end, "text": words, "lat": None, "lon": None} | more


KISUMU = {"lat": -0.1, "lon": 34.8, "kind": "P.PPL"}
PLACES = [toponym("Kisumu", **KISUMU), toponym("Mombasa", lat=-4.1, lon=39.7, kind="P.PPL")]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(PLACES, {}, id="right"),
        pytest.param(PLACES[:1], {("name missed", "towns"): 1}, id="missed"),
        pytest.param(
            [PLACES[0], toponym("Mombasa", lat=9.0, lon=9.0)],
            {("put over 161 km away", "towns"): 1},
            id="elsewhere",
        ),
        pytest.param(
            [PLACES[0], toponym("Mombasa")], {("no point given", "towns"): 1}, id="nowhere"
        ),
        pytest.param(
            [PLACES[0], toponym("to Mombasa")], {("name cut otherwise", "towns"): 1}, id="cut"
        ),
        pytest.param(
            [*PLACES, toponym("Kisumu", 1), toponym("Ann")],
            {
                ("name false", "a name that is marked elsewhere in the text"): 1,
                ("name false", "a name marked nowhere"): 1,
            },
            id="false",
        ),
    ],
)
def test_names_of_places(told, expected):
    gold = [{"id": "a", "text": TEXT, "toponyms": PLACES}]

    for corpus in ("geo", "geo-names"):
        assert sorted_errors(corpus, gold, [{"id": "a", "toponyms": told}]) == expected


SAID = {"source": [at("Guards")], "cue": [at("said")], "content": [at("rain fell on Kisumu")]}
HOPED = {
    "source": [at("Ann Oduya")],
    "cue": [at("hopes")],
    "content": [at("to sail to Mombasa from Kisumu soon")],
}
BELIEF = "with a cue of belief, intention or attitude"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param([SAID, HOPED], {}, id="right"),
        pytest.param([SAID], {("content missed", BELIEF): 1}, id="missed"),
        pytest.param(
            [SAID | {"source": [at("Ann")]}, HOPED],
            {("source is another", "with a reporting word"): 1},
            id="another source",
        ),
        pytest.param(
            [SAID, HOPED | {"source": []}], {("source not found", BELIEF): 1}, id="no source"
        ),
        pytest.param(
            [SAID, HOPED | {"content": [at("soon")]}],
            {("content shared by less than half", BELIEF): 1},
            id="too short",
        ),
        pytest.param(
            [SAID, HOPED, SAID, HOPED | {"content": [at("Guards")]}],
            {
                ("attribution false", "inside a marked content"): 1,
                ("attribution false", "outside any"): 1,
            },
            id="false",
        ),
    ],
)
def test_attributions(told, expected):
    gold = [{"id": "a", "text": TEXT, "attributions": [SAID, HOPED]}]

    assert sorted_errors("attribution", gold, [{"id": "a", "attributions": told}]) == expected


# ── short texts ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        pytest.param(["REQUEST"], {}, id="an old name of today's"),
        pytest.param([], {("REQUEST", "nothing found"): 1}, id="nothing"),
        pytest.param(["AID"], {("REQUEST", "AID first"): 1}, id="another"),
        pytest.param(
            ["AID", "REQUEST"], {("REQUEST", "AID first, the right one later"): 1}, id="later"
        ),
    ],
)
def test_types_of_sentences(types, expected):
    gold = [{"id": "a", "type": "DEMAND"}]

    assert sorted_errors("plover", gold, [{"id": "a", "types": types}]) == expected


def dyad(source, target, sort):
    return {"source": source, "target": target, "type": sort}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param([dyad("KEN", "UGA", "CONSULT")], {}, id="right"),
        pytest.param([], {("missed", "no other pair was found"): 1}, id="nothing"),
        pytest.param(
            [dyad("KEN", "UGA", "ASSAULT")],
            {("another class", "words for as deeds against"): 1},
            id="another class",
        ),
        pytest.param(
            [dyad("UGA", "KEN", "CONSULT")],
            {("missed", "told the other way round"): 1},
            id="turned round",
        ),
        pytest.param(
            [dyad("KEN", "TZA", "CONSULT"), dyad("KEN", "RWA", "CONSULT")],
            {
                ("missed", "another pair was found"): 1,
                ("false", "beyond those that are told"): 1,
            },
            id="others",
        ),
    ],
)
def test_pairs_of_countries(told, expected):
    wanted = [{"source": "KENGOV", "target": "UGA", "cameo": "036"}]
    gold = [
        {"id": "a", "needs": "nothing", "expected": wanted},
        {"id": "unfair", "needs": "validation actors", "expected": wanted},
    ]

    assert sorted_errors("petrarch", gold, [{"id": "a", "events": told}]) == expected


@pytest.mark.parametrize(
    ("country", "role", "expected"),
    [
        pytest.param("KEN", "MIL", {}, id="right"),
        pytest.param("UGA", "MIL", {("country", "another"): 1}, id="another country"),
        pytest.param(None, "MIL", {("country", "none given"): 1}, id="no country"),
        pytest.param("KEN", "GOV", {("role", "MIL given as GOV"): 1}, id="another role"),
        pytest.param("KEN", None, {("role", "MIL not given"): 1}, id="no role"),
    ],
)
def test_phrases_for_parties(country, role, expected):
    gold = [{"id": "a", "expected": {"country": "KEN", "code1": "MIL"}}]

    answer = {"id": "a", "country": country, "role": role}
    assert sorted_errors("actors", gold, [answer]) == expected


def test_somebody_where_nobody_is_meant():
    gold = [{"id": "a", "expected": {"no_actor": True}}]

    errors = sorted_errors("actors", gold, [{"id": "a", "country": "KEN", "role": None}])

    assert of_kind(errors, "nobody") == 1


def test_labels_of_sentences():
    gold = [
        {"doc_id": 1, "sent_id": number, "labels": labels}
        for number, labels in enumerate([["KILL"], ["KILL", "FORCE"], [], ["FAIL"]])
    ]
    told = [[], ["FORCE"], ["ARREST"], ["FAIL", "ARREST"]]
    answers = [{"doc_id": 1, "sent_id": n, "labels": labels} for n, labels in enumerate(told)]

    assert sorted_errors("ipe", gold, answers) == {
        ("KILL", "missed"): 1,
        ("KILL", "missed where others were found"): 1,
        ("ARREST", "false"): 1,
        ("ARREST", "false where others are"): 1,
    }


# ── templates and incidents ──────────────────────────────────────────────────────────────────────


def test_slots_of_templates():
    template = {
        "type": ["bombing"],
        "optional": False,
        "stage": ["accomplished"],
        "date": {"alternatives": [{"from": "1990-02-02", "to": "1990-02-02"}]},
        "location": {"alternatives": [[{"name": "PERU"}, {"name": "TACNA"}]]},
        "instruments": [{"strings": ["bomb"], "optional": False}],
        "perp_orgs": [{"strings": ["red path"], "optional": False}],
    }
    answer = {
        "type": "bombing",
        "date": "1990-02-03",
        "location": ["PERU"],
        "instruments": [["bomb"]],
        "perp_individuals": [["men"]],
    }
    gold = {
        "id": "a",
        "date": "1990-02-04",
        "roles": {"Weapon": [["bomb"]], "PerpOrg": [["red path"]]},
        "roles_full": {},
        "incidents": [template],
    }
    roles = {"Weapon": [["bomb"]], "PerpInd": [["men"]]}

    assert sorted_errors("muc4", [gold], [{"id": "a", "roles": roles, "incidents": [answer]}]) == {
        ("filler: who did it, people", "false"): 1,
        ("filler: who did it, organisations", "missed"): 1,
        ("slot: who did it, people", "false"): 1,
        ("slot: who did it, organisations", "missed"): 1,
        ("slot: stage", "missed"): 1,
        ("slot: date", "missed"): 1,
        ("slot: date", "false"): 1,
    }


@pytest.fixture
def scenario():
    folder = SCENARIOS / "kismayo"
    reports = {row["report"]["id"]: row for row in rows_of(folder / "reports.jsonl")}
    incidents = json.loads((folder / "incidents.json").read_text(encoding="utf-8"))["incidents"]
    return {"reports": reports, "incidents": incidents}


def over_reports(gold, incidents):
    pair = gold, {"reports": gold["reports"], "incidents": incidents}
    return ERRORS["scenarios"].count(SCORERS["record"].module(), [pair])


def test_gold_incidents_against_themselves_have_no_errors(scenario):
    assert not over_reports(scenario, scenario["incidents"])


def test_joined_incidents_and_their_figures(scenario):
    first, second, *others = scenario["incidents"]
    joined = first | {"events": first["events"] + second["events"]}

    errors = over_reports(scenario, [joined, *others])

    assert errors["incident", "joined with another"] == 2
    assert errors["best value", "its incident was not found"] == len(second["figures"])


def test_a_parted_incident(scenario):
    first, *others = scenario["incidents"]
    rest = first | {"events": first["events"][1:]}

    errors = over_reports(scenario, [first | {"events": first["events"][:1]}, rest, *others])

    assert errors == {("incident", "parted into several"): 1}


def test_best_values_that_are_others(scenario):
    first, *others = scenario["incidents"]
    tolls = {name: toll | {"best": toll["best"] + 1} for name, toll in first["figures"].items()}

    high = over_reports(scenario, [first | {"figures": tolls}, *others])
    none = over_reports(scenario, [first | {"figures": {}}, *others])

    assert high == {("best value", "too high"): len(tolls)}
    assert none == {("best value", "not told of the incident"): len(tolls)}
