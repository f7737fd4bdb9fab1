"""The scorer: gold against itself is perfect, and each damage moves the right number."""

import copy
import json

import pytest

from benchmarks.quality.gate import GOLD
from dateline.measure.scoring import SLOTS, score

TEXT = """\
Rebels shelled a market in Goma on Monday, killing nine people, two of them children, the governor \
said. Police arrested four men in Bukavu on Tuesday. In 1998 troops burned the village of Kasika.
"""
GOMA = {"name": "Goma", "country": "COD", "lat": -1.68, "lon": 29.22, "precision": "settlement"}
BUKAVU = {"name": "Bukavu", "country": "COD", "lat": -2.5, "lon": 28.86, "precision": "settlement"}
PERFECT = ("record", "typed", "kinded", "figures", "claims", "evidence")


def quote(words):
    at = TEXT.index(words)
    return {"quote": words, "start": at, "end": at + len(words)}


def party(name, role):
    return {"name": name, "country": "COD", "role": role}


def day(iso):
    return {"start": iso, "end": iso, "precision": "day" if iso else "unknown"}


def event(id_, kind, words, **fields):
    type_ = {"shelling": "ASSAULT", "arrest": "COERCE", "looting-or-destruction": "COERCE"}[kind]
    return {
        "id": id_,
        "type": type_,
        "kind": kind,
        "factuality": "occurred",
        "background": False,
        "actors": [],
        "targets": [],
        "weapon": None,
        "place": None,
        "date": day(None),
        "evidence": [quote(words)],
    } | fields


SHELLING = event(
    "e1",
    "shelling",
    "Rebels shelled a market in Goma",
    actors=[party("Rebels", "REB")],
    targets=[party("market", "CVL")],
    weapon="artillery",
    place=GOMA,
    date=day("2025-01-27"),
)
ARREST = event(
    "e2",
    "arrest",
    "Police arrested four men in Bukavu",
    actors=[party("Police", "POL")],
    targets=[party("men", "UNK")],
    place=BUKAVU,
    date=day("2025-01-28"),
)
PAST = event("e3", "looting-or-destruction", "troops burned the village", background=True)
KILLED = {"measure": "killed", "low": 9, "high": 9, **quote("killing nine people")}
CLAIM = {"speaker": "governor", **quote("Rebels shelled a market in Goma on Monday")}
RECORD = {
    "report": {"id": "goma"},
    "text": TEXT,
    "events": [SHELLING, ARREST, PAST],
    "figures": [KILLED],
    "claims": [CLAIM],
}
QUIET = {"report": {"id": "quiet"}, "text": TEXT, "events": [], "figures": [], "claims": []}


def table(*damages, gold=RECORD):
    """Score a copy of the gold record after some damage to it."""
    found = copy.deepcopy(RECORD)
    for damage in damages:
        damage(found)
    return score({"goma": gold}, {"goma": found}).table()


def put(item, number, **fields):
    """Return a damage that overwrites fields of one item."""
    return lambda record: record[item][number].update(copy.deepcopy(fields))


def drop(item, number):
    return lambda record: record[item].pop(number)


def add(item, what):
    return lambda record: record[item].append(copy.deepcopy(what))


def test_gold_against_itself_is_perfect():
    scores = table()

    assert {scores[name] for name in PERFECT} == {1.0}
    assert {scores[f"field.{name}"] for name in SLOTS} == {1.0}
    assert scores["quiet_alarms"] == 0


def test_the_corpus_against_itself_is_perfect():
    gold = {r["report"]["id"]: r for r in map(json.loads, GOLD.read_text().splitlines())}
    found = copy.deepcopy(gold)
    for record in found.values():
        text = record["text"]
        record["events"] = [e for e in record["events"] if not e.get("optional")]
        for item in record["events"]:
            item["evidence"] = [located(text, words) for words in item["evidence"]]
        for name in ("figures", "claims"):
            record[name] = [
                item | located(text, item["quote"])
                for item in record[name]
                if not item.get("optional")
            ]

    scores = score(gold, found).table()

    assert {name: scores[name] for name in PERFECT} == dict.fromkeys(PERFECT, 1.0)
    assert {scores[f"field.{name}"] for name in SLOTS} == {1.0}


def located(text, words):
    at = text.index(words)
    return {"quote": words, "start": at, "end": at + len(words)}


