"""What analysts decided holds for the events as they are now, and the last word counts."""

import pytest

from dateline.reconcile.identity import anchor
from dateline.reconcile.verdicts import Bench
from dateline.records import Anchor, Quote, Record
from tests.reconcile.made import make_event, make_judgement, make_report

TEXT = "Shells hit the old market. Later shells hit the port of the city."


def told(quote, name="e1"):
    start = TEXT.index(quote)
    evidence = (Quote(start=start, end=start + len(quote), quote=quote),)
    return make_event(name, evidence=evidence)


def record(report, *events):
    return Record(report=make_report(report, text=TEXT), events=events)


MARKET, PORT = told("Shells hit the old market"), told("shells hit the port", "e2")
RECORDS = {name: record(name, MARKET, PORT) for name in ("r1", "r2", "r3")}
AT_R1, AT_R2, AT_R3 = (anchor(name, MARKET) for name in RECORDS)
ENDS = ("r1/e1", "r2/e1")


def bench(*judgements, records=RECORDS):
    return Bench(judgements, records.get)


@pytest.mark.parametrize(
    ("verdict", "same", "different"),
    [
        pytest.param("same", {ENDS}, set(), id="same"),
        pytest.param("different", set(), {ENDS}, id="different"),
        pytest.param("unsure", set(), set(), id="unsure"),
    ],
)
def test_a_verdict_holds_between_two_events(verdict, same, different):
    found = bench(make_judgement(1, verdict, AT_R1, AT_R2)).verdicts(["r1", "r2"])

    assert (found.same, found.different) == (same, different)


def test_the_ends_are_in_order_however_they_were_judged():
    found = bench(make_judgement(1, "same", AT_R2, AT_R1)).verdicts(["r1"])

    assert found.same == {ENDS}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_last_verdict_counts_by_its_number(order):
    given = [make_judgement(1, "same", AT_R1, AT_R2), make_judgement(2, "different", AT_R2, AT_R1)]

    found = bench(*(given[n] for n in order)).verdicts(["r1", "r2"])

    assert (found.same, found.different) == (set(), {ENDS})


def test_unsure_takes_an_earlier_verdict_back():
    given = [make_judgement(1, "same", AT_R1, AT_R2), make_judgement(2, "unsure", AT_R1, AT_R2)]

    assert bench(*given).verdicts(["r1", "r2"]).same == set()


def test_only_judgements_about_the_reports_are_given():
    given = [make_judgement(1, "same", AT_R1, AT_R2), make_judgement(2, "same", AT_R2, AT_R3)]

    assert bench(*given).verdicts(["r1"]).same == {ENDS}


def test_a_verdict_follows_its_event_to_another_number():
    anew = RECORDS | {
        "r1": record("r1", told("shells hit the port"), told(MARKET.evidence[0].quote, "e2"))
    }

    found = bench(make_judgement(1, "same", AT_R1, AT_R2), records=anew).verdicts(["r1"])

    assert found.same == {("r1/e2", "r2/e1")}


@pytest.mark.parametrize(
    "gone",
    [
        pytest.param(Anchor(report="r9", event="e1", quote="x"), id="the report"),
        pytest.param(Anchor(report="r1", event="e9", quote="A mine went off"), id="the words"),
    ],
)
def test_a_verdict_on_what_is_no_more_is_passed_over(gone):
    found = bench(make_judgement(1, "same", gone, AT_R2)).verdicts(["r1", "r2", "r9"])

    assert found.same == set()


def test_an_event_is_not_judged_against_itself():
    assert bench(make_judgement(1, "different", AT_R1, AT_R1)).verdicts(["r1"]).different == set()


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        pytest.param(["reject"], {"r1/e1"}, id="rejected"),
        pytest.param(["reject", "accept"], set(), id="and accepted after all"),
        pytest.param(["reject", "accept", "reject"], {"r1/e1"}, id="and rejected again"),
        pytest.param(["reject", "comment", "grade"], {"r1/e1"}, id="other words do not matter"),
        pytest.param(["comment"], set(), id="a comment alone"),
    ],
)
def test_the_last_of_reject_and_accept_counts(verdicts, expected):
    given = [make_judgement(n, verdict, AT_R1) for n, verdict in enumerate(verdicts, start=1)]

    assert bench(*given).rejected(["r1"]) == expected


def test_every_judgement_on_an_event_is_given_in_order():
    given = [
        make_judgement(3, "comment", AT_R1),
        make_judgement(1, "same", AT_R2, AT_R1),
        make_judgement(2, "comment", AT_R3),
    ]

    found = bench(*given).of({"r1/e1": "r1"})

    assert [judgement.number for judgement in found] == [1, 3]


def test_a_judgement_on_another_event_of_the_report_is_not_given():
    given = make_judgement(1, "comment", anchor("r1", PORT))

    assert bench(given).of({"r1/e1": "r1"}) == ()


def test_an_anchor_is_found_as_report_and_event():
    assert bench().ref(anchor("r2", PORT)) == "r2/e2"
