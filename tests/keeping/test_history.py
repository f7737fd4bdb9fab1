"""The record as it was known on a day."""

from datetime import date

from dateline.keeping.history import as_of, past_id
from dateline.keeping.judging import Signature, judged
from dateline.keeping.showing import incident
from dateline.records import Query
from tests.keeping.made import add, id_of, make_record

FIRST = make_record("wire", "Sloviansk", dead=4)
LATER = make_record(
    "wire2", "Sloviansk", dead=6, published=date(2024, 7, 6), publisher="wireville Herald"
)
OTHER = make_record("paper", "Sloviansk", dead=5, published=date(2024, 7, 5))


def toll(store):
    (row,) = store.search(Query())
    return incident(store, row.id).toll("killed")


def test_a_day_knows_what_had_been_published_by_then(store):
    add(store, FIRST, LATER, OTHER)

    with as_of(store, date(2024, 7, 4)) as past:
        assert toll(past).best == 4
    with as_of(store, date(2024, 7, 5)) as past:
        assert (toll(past).low, toll(past).high) == (4, 5)
    assert toll(store).high == 6


def test_before_the_first_report_nothing_was_known(store):
    add(store, FIRST)

    with as_of(store, date(2024, 7, 1)) as past:
        assert past.search(Query()) == ()


def test_what_analysts_decided_holds_in_the_past_too(store):
    add(store, FIRST, OTHER)
    with store.writing() as write:
        judged(write, "different", ("wire/e1", "paper/e1"), Signature(author="a", reason="r"))

    with as_of(store, date(2024, 7, 5)) as past:
        assert len(past.search(Query())) == 2


def test_an_id_of_now_is_understood_in_the_past(store):
    add(store, OTHER, make_record("early", "Sloviansk", published=date(2024, 7, 4)))
    with as_of(store, date(2024, 7, 5)) as past:
        now = id_of(store, "paper/e1")
        assert past_id(store, past, now) == id_of(past, "paper/e1")
        assert past_id(store, past, "--names") == "--names"


def test_a_report_that_was_changed_later_is_known_in_its_older_version(store):
    changed = make_record("wire", "Sloviansk", dead=9, published=date(2024, 7, 8))
    add(store, FIRST, changed)

    with as_of(store, date(2024, 7, 5)) as past:
        assert toll(past).best == 4
    with as_of(store, date(2024, 7, 8)) as past:
        assert toll(past).best == 9