@pytest.mark.parametrize(
    ("damage", "fallen"),
    [
        pytest.param(put("events", 0, kind="airstrike"), {"kinded", "field.kind"}, id="kind"),
        pytest.param(put("events", 0, factuality="denied"), {"field.factuality"}, id="factuality"),
        pytest.param(put("events", 0, weapon="mortar"), {"field.weapon"}, id="weapon"),
        pytest.param(put("events", 0, weapon=None), {"field.weapon"}, id="no weapon"),
        pytest.param(put("events", 1, weapon="drone"), {"field.weapon"}, id="a false weapon"),
        pytest.param(put("events", 0, place=BUKAVU), {"field.place"}, id="place"),
        pytest.param(put("events", 0, place=None), {"field.place"}, id="no place"),
        pytest.param(put("events", 0, date=day("2025-01-26")), {"field.date"}, id="date"),
        pytest.param(put("events", 0, date=day(None)), {"field.date"}, id="no date"),
        pytest.param(put("events", 0, actors=[]), {"field.actors"}, id="no actor"),
        pytest.param(
            put("events", 0, actors=[party("Rebels", "REB"), party("Police", "POL")]),
            {"field.actors"},
            id="one actor too many",
        ),
        pytest.param(
            put("events", 0, targets=[party("bridge", "MIL")]), {"field.targets"}, id="target"
        ),
        pytest.param(put("figures", 0, low=8), {"figures"}, id="bound of a figure"),
        pytest.param(put("figures", 0, measure="injured"), {"figures"}, id="measure"),
        pytest.param(drop("figures", 0), {"figures"}, id="no figure"),
        pytest.param(
            add("figures", KILLED | {"low": 2, "high": 2} | quote("two of them children")),
            {"figures"},
            id="a false figure",
        ),
        pytest.param(put("claims", 0, speaker="Aline Furaha"), {"claims"}, id="speaker"),
        pytest.param(put("claims", 0, **quote("in Bukavu")), {"claims"}, id="words of a claim"),
        pytest.param(drop("claims", 0), {"claims"}, id="no claim"),
    ],
)
def test_a_damage_lowers_its_own_number_and_the_whole(damage, fallen):
    before, after = table(), table(damage)

    lower = {name for name in before if after[name] < before[name]}

    assert lower == fallen | {"record"}


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(drop("events", 0), id="an event missed"),
        pytest.param(put("events", 0, type="COERCE"), id="a wrong type"),
        pytest.param(put("events", 0, background=True), id="news told as background"),
        pytest.param(
            add("events", event("e9", "arrest", "the governor said")), id="an event invented"
        ),
    ],
)
def test_an_event_that_is_wrong_lowers_types_kinds_and_the_whole(damage):
    scores = table(damage)

    assert scores["record"] < 1
    assert scores["typed"] < 1
    assert scores["field.type"] == 1, "slots are compared where the type is right"


def test_a_wrong_type_costs_more_than_a_wrong_kind():
    wrong_type = table(put("events", 0, type="COERCE", kind="arrest"))

    assert wrong_type["record"] < table(put("events", 0, kind="airstrike"))["record"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(put("events", 0, place=GOMA | {"lat": -1.7, "lon": 29.3}), id="near by"),
        pytest.param(
            put("events", 0, actors=[party("armed rebels", "UNK")]), id="a longer name of an actor"
        ),
        pytest.param(
            put("events", 0, actors=[party("M23", "REB")]), id="an actor of one country and role"
        ),
        pytest.param(put("events", 0, evidence=[quote("shelled a market")]), id="fewer words"),
        pytest.param(drop("events", 2), id="background missed"),
        pytest.param(put("events", 2, background=False), id="background told as news"),
        pytest.param(lambda record: record["events"].reverse(), id="another order"),
    ],
)
def test_what_the_codebook_tolerates_costs_nothing(damage):
    assert table(damage)["record"] == 1


def test_a_false_quote_lowers_the_evidence():
    assert table(put("figures", 0, start=0))["evidence"] < 1


def test_two_reports_of_one_event_are_one_and_a_false_alarm():
    twice = add("events", SHELLING | {"id": "e8"})

    assert table(twice)["typed"] < 1


@pytest.mark.parametrize("item", ["events", "figures", "claims"])
def test_an_optional_item_is_neither_missed_nor_a_false_alarm(item):
    gold = copy.deepcopy(RECORD)
    gold[item][0]["optional"] = True

    assert table(gold=gold)["record"] == 1
    assert table(drop(item, 0), gold=gold)["record"] == 1


def test_a_report_that_was_not_read_misses_everything():
    scores = score({"goma": RECORD}, {}).table()

    assert {scores[name] for name in PERFECT[:5]} == {0.0}


def test_events_of_a_quiet_report_are_false_alarms():
    scores = score({"quiet": QUIET}, {"quiet": RECORD}).table()

    assert scores["quiet_alarms"] == len(RECORD["events"])


def test_a_quiet_report_that_is_left_quiet_costs_nothing():
    both = {"goma": RECORD, "quiet": QUIET}

    assert score(both, both).table() == table()
