"""The HTML form: one file that asks for nothing, and in which nothing from outside can act."""

import re
from itertools import pairwise

import pytest
from lxml import etree
from lxml.html import document_fromstring

from dateline.publish.sitrep.html import as_html
from dateline.records import Party, Place, Quote
from tests.publish.sitrep.made import (
    contested,
    denial,
    drafted,
    make_incident,
    make_report,
    make_telling,
    rivals,
)

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=http://evil.example/x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "{{ report.title }}{% raw %}",
    "\u202eevil\x1b[31m",
    "]]></svg><svg onload=alert(1)>",
]
LOADS = {"src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href"}


def elements(page):
    """List the elements of a page with their attributes."""
    found = document_fromstring(page).iter(etree.Element)
    return [(element.tag, dict(element.attrib)) for element in found]


def hostile(words):
    quote = (Quote(start=0, end=60, quote=words + "x" * 60),)
    telling = make_telling(
        make_report("r1", title=words, publisher=words, url=f"javascript:{words}"),
        evidence=quote,
        claims=(denial(speaker=words, quote=words),),
        actors=(Party(name=words, role="REB"),),
    )
    place = Place(name=words, country="YEM", lat=13.58, lon=44.02)
    return drafted(make_incident("i1", telling, place=place), title=words, area=words)


@pytest.mark.parametrize("words", HOSTILE, ids=str)
def test_hostile_words_are_inert(words):
    tags = elements(as_html(hostile(words)))
    assert not {"script", "img", "iframe", "object", "link"} & {tag for tag, _ in tags}
    assert not [name for _, attrs in tags for name in attrs if name.startswith("on")]


@pytest.mark.parametrize("words", HOSTILE, ids=str)
def test_hostile_words_add_no_element(words):
    plain = [tag for tag, _ in elements(as_html(hostile("plain")))]
    assert [tag for tag, _ in elements(as_html(hostile(words)))] == plain


def test_nothing_is_loaded():
    page = as_html(drafted(rivals(), contested()))
    tags = elements(page)
    assert not [attrs for _, attrs in tags if LOADS & attrs.keys()]
    assert not re.search(r"@import|url\((?!#)", page)


def test_the_page_forbids_itself_what_it_does_not_need():
    metas = [attrs for tag, attrs in elements(as_html(drafted())) if tag == "meta"]
    policy = next(m["content"] for m in metas if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


@pytest.mark.parametrize(
    ("url", "links"),
    [("https://example.org/a", 1), ("javascript:alert(1)", 0), ("data:text/html,x", 0)],
)
def test_only_addresses_of_the_web_are_links(url, links):
    telling = make_telling(make_report(url=url))
    tags = elements(as_html(drafted(make_incident("i1", telling))))
    found = [a["href"] for tag, a in tags if tag == "a" and not a["href"].startswith("#")]
    assert len(found) == links


def test_every_reference_resolves():
    tags = elements(as_html(drafted(rivals(), contested())))
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    targets = {a["href"][1:] for tag, a in tags if tag == "a" and a["href"].startswith("#")}
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))


def test_headings_go_down_one_level_at_a_time():
    tags = [tag for tag, _ in elements(as_html(drafted(rivals())))]
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_drawings_have_words_and_a_table_beside_them():
    page = as_html(drafted(rivals()))
    drawings = [attrs for tag, attrs in elements(page) if attrs.get("role") == "img"]
    assert [bool(attrs["aria-label"]) for attrs in drawings] == [True, True]
    assert "The map as a table" in page


def test_an_empty_record_gives_a_readable_page():
    assert "The record has no incidents that fit" in as_html(drafted())


def test_the_same_record_gives_the_same_bytes():
    assert as_html(drafted(rivals(), contested())) == as_html(drafted(contested(), rivals()))
