"""Which report of a record a text is."""

from dataclasses import replace

from dateline.keeping.naming import named
from tests.keeping.made import add, make_record

KNOWN = make_record("wire", "Sloviansk", url="https://example.org/1", source="/news/a.txt")


def test_a_report_is_known_by_its_address_whatever_its_id(store):
    add(store, KNOWN)
    again = replace(KNOWN.report, id="another", text="Other words")

    assert named(store, again, made=False).id == "wire"


def test_a_report_with_an_id_of_its_own_keeps_it(store):
    add(store, KNOWN)
    other = replace(KNOWN.report, id="mine", url=None)

    assert named(store, other, made=False).id == "mine"


def test_the_same_words_are_the_same_report_whatever_the_file_is_called(store):
    add(store, replace(KNOWN, report=replace(KNOWN.report, url=None)))
    moved = replace(KNOWN.report, id="b", url=None, source="/else/b.txt")

    assert named(store, moved, made=True).id == "wire"


def test_a_file_with_other_words_is_a_new_version(store):
    add(store, replace(KNOWN, report=replace(KNOWN.report, url=None)))
    changed = replace(KNOWN.report, text="Other words", url=None)

    assert named(store, changed, made=True).id == "wire"


def test_files_of_one_name_in_two_folders_are_two_reports(store):
    add(store, replace(KNOWN, report=replace(KNOWN.report, url=None)))
    other = replace(KNOWN.report, text="Other words", url=None, source="/else/a.txt")

    found = named(store, other, made=True).id
    assert found.startswith("wire-")
    assert named(store, other, made=True).id == found


def test_texts_that_come_in_by_a_pipe_are_reports_of_their_own(store):
    piped = replace(KNOWN.report, id="stdin", url=None, source="-")
    first = named(store, piped, made=True)
    add(store, replace(KNOWN, report=first))

    assert named(store, piped, made=True) == first
    assert named(store, replace(piped, text="Other words"), made=True).id != first.id
