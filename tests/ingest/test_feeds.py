import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UnreadableReportError
from dateline.ingest.feeds import read_feed

URL = "https://news.example/feeds/all.xml"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Valley &amp; Coast&nbsp;News</title><link>/</link>
<ttl>60</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours>
<item><title>Shells hit a &lt;b&gt;mill&lt;/b&gt;</title><link>/2024/mill</link>
<guid isPermaLink="false">n-17</guid><pubDate>Tue, 29 Oct 2024 05:00:00 +0200</pubDate>
<description>&lt;p&gt;Two were hurt.&lt;/p&gt;
&lt;script&gt;steal()&lt;/script&gt;More soon.</description>
</item>
<item><title>Talks resume</title><link>https://other.example/talks</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/">
<title type="html">The &lt;i&gt;Post&lt;/i&gt;</title><id>urn:post</id>
<entry><id>urn:post:1</id><title>A bridge fell</title><updated>2024-10-29T03:00:00Z</updated>
<link rel="alternate" href="bridge.html"/>
<content type="html">&lt;p&gt;It fell.&lt;/p&gt;</content></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://r.example/"><title>R</title></channel>
<item rdf:about="https://r.example/1"><title>One</title><link>https://r.example/1</link></item>
</rdf:RDF>"""


def items(body, url=URL):
    return read_feed(body.encode() if isinstance(body, str) else body, url).items


def item(inside):
    return items(
        f"<rss version='2.0'><channel><title>t</title><item>{inside}</item></channel></rss>"
    )


def test_an_rss_feed_is_read():
    feed = read_feed(RSS.encode(), URL)

    assert feed.title == "Valley & Coast News"
    assert (feed.ttl, feed.skip_hours) == (60, frozenset((3, 0)))
    first, second = feed.items
    assert (first.key, first.link) == ("n-17", "https://news.example/2024/mill")
    assert first.title == "Shells hit a mill"
    assert first.published == datetime(2024, 10, 29, 3, tzinfo=UTC)
    assert first.text == "Two were hurt.\nMore soon."
    assert second.key == second.link == "https://other.example/talks"


def test_an_atom_feed_is_read():
    feed = read_feed(ATOM.encode(), URL)

    assert feed.title == "The Post"
    assert [(i.key, i.link) for i in feed.items] == [
        ("urn:post:1", "https://post.example/bridge.html")
    ]
    assert feed.items[0].text == "It fell."


def test_an_rdf_feed_is_read():
    assert [i.link for i in items(RDF)] == ["https://r.example/1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1251"])
def test_feeds_are_decoded(encoding):
    text = RSS.replace("UTF-8", encoding.removesuffix("-sig")).replace("Talks", "Переговори")

    assert items(text.encode(encoding))[1].title == "Переговори resume"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example/x",
        "mailto:a@b.example",
        "http://[broken",
        "https://a.example/" + "x" * 3000,
    ],
)
def test_only_links_to_the_web_are_taken(link):
    [found] = item(f"<title>T</title><link>{link}</link>")

    assert found.link is None


def test_an_item_without_name_and_link_is_known_by_its_words():
    [one], [same], [other] = (item(f"<title>{title}</title>") for title in "AAB")

    assert one.key == same.key != other.key


def test_an_item_that_is_told_twice_is_one():
    assert len(items(RSS.replace("</channel>", "<item><guid>n-17</guid></item></channel>"))) == 2


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">
]><rss version="2.0"><channel><title>&b;</title></channel></rss>"""
OUTSIDE = """<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>&x;</title></channel></rss>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "body", [BOMB, OUTSIDE, OUTSIDE.replace("<!DOCTYPE", "<!--x--> <!doctype")]
)
def test_a_feed_that_defines_entities_is_refused(body, encoding):
    with pytest.raises(UnreadableReportError, match="definitions of its own"):
        items(body.encode(encoding))


def test_a_definition_cannot_hide_in_an_odd_encoding():
    body = b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE x+AFsAPAAh-ENTITY'

    with pytest.raises(UnreadableReportError, match="written in 'utf-7'"):
        items(body)


def test_a_document_type_without_definitions_does_no_harm():
    typed = '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">'

    assert len(items(RSS.replace("<rss", typed + "<rss"))) == 2


@pytest.mark.parametrize(
    "body",
    ["", "   ", "\0\0\0", "hello", "<html><body>No feed</body></html>", "{}", "<!-- <rss>"],
)
def test_what_is_no_feed_is_refused(body):
    with pytest.raises(UnreadableReportError):
        items(body)


def test_bytes_are_never_taken_for_the_name_of_a_file():
    with pytest.raises(UnreadableReportError):
        items(b"/etc/passwd")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(RSS.encode())))
def test_a_feed_that_breaks_off_gives_whole_items_alone(size):
    try:
        found = items(RSS.encode()[:size])
    except UnreadableReportError:
        return
    assert [i.key for i in found] == ["n-17", "https://other.example/talks"][: len(found)]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400) | st.text("<>&;!-[]?x \"'/=", max_size=400).map(str.encode))
def test_any_bytes_are_read_or_refused(body):
    with suppress(UnreadableReportError):
        items(b"<rss version='2.0'><channel>" + body)


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<" * 300_000, id="open marks"),
        pytest.param("&" * 300_000, id="ampersands"),
        pytest.param("<a>" * 100_000, id="deep"),
        pytest.param("<!--" * 100_000, id="comments"),
        pytest.param("<item><title>x</title></item>" * 20_000, id="items"),
        pytest.param("<item><description>" + "&lt;a&gt;" * 50_000, id="deep HTML"),
        pytest.param("<item><pubDate>" + "1 " * 100_000 + "</pubDate></item>", id="long date"),
        pytest.param("\n" * 500_000, id="empty lines"),
        pytest.param("<![CDATA[" * 50_000, id="cdata"),
    ],
)
def test_no_feed_takes_long(inside):
    began = time.monotonic()
    with suppress(UnreadableReportError):
        items("\n" * 100_000 + "<rss version='2.0'><channel><title>t</title>" + inside)

    assert time.monotonic() - began < 5
