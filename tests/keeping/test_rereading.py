"""Which reports a newer program reads anew."""

from dateline.keeping.rereading import outdated
from tests.keeping.made import add, make_record


def test_only_what_another_version_coded_is_outdated(store):
    add(store, make_record("old", "Sloviansk"), program="1")
    add(store, make_record("new", "Kherson"), program="2")

    assert [report.id for report in outdated(store, "2")] == ["old"]
