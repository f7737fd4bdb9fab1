"""What holds for every channel that is fetched, and what is Atom's and RSS's own."""

import io
from datetime import datetime

import feedparser
import pytest
from lxml import etree

from dateline.publish.channelling import CHANNELS
from tests.publish.channels.made import ENTRY, LATER, MANY, bulletin, entry

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [name for name, channel in CHANNELS.items() if not channel.pushed]


def read(name, *entries, **fields):
    return feedparser.parse(io.BytesIO(CHANNELS[name].write(bulletin(*entries, **fields))))


@pytest.mark.parametrize("name", CHANNELS.names())
def test_the_same_bulletin_is_written_in_the_same_bytes(name):
    assert CHANNELS[name].write(bulletin(ENTRY)).count(b"Chuhuiv") >= 1
    if name != "email":  # whose parts are divided by chance
        assert CHANNELS[name].write(MANY) == CHANNELS[name].write(MANY)


@pytest.mark.parametrize("name", CHANNELS.names())
def test_no_party_and_no_words_of_a_report_go_out(name):
    titled = entry(title="Armed attack by Salma Aref in Chuhuiv")
    written = CHANNELS[name].write(bulletin(titled))

    assert b"Salma" not in written
    assert b"teacher" not in written
    assert b"Russian army" not in written


@pytest.mark.parametrize("name", FEEDS)
def test_hostile_words_stay_words(name):
    root = etree.fromstring(CHANNELS[name].write(MANY))

    assert not [node for node in root.iter() if etree.QName(node).localname == "script"]
    texts = "".join(root.itertext())
    assert "<script>alert('x')</script>" in texts
    assert "\x1b" not in texts


@pytest.mark.parametrize("name", FEEDS)
def test_an_empty_watch_is_a_feed(name):
    found = read(name)

    assert not found.bozo
    assert found.entries == []


@pytest.mark.parametrize("name", ["atom", "rss"])
def test_a_reader_of_news_finds_everything(name):
    found = read(name, ENTRY, entry(LATER, id="i2", title="Second"))

    assert not found.bozo
    assert found.feed.title == "Strikes near Kharkiv"
    assert found.feed.link == "https://desk.example/watches/7"
    assert [e.title for e in found.entries] == ["Second", "Shelling in Chuhuiv"]
    last = found.entries[1]
    assert last.link == last.id == "https://desk.example/incidents/i-3f2a"
    assert last.summary == (
        "When: 2024-10-28. Where: Chuhuiv (UKR). Killed: 2 to 3. Injured: 5."
        " Displaced: at least 40. Attested: fair, by 9 reports of 2 origins."
    )


def test_an_entry_of_atom_says_when_it_was_found_and_changed():
    [found] = read("atom", entry(LATER)).entries

    assert (found.published, found.updated) == ("2024-10-29T03:00:00Z", "2024-10-30T04:30:00Z")
    assert found.where == {"type": "Point", "coordinates": (36.688, 49.8354)}


def test_every_entry_of_atom_has_what_the_format_demands():
    root = etree.fromstring(CHANNELS["atom"].write(MANY))
    entries = root.findall(f"{ATOM}entry")

    ids = [e.findtext(f"{ATOM}id") for e in entries]
    assert len(set(ids)) == len(ids) == 6
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == "https://desk.example/feeds/7.atom"
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1
        datetime.fromisoformat(one.findtext(f"{ATOM}updated"))
    assert all(e.find(f"{ATOM}summary").text for e in entries)


def test_every_item_of_rss_has_a_link_and_a_moment():
    root = etree.fromstring(CHANNELS["rss"].write(MANY))

    items = root.findall("channel/item")
    assert [i.findtext("guid") for i in items] == [i.findtext("link") for i in items]
    assert {i.findtext("pubDate") for i in items} == {
        "Wed, 30 Oct 2024 04:30:00 GMT",
        "Tue, 29 Oct 2024 03:00:00 GMT",
    }
    assert root.find("channel/{http://www.w3.org/2005/Atom}link").get("rel") == "self"


def test_an_incident_that_is_no_more_says_so_and_what_it_became():
    gone = entry(removed=True, successors=("i8", "i9"))
    [found] = read("atom", gone).entries

    assert found.title == "Withdrawn: Shelling in Chuhuiv"
    assert [link.href for link in found.links if link.rel == "related"] == [
        "https://desk.example/incidents/i8",
        "https://desk.example/incidents/i9",
    ]


def test_an_id_cannot_break_out_of_a_link():
    [found] = read("rss", entry(id="../x?y#z")).entries

    assert found.link == "https://desk.example/incidents/..%2Fx%3Fy%23z"


def test_titles_are_on_one_line_and_not_endless():
    [found] = read("rss", entry(title="A\nB\x00" + "c" * 999)).entries

    assert found.title.startswith("A B")
    assert len(found.title) == 200
