"""Reports are kept with every text they had."""

from dateline.records import Query
from tests.store.made import TEXT, make_listed, make_record, make_row


def put(store, record, digest="d1", program="1", fingerprints=(1, 2, 3)):
    with store.writing() as write:
        return write.put_report(record, digest=digest, program=program, fingerprints=fingerprints)


def test_a_report_comes_back_as_it_was(store):
    record = make_record(url="https://example.org/taiz")
    put(store, record)

    assert store.report("r1") == record
    assert store.digest("r1") == "d1"
    assert store.find_url("https://example.org/taiz") == "r1"
    assert store.find_digest("d1") == "r1"


def test_an_unknown_report_is_none(store):
    assert store.report("r9") is None
    assert store.digest("r9") is None
    assert store.versions("r9") == ()


def test_other_words_are_a_new_version_and_the_old_one_stays_readable(store):
    put(store, make_record())
    longer = make_record(text=TEXT + " More is not known.")

    assert put(store, longer, digest="d2") == 2
    assert store.report("r1") == longer
    assert store.report("r1", 1) == make_record()
    assert [version.number for version in store.versions("r1")] == [1, 2]


def test_the_same_words_coded_by_another_program_replace_the_coding(store):
    put(store, make_record())
    added = store.versions("r1")[0].added

    assert put(store, make_record(title="Read anew"), program="2") == 1
    assert store.program("r1") == "2"
    assert store.versions("r1")[0].added == added
    assert store.report("r1").report.title == "Read anew"


def test_a_text_that_comes_back_is_the_version_it_was(store):
    put(store, make_record())
    put(store, make_record(text=TEXT + " More."), digest="d2")

    assert put(store, make_record(), digest="d1") == 1
    assert store.report("r1") == make_record()
    assert len(store.versions("r1")) == 2


def test_copies_are_found_by_what_they_share(store):
    put(store, make_record("r1"), fingerprints=range(100))
    put(store, make_record("r2"), fingerprints=range(40, 60))
    put(store, make_record("r3"), fingerprints=range(500, 600))

    assert store.copies(range(50, 550), least=5) == (("r1", 50), ("r3", 50), ("r2", 10))
    assert store.copies(range(50, 55), least=6) == ()


def test_a_removed_report_leaves_nothing(store):
    put(store, make_record())
    with store.writing() as write:
        write.put_events([make_row("r1/e1", 7)])
        write.put_incidents([make_listed("i1", events=("r1/e1",))])
        write.drop_incidents(["i1"])
        write.remove_report("r1")

    assert set(store.counts().values()) == {0}
    assert store.copies([1, 2, 3], least=1) == ()
    assert store.search(Query()) == ()


def test_reports_come_sorted_by_their_ids(store):
    for name in ("b", "a", "C", "ä"):
        put(store, make_record(name))

    assert list(store.report_ids()) == ["C", "a", "b", "ä"]
    assert [record.report.id for record in store.records(["b", "a", "gone"])] == ["a", "b"]
