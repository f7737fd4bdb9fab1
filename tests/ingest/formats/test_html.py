import json
import time
from datetime import date
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest import ReadOptions, map_offsets, read
from dateline.records import Rejection, Span

STORY = "Two people were killed on Monday when shells hit a market in Sirte, a medic said."
MORE = "Six others were hurt in the attack, the second in a week."
FRENCH = "Deux personnes ont été tuées lundi dans le bombardement d'un marché de la ville."


def page(body="", head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def linked(**facts):
    graph = json.dumps({"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", **facts}]})
    return f'<script type="application/ld+json">{graph}</script>'


ARTICLE = page(
    f"""<nav><a href="/">Home</a> <a href="/w">World</a></nav>
    <article><h1>Market hit in Sirte</h1><p>SIRTE, Libya (AP) &mdash; {STORY}</p>
    <p>{MORE}&nbsp;&ldquo;We ran,&rdquo; said a trader &amp; his son.</p>
    <ul><li>Sirte: two dead</li></ul></article>
    <aside>Buy shoes</aside><footer>Copyright 2019 Sirte Courier</footer>
    <script>document.body.innerHTML = "A hundred people were killed."</script>"""
)


def test_the_article_is_read_without_the_page_around_it():
    [report] = read(ARTICLE, name="sirte.html")

    assert report.id == "sirte"
    assert report.text.splitlines() == [
        "Market hit in Sirte",
        f"SIRTE, Libya (AP) — {STORY}",
        f"{MORE} “We ran,” said a trader & his son.",
        "- Sirte: two dead",
    ]


def test_scripts_do_not_run():
    [report] = read(ARTICLE)

    assert "hundred" not in report.text


def test_the_page_tells_of_its_article():
    head = linked(
        headline="Market hit",
        datePublished="2019-06-05T23:30:00+02:00",
        url="https://a.example/1",
        publisher={"name": "Sirte Courier"},
        author=[{"@type": "Organization", "name": "Reuters"}],
    )

    [report] = read(page(f"<p>{STORY}</p>", head))

    assert (report.title, report.published, report.publisher, report.credits, report.url) == (
        "Market hit",
        date(2019, 6, 5),
        "Sirte Courier",
        ("Reuters",),
        "https://a.example/1",
    )


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2019-06-05T08:00Z">', "", "2019-06-05"),
        ('<meta name="date" content="5 June 2019">', "", "2019-06-05"),
        ("", '<time datetime="2019-06-05">Wednesday</time>', "2019-06-05"),
        ("", "<p>SIRTE, June 5, 2019 (AP) - Shells hit the town.</p>", "2019-06-05"),
        pytest.param(
            "",
            '<time datetime="2019-06-05"></time><time datetime="2020-01-01"></time>',
            None,
            id="two",
        ),
        pytest.param('<meta name="date" content="2093-06-05">', "", None, id="in the future"),
        pytest.param('<meta name="date" content="yesterday">', "", None, id="no day"),
        pytest.param(linked(datePublished=20190605), "", None, id="a number"),
        pytest.param(
            '<script type="application/ld+json">{"@type": </script>', "", None, id="broken"
        ),
    ],
)
def test_the_day_of_publication_is_the_page_s_own(head, body, day):
    [report] = read(page(f"{body}<p>{STORY}</p>", head))

    assert (report.published and report.published.isoformat()) == day


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Market hit | Sirte Courier</title>", "", "Market hit"),
        ("<title>x</title>", "<h1>Market <b>hit</b></h1>", "Market hit"),
        ('<meta property="og:title" content="Market hit">', "<h1>News</h1>", "Market hit"),
        ("", "", None),
    ],
)
def test_the_title_is_found(head, body, title):
    [report] = read(page(f"{body}<p>{STORY}</p>", head))

    assert report.title == title


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16"])
def test_the_encoding_is_the_declared_one(encoding):
    source = page(f"<p>Харьков. {STORY}</p>", f'<meta charset="{encoding}">').decode()

    [report] = read(source.encode(encoding), name="a.html")

    assert report.text.startswith("Харьков")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(
            page("<nav><a href=/>Home</a><a href=/w>World</a></nav>"),
            "without an article",
            id="menu",
        ),
        pytest.param(page(), "without an article", id="empty body"),
        pytest.param(page("<!-- nothing -->"), "without an article", id="comment"),
        pytest.param(
            page("<div>" * 100_000 + f"<p>{STORY}</p>"), "nested more than 255", id="nested deep"
        ),
        pytest.param(page(f"<p>{STORY}" * 60_000), "more than 50,000 elements", id="endless"),
        pytest.param(page(f"<p>{'word ' * 90_000}.</p>"), "no sentence", id="endless sentence"),
        pytest.param(page(f"<p>{FRENCH}</p>"), "language 'fr'", id="French"),
        pytest.param(b"<html>\x00</html>", "null bytes", id="null byte"),
        pytest.param(b"\x89PNG\r\n", "PNG", id="picture"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(raw, reason):
    [rejection] = read(raw, name="a.html")

    assert isinstance(rejection, Rejection)
    assert reason in rejection.reason


@pytest.mark.parametrize(
    "filling",
    [
        "<",
        "<!--",
        "&amp",
        "<a b=\"'",
        "<p>",
        "</div>",
        "<script>",
        "&#1114112;",
        "<b>",
        "]]>",
        "x ",
    ],
)
def test_hostile_pages_are_read_in_time(filling):
    raw = page(f"<p>{STORY}</p>" + filling * 100_000)
    begun = time.perf_counter()

    for report in read(raw, name="a.html"):
        if not isinstance(report, Rejection):
            map_offsets(raw, report)

    assert time.perf_counter() - begun < 20


def test_almost_all_of_the_article_leads_back_to_the_page():
    [report] = read(ARTICLE, name="a.html")
    found = map_offsets(ARTICLE, report)

    lost = [
        char
        for i, char in enumerate(report.text)
        if not char.isspace() and found.to_raw(Span(start=i, end=i + 1)) is None
    ]

    assert lost == ["-"]  # the mark of the list, which the page does not have


def test_a_quotation_leads_back_to_its_source():
    [report] = read(ARTICLE, name="a.html")
    start = report.text.index("“We ran,”")

    span = map_offsets(ARTICLE, report).to_raw(Span(start=start, end=start + len("“We ran,”")))

    assert ARTICLE[span.start : span.end] == b"&ldquo;We ran,&rdquo;"


PIECES = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<br>",
        "<!-- x -->",
        "&amp;",
        "&eacute;",
        "&nbsp;",
        "&#8212;",
        "&lt;p&gt;",
        "é",
        "— ",
        "Six were hurt. ",
        "said",
        " ",
        "\n",
        "<a href='>'>",
        "</a>",
        "<i",
        "5 < 6",
        "<script>no</script>",
        "😀",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES), st.sampled_from(["utf-8", "utf-16"]))
def test_every_mapped_character_is_the_character_or_its_entity(pieces, encoding):
    raw = page(f"<p>{STORY}</p><p>{''.join(pieces)}</p>").decode().encode(encoding)
    [report] = read(raw, name="a.html", options=ReadOptions(any_language=True))
    found = map_offsets(raw, report)

    for i, char in enumerate(report.text):
        span = found.to_raw(Span(start=i, end=i + 1))
        if span:
            shown = raw[span.start : span.end].decode(encoding.replace("16", "16-le"))
            assert char in unescape(shown)
            assert shown == char or shown.startswith("&")
