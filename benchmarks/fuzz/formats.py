"""Every format that is read from strangers."""

import gzip
import zlib
from collections.abc import Callable
from functools import partial
from zlib import crc32

from hypothesis.strategies import SearchStrategy

from benchmarks.fuzz import seeds, shapes
from benchmarks.fuzz.target import Target
from dateline.ingest import map_offsets, read
from dateline.ingest.alert_links import alert_links, parse_links
from dateline.ingest.feed_parsing import parse_feed
from dateline.ingest.feeds import read_feed
from dateline.ingest.fetched import Fetched
from dateline.ingest.page_reading import take_apart
from dateline.ingest.robots import read_robots
from dateline.ingest.unpacking import read_body
from dateline.ingest.warning_reading import parse_warnings, read_warnings
from dateline.records import Report, codec

_URL = "http://a.invalid/feed"
_TODAY = "2026-11-29"
_MAPPED = 4  # one case in so many
_TAGS = (
    "p", "div", "article", "h1", "h2", "a", "table", "tr", "td", "ul", "li", "span", "script",
    "style", "time", "meta", "title", "blockquote", "br", "b", "svg", "math", "template", "form",
    "select", "iframe", "base", "body", "head", "html", "header", "section", "figure", "pre",
)  # fmt: skip
_ATTRIBUTES = (
    "href", "class", "id", "content", "property", "name", "datetime", "type", "style", "itemprop",
    "rel", "charset", "http-equiv", "lang", "src",
)  # fmt: skip
_FEED_TAGS = (
    "item", "entry", "title", "link", "guid", "id", "description", "summary", "content", "pubDate",
    "updated", "published", "ttl", "hour", "skipHours", "author", "category", "channel", "rss",
    "feed", "enclosure", "source", "image", "alert", "textinput",
)  # fmt: skip
_CAP_TAGS = (
    "alert", "info", "area", "identifier", "sender", "sent", "status", "msgType", "scope",
    "references", "areaDesc", "polygon", "circle", "geocode", "valueName", "value", "expires",
    "onset", "event", "eventCode", "responseType", "headline", "language",
)  # fmt: skip
_ALERT_KEYS = (
    "alerts", "meta", "last_updated_at", "id", "location_title", "location_type", "started_at",
    "finished_at", "alert_type", "location_oblast", "location_raion", "notes", "states",
    "regionId", "regionType", "regionName", "regionEngName", "activeAlerts", "lastUpdate", "type",
)  # fmt: skip
_COLUMNS = (
    "region", "start", "end", "oblast", "raion", "hromada", "level", "type", "country", "id",
    "source", "from", "to",
)  # fmt: skip
_REPORT_KEYS = (
    "text", "report", "id", "title", "publisher", "published", "credits", "language", "url",
    "events", "figures", "claims", "blocks", "evidence", "place", "date",
)  # fmt: skip
_CAP_FRAME = ('<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">', "</alert>")


def targets() -> tuple[Target, ...]:
    """List the formats, each with its share of the cases."""
    return (
        *_reports(),
        *_documents(),
        *_warnings(),
        Target(
            name="record",
            share=8,
            seeds=(*seeds.lines(), *seeds.sound("record.json")),
            run=_decode,
            words=_quoted(_REPORT_KEYS),
            shapes=partial(shapes.forms, _REPORT_KEYS),
            bare=_decode,
        ),
        Target(name="packed", share=5, seeds=_packed(), run=_unpack, bare=_unpack),
        Target(name="robots", share=4, seeds=seeds.sound("robots.txt"), run=_rules, bare=_rules),
    )


def _reports() -> tuple[Target, ...]:
    [page] = seeds.sound("page.html")
    pages, lines, texts = seeds.examples(".html"), seeds.lines(), seeds.examples(".txt")
    return (
        Target(
            name="text",
            share=16,
            seeds=texts,
            run=partial(_read, "a.txt"),
            words=(b"Title: x\n", b"Date: 27 Jan 2025\n", b"GOMA, Jan 27 (Reuters) - ", b"\n\n"),
            shapes=shapes.texts,
            bare=partial(_read, "a.txt"),
        ),
        Target(
            name="jsonl",
            share=14,
            seeds=lines,
            run=partial(_read, "a.jsonl"),
            words=_quoted(_REPORT_KEYS),
            shapes=partial(shapes.forms, _REPORT_KEYS, lines=True),
            bare=partial(_read, "a.jsonl"),
        ),
        Target(
            name="html",
            share=8,
            seeds=(*pages, *[page] * 4),
            run=partial(_read, "a.html"),
            words=_tagged(_TAGS),
            shapes=partial(shapes.trees, _TAGS, _ATTRIBUTES, ("<html><body>", "</body>")),
            bare=lambda raw: _drop(take_apart(raw, _TODAY)),
        ),
        Target(
            name="any",
            share=6,
            seeds=(*texts, *lines, page, *seeds.sound("rss.xml")),
            run=partial(_read, "-"),
        ),
    )


