import pytest

from dateline.errors import UnreadableReportError
from dateline.ingest.markup import parse, with_characters, xml_text


@pytest.mark.parametrize(
    "head",
    [
        "",
        "  \n",
        "<?xml version='1.0'?>",
        "<!-- a -->",
        "<!DOCTYPE a>",
        "<?x?><!--b--><!doctype a >\n",
    ],
)
def test_what_stands_before_the_first_element_is_cut_off(head):
    assert xml_text(head.encode() + b"<a>b</a>") == "<a>b</a>"


@pytest.mark.parametrize("head", ["<!--", "<?xml", "<!DOCTYPE a", "<!DOCTYPE a ["])
def test_a_head_without_end_is_refused(head):
    with pytest.raises(UnreadableReportError):
        xml_text(head.encode())


def test_characters_by_name_are_written_out_but_for_those_of_xml():
    assert with_characters("a&nbsp;b&amp;c&lt;d&unknown;") == "a\xa0b&amp;c&lt;d&unknown;"


def test_an_entity_that_slips_through_is_not_resolved():
    root = parse('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')

    assert root.text is None


def test_control_characters_are_left_out():
    assert parse(xml_text(b"<a>b\x00\x08\x0bc</a>")).text == "bc"
