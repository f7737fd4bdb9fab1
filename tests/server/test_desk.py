"""What goes on in the background: reports come in, watches tell, silence is never peace."""

import socket
from email import message_from_bytes

import feedparser
import pytest
from aiosmtpd.controller import Controller

from dateline.publish.channels import webhook
from dateline.server.options import Post
from tests.server.live import receiver, running, until

TEXT = """KHARKIV, Ukraine, 3 June 2024 - Russian shelling killed at least four people in
the city of Kharkiv on Monday, the regional governor said. Two homes were destroyed.
"""
PAGE = f"<html><head><title>Shelling in Kharkiv</title></head><body><p>{TEXT}</p></body></html>"
FEED = """<rss version="2.0"><channel><title>Herald</title><link>{0}</link>
<description>d</description>
<item><title>Shelling in Kharkiv</title><link>{0}/story.html</link><guid>a1</guid></item>
</channel></rss>"""


class _Mail:
    """Keep what is delivered."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  the library's name
        self.letters.append(message_from_bytes(envelope.content))
        return "250 OK"


@pytest.fixture(scope="module")
def letters():
    """Receive e-mail on loopback."""
    mail = _Mail()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(mail, hostname="127.0.0.1", port=port)
    controller.start()
    yield port, mail.letters
    controller.stop()


@pytest.fixture(scope="module")
def desk(tmp_path_factory, letters):
    """Serve a new record, with the work in the background."""
    address = str(tmp_path_factory.mktemp("desk") / "desk.db")
    post = Post(host="127.0.0.1", port=letters[0], sender="desk@example.org")
    with running(address, work=True, post=post) as live:
        yield live


@pytest.fixture(scope="module")
def ana(desk):
    """Sign an analyst in."""
    with desk.visitor() as client:
        yield client


def settled(ana, id_):
    """Wait until an arrival is read, refused or failed."""

    def done():
        [one] = [a for a in ana.get("/arrivals").json()["arrivals"] if a["id"] == id_]
        return one["status"] not in ("waiting", "reading") and one

    return until(done, 120)


def bring(ana, **given):
    [made] = ana.post("/arrivals", json=given).raise_for_status().json()["arrivals"]
    return settled(ana, made["id"])


def test_a_text_is_read_and_those_who_watch_are_told(ana, letters):
    with receiver() as (address, seen):
        query = {"text": "Kharkiv"}
        watch = {"name": "Kharkiv", "query": query, "channel": "webhook", "target": address}
        made = ana.post("/watches", json=watch).json()
        ana.post("/watches", json={"name": "By post", "channel": "email",
                                   "target": "ed@example.org"}).raise_for_status()  # fmt: skip
        done = bring(ana, text=TEXT, title="Shelling in Kharkiv", published="2024-06-03")
        [*_, (_, _, headers, body)] = until(lambda: seen)
        [letter] = until(lambda: letters[1])

    lower = {name.lower(): value for name, value in headers.items()}
    assert done["status"] == "read"
    assert webhook.verify(made["secret"], lower, body, _now())
    assert b"Kharkiv" in body
    assert "Kharkiv" in letter.as_string()
    feed = ana.get(made["watch"]["addresses"]["atom"])
    assert "Kharkiv" in feedparser.parse(feed.content).entries[0].title


def test_the_same_text_is_no_second_report(desk, ana):
    first, second = (
        bring(ana, text=TEXT, title="Shelling in Kharkiv", published="2024-06-03") for _ in range(2)
    )

    assert first["reports"] == second["reports"]
    assert len(list(desk.store.report_ids())) == 1


def test_a_feed_is_polled_and_brings_each_item_once(ana):
    def answers(path):
        if path == "/robots.txt":
            return 404, "text/plain", b""
        if path == "/feed":
            return 200, "application/rss+xml", FEED.format(address).encode()
        return 200, "text/html", PAGE.encode()

    with receiver(answers) as (address, seen):
        feed = ana.post("/feeds", json={"url": f"{address}/feed", "name": "Herald"}).json()
        until(lambda: ana.get("/feeds").json()["feeds"][0]["read"] == 1)
        brought = until(
            lambda: [a for a in ana.get("/arrivals").json()["arrivals"] if a["kind"] == "feed"]
        )
        done = settled(ana, brought[0]["id"])
        ana.patch(f"/feeds/{feed['id']}", json={"paused": False})
        until(lambda: len([1 for _, path, *_ in seen if path == "/feed"]) > 1)

    assert done["status"] == "read", done["reason"]
    assert len([1 for _, path, *_ in seen if path == "/story.html"]) == 1


@pytest.mark.parametrize(
    ("given", "status"),
    [
        pytest.param({"text": "12 34 56 78 / 90 %%% 12"}, "refused", id="no running text"),
        pytest.param({"url": "http://127.0.0.1:47999/none"}, "waiting", id="nobody answers"),
    ],
)
def test_what_cannot_be_read_says_why(ana, given, status):
    [made] = ana.post("/arrivals", json=given).json()["arrivals"]

    def told():
        [one] = [a for a in ana.get("/arrivals").json()["arrivals"] if a["id"] == made["id"]]
        return one["reason"] and one

    assert until(told)["status"] == status


def test_a_file_with_a_tricky_name_is_only_a_file(ana):
    files = {"files": ("../../etc/passwd.txt", TEXT.encode(), "text/plain")}
    [made] = ana.post("/arrivals", files=files).raise_for_status().json()["arrivals"]

    assert made["name"] == "passwd.txt"
    assert settled(ana, made["id"])["status"] == "read"


def test_a_region_is_unknown_when_its_feed_falls_silent(ana):
    feed = ana.post("/warning-feeds", json={"name": "Sirens", "kind": "intervals",
                                            "silent_after_minutes": 5}).json()  # fmt: skip
    table = (
        "oblast,started_at,finished_at\nKharkiv Oblast,2024-06-03T05:00:00Z,2024-06-03T06:00:00Z\n"
    )
    kept = ana.post(
        f"/warning-feeds/{feed['id']}/upload", files={"file": ("s.csv", table.encode())}
    )
    told = ana.get("/warnings", params={"from": "2024-06-03", "to": "2024-06-04"}).json()

    assert kept.status_code == 200, kept.text
    assert [w["region_name"] for w in told["warnings"]] == ["Kharkiv Oblast"]
    assert {region["state"] for region in told["regions"]} == {"unknown"}
    assert ana.get("/strikes").json()["summary"]["words"]


def test_what_goes_out_as_cap_is_a_test_and_no_warning(ana):
    made = ana.post("/watches", json={"name": "Alerts", "channel": "cap"}).json()
    text = ana.get(made["watch"]["addresses"]["cap"]).text

    assert "<status>Test</status>" in text
    assert "Actual" not in text
    assert "not an official warning" in text


def test_a_feed_needs_its_key(ana):
    made = ana.post("/watches", json={"name": "Kept"}).json()["watch"]
    address = made["addresses"]["rss"].partition("?")[0]

    assert ana.get(address).status_code == 404
    assert ana.get(f"{address}?key=guess").status_code == 404


def _now():
    from datetime import UTC, datetime

    return datetime.now(UTC)