def _documents() -> tuple[Target, ...]:
    feeds = seeds.sound("rss.xml", "atom.xml", "rdf.xml")
    frame = ("<rss><channel>", "</channel></rss>")
    shape = partial(shapes.trees, _FEED_TAGS, _ATTRIBUTES, frame)
    return (
        Target(
            name="feed",
            share=8,
            seeds=feeds,
            run=lambda raw: _drop(read_feed(raw, _URL)),
            words=_tagged(_FEED_TAGS),
            shapes=shape,
            bare=lambda raw: _drop(parse_feed(raw, _URL)),
        ),
        Target(
            name="alert-links",
            share=5,
            seeds=(*feeds, *seeds.sound("cap.xml")),
            run=lambda raw: _drop(alert_links(raw, _URL)),
            words=_tagged(_FEED_TAGS),
            shapes=shape,
            bare=lambda raw: _drop(parse_links(raw, _URL)),
        ),
    )


def _warnings() -> tuple[Target, ...]:
    alerts, keys = partial(shapes.forms, _ALERT_KEYS), _quoted(_ALERT_KEYS)
    cap = partial(shapes.trees, _CAP_TAGS, _ATTRIBUTES, _CAP_FRAME)
    return (
        _warning("cap", ("cap.xml",), _tagged(_CAP_TAGS), cap),
        _warning(
            "intervals",
            ("intervals.csv", "intervals.json"),
            _quoted(_COLUMNS),
            partial(shapes.tables, _COLUMNS),
        ),
        _warning("alerts-in-ua", ("alerts-in-ua.json",), keys, alerts),
        _warning("ukrainealarm", ("ukrainealarm.json",), keys, alerts),
    )


def _warning(
    name: str,
    files: tuple[str, ...],
    words: tuple[bytes, ...],
    shape: Callable[[], SearchStrategy[bytes]],
) -> Target:
    return Target(
        name=name,
        share=5,
        seeds=seeds.sound(*files),
        run=lambda raw: _drop(read_warnings(name, raw)),
        words=words,
        shapes=shape,
        bare=lambda raw: _drop(parse_warnings(raw, name)),
    )


def _read(name: str, raw: bytes) -> None:
    """Read reports; what was read points back into its bytes, which takes longer than reading."""
    for found in read(raw, name=name):
        if isinstance(found, Report) and crc32(raw) % _MAPPED == 0:
            map_offsets(raw, found)


def _decode(raw: bytes) -> None:
    """Read a record; what was read can be written and read again."""
    for line in raw.splitlines()[:50]:
        record = codec.decode(line)
        codec.decode(codec.encode(record))


def _unpack(raw: bytes) -> None:
    for encoding in ("gzip", "deflate"):
        body = read_body([raw[:40], raw[40:]], encoding, 1_000_000)
        if len(body) > 1_000_000:  # noqa: PLR2004
            message = f"{len(body)} bytes were unpacked"
            raise AssertionError(message)


def _rules(raw: bytes) -> None:
    robots = read_robots(Fetched(status=200, url=_URL, body=raw))
    robots.may("http://a.invalid/private/x.html?y")
    if robots.delay < 0:
        message = "a negative delay"
        raise AssertionError(message)


def _packed() -> tuple[bytes, ...]:
    [feed, page, cap] = seeds.sound("rss.xml", "page.html", "cap.xml")
    large = b"a" * 5_000_000
    return (gzip.compress(feed), zlib.compress(page), gzip.compress(large),
            zlib.compress(large)[2:], gzip.compress(b"a") + gzip.compress(cap))  # fmt: skip


def _drop(_: object) -> None:
    """Care only that there is an answer."""


def _tagged(tags: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(form.encode() for tag in tags for form in (f"<{tag}>", f"</{tag}>", f"<{tag} "))


def _quoted(keys: tuple[str, ...]) -> tuple[bytes, ...]:
    return (*(f'"{key}":'.encode() for key in keys), b",", b"{}", b"[]", b"null", b'"",')
