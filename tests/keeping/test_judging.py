"""What analysts decide holds, is kept with who and why, and outlives another reading."""

from dataclasses import replace

import pytest

from dateline.errors import SettingError, UnknownNameError
from dateline.keeping.changing import keep
from dateline.keeping.judging import Signature, commented, graded, judged, ruled
from dateline.keeping.showing import incident
from dateline.records import Query
from tests.keeping.made import add, exported, id_of, make_record

BY = Signature(author="ana", reason="seen on film")
WIRE = make_record("wire", "Sloviansk", dead=4)
PAPER = make_record("paper", "Sloviansk", dead=5)
RADIO = make_record("radio", "Pokrovsk")


def judge(store, verdict, *refs, by=BY):
    with store.writing() as write:
        return judged(write, verdict, refs, by)


def test_events_judged_the_same_are_one_incident_however_unlike(store):
    add(store, WIRE, RADIO)
    judge(store, "same", "wire/e1", "radio/e1")

    assert id_of(store, "wire/e1") == id_of(store, "radio/e1")


def test_events_judged_different_are_two_incidents_however_alike(store):
    add(store, WIRE, PAPER)
    judge(store, "different", "wire/e1", "paper/e1")

    assert id_of(store, "wire/e1") != id_of(store, "paper/e1")


def test_unsure_takes_a_judgement_back_and_both_stay_in_the_log(store):
    add(store, WIRE, PAPER)
    before = exported(store)
    judge(store, "different", "wire/e1", "paper/e1")
    judge(store, "unsure", "paper/e1", "wire/e1")

    assert len(store.search(Query())) == 1
    assert [j.verdict for j in store.judgements()] == ["different", "unsure"]
    assert before.count("\n") == exported(store).count("\n")


def test_a_judgement_has_author_reason_and_time(store):
    add(store, WIRE, PAPER)
    kept = judge(store, "same", "wire/e1", "paper/e1")

    assert (kept.number, kept.author, kept.reason) == (1, "ana", "seen on film")
    assert kept.at.endswith("+00:00")


def test_a_judgement_made_first_counts_when_the_other_report_comes_back(store):
    add(store, WIRE, PAPER)
    judge(store, "different", "wire/e1", "paper/e1")
    add(store, make_record("paper", "Kherson"), PAPER)

    assert id_of(store, "wire/e1") != id_of(store, "paper/e1")


def test_a_judgement_holds_for_the_words_when_another_program_numbers_the_events_anew(store):
    add(store, WIRE, PAPER)
    judge(store, "different", "wire/e1", "paper/e1")
    renumbered = replace(PAPER.events[0], id="e7")
    with store.writing() as write:
        keep(write, [replace(PAPER, events=(renumbered,), figures=())], program="2")

    assert id_of(store, "wire/e1") != id_of(store, "paper/e7")


def test_a_signed_grade_stands_beside_the_computed_one(store):
    add(store, WIRE)
    with store.writing() as write:
        graded(write, id_of(write, "wire/e1"), "confirmed", BY)

    grade = incident(store, id_of(store, "wire/e1")).grade
    assert (grade.grade, grade.author, grade.computed) == ("confirmed", "ana", "weak")


def test_a_rejected_event_is_in_no_incident_until_it_is_accepted(store):
    add(store, WIRE, PAPER)
    before = id_of(store, "wire/e1")
    with store.writing() as write:
        ruled(write, "reject", "wire/e1", BY)
    assert store.incident_of("wire/e1") is None
    assert store.tombstone(before).successors == (id_of(store, "paper/e1"),)

    with store.writing() as write:
        ruled(write, "accept", "wire/e1", BY)
    assert store.incident_of("wire/e1") == before


def test_a_comment_stands_with_its_incident(store):
    add(store, WIRE)
    with store.writing() as write:
        commented(write, id_of(write, "wire/e1"), BY)

    assert [j.verdict for j in incident(store, id_of(store, "wire/e1")).judgements] == ["comment"]


@pytest.mark.parametrize(
    ("refs", "error"),
    [
        pytest.param(("wire/e1", "wire/e1"), SettingError, id="one event"),
        pytest.param(("wire/e1", "wire/e9"), UnknownNameError, id="no such event"),
        pytest.param(("wire/e1", "nobody/e1"), UnknownNameError, id="no such report"),
        pytest.param(("wire/e1", "e1"), UnknownNameError, id="no name of an event"),
    ],
)
def test_a_judgement_on_nothing_is_an_error_and_changes_nothing(store, refs, error):
    add(store, WIRE)

    with pytest.raises(error):
        judge(store, "same", *refs)
    assert store.judgements() == ()


def test_nobody_decides_without_a_reason(store):
    add(store, WIRE, PAPER)

    with pytest.raises(SettingError, match="--reason"):
        judge(store, "same", "wire/e1", "paper/e1", by=Signature(author="ana", reason=" "))
