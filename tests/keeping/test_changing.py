"""Incidents follow from the reports and the judgements alone, not from how they came in."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
import sqlalchemy as sa

from dateline.errors import UnknownNameError
from dateline.keeping.changing import digest, remove
from dateline.keeping.showing import incident, search
from dateline.records import Query
from dateline.store.tables import INCIDENTS
from tests.keeping.made import add, exported, id_of, make_record

WIRE = make_record("wire", "Sloviansk", "Kherson", dead=4)
PAPER = make_record("paper", "Sloviansk", dead=5)
RADIO = make_record("radio", "Kherson", "Pokrovsk", day=4)
EARLY = make_record("early", "Sloviansk", published=date(2024, 7, 3))


def test_reports_of_one_happening_are_one_incident(store):
    add(store, WIRE, PAPER, RADIO)

    assert {tuple(sorted(row.events)) for row in store.search(Query())} == {
        ("paper/e1", "wire/e1"),
        ("radio/e1", "wire/e2"),
        ("radio/e2",),
    }


def test_the_order_of_arrival_makes_no_difference(store):
    add(store, WIRE, PAPER, RADIO, EARLY)
    first = exported(store)
    for order in list(permutations([WIRE, PAPER, RADIO, EARLY]))[::5]:
        with store.writing() as write:
            for record in order:
                remove(write, record.report.id)
        add(store, *order)

        assert exported(store) == first


def test_a_removed_report_might_never_have_been_there(store):
    add(store, WIRE, PAPER)
    before = exported(store)
    add(store, RADIO, EARLY)
    with store.writing() as write:
        remove(write, "radio")
        remove(write, "early")

    assert exported(store) == before
    assert list(store.check()) == []


def test_the_same_report_again_changes_nothing(store):
    add(store, WIRE, PAPER)
    before, versions = exported(store), store.versions("wire")
    add(store, WIRE)

    assert exported(store) == before
    assert store.versions("wire") == versions


def test_a_changed_report_is_a_new_version_and_the_old_one_stays(store):
    changed = make_record("wire", "Sloviansk", dead=6)
    add(store, WIRE, PAPER, changed)

    assert [version.number for version in store.versions("wire")] == [1, 2]
    assert store.report("wire") == changed
    assert store.report("wire", 1) == WIRE


def test_a_report_that_is_changed_back_is_what_it_was(store):
    add(store, WIRE, PAPER)
    before = exported(store)
    add(store, make_record("wire", "Pokrovsk"), WIRE)

    assert exported(store) == before


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(WIRE.report, text="Other words"), id="its text"),
        pytest.param(replace(WIRE.report, published=date(2024, 7, 9)), id="its day"),
        pytest.param(replace(WIRE.report, title="Another"), id="its title"),
    ],
)
def test_a_digest_tells_that_something_was_changed(changed):
    assert digest(changed) != digest(WIRE.report)


def test_a_digest_does_not_tell_where_a_report_was_read_from():
    assert digest(replace(WIRE.report, id="x", source="/else")) == digest(WIRE.report)


def test_an_earlier_report_gives_the_incident_its_id_and_the_old_id_says_where_to_look(store):
    add(store, WIRE, PAPER)
    old = id_of(store, "wire/e1")
    add(store, EARLY)

    new = id_of(store, "wire/e1")
    assert new != old
    assert store.tombstone(old).successors == (new,)
    with pytest.raises(UnknownNameError, match=f"{old} is no more.*look at {new}"):
        incident(store, old)


def test_the_id_of_what_a_removed_report_told_first_says_where_to_look(store):
    add(store, EARLY, WIRE)
    old = id_of(store, "early/e1")
    with store.writing() as write:
        remove(write, "early")

    stone = store.tombstone(old)
    assert stone.successors == (id_of(store, "wire/e1"),)
    assert "early was removed" in stone.reason


def test_an_id_comes_back_with_its_report_and_its_tombstone_is_forgotten(store):
    add(store, EARLY, WIRE)
    old = id_of(store, "early/e1")
    with store.writing() as write:
        remove(write, "early")
    add(store, EARLY)

    assert incident(store, old).events == ("early/e1", "wire/e1")


def test_a_new_report_leaves_incidents_elsewhere_as_they_are(store):
    add(store, WIRE)
    before = rows_of(store, id_of(store, "wire/e2"))
    add(store, PAPER)

    assert rows_of(store, id_of(store, "wire/e2")) == before


def rows_of(store, id_):
    """Give the number under which an incident is stored: a new one if it was written anew."""
    with store.alone() as connection:
        return connection.scalar(sa.select(INCIDENTS.c.number).where(INCIDENTS.c.id == id_))


def test_a_list_names_wider_incidents_by_their_ids(store):
    whole = replace(WIRE.events[0], part_of="e2")
    add(store, replace(WIRE, events=(whole, WIRE.events[1])))

    (row,) = [row for row in search(store, Query()) if row.part_of]
    assert row.part_of == (id_of(store, "wire/e2"),)
    assert incident(store, id_of(store, "wire/e2")).parts == (row.id,)
