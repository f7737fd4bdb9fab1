"""Hostile content and hostile clients: scripts in texts, bombs in XML, half requests, clocks."""

import json
import re
import socket
import threading
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from dateline.keeping import arriving
from dateline.records import Party, Query
from dateline.records.desk import Arrival
from tests.keeping.made import add, make_record
from tests.server.live import receiver

SCRIPT = "<script>alert(1)</script>"
SECRET = "not for everybody"  # noqa: S105  a file's content
CAP = """<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier>
<sender>s</sender><sent>2024-06-03T05:00:00+00:00</sent><status>Actual</status>
<msgType>Alert</msgType><scope>Public</scope><info><category>Security</category>
<event>Air raid warning</event><urgency>Immediate</urgency><severity>Severe</severity>
<certainty>Likely</certainty><headline>&x;</headline><area><areaDesc>Kharkiv &x;</areaDesc></area>
</info></alert>"""
RSS = (
    "<rss version='2.0'><channel><title>&x;</title><item><title>&x;</title></item></channel></rss>"
)


def bomb():
    """Name an entity that would be a billion words."""
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE a [<!ENTITY e0 "boom">{steps}<!ENTITY x "&e9;">]>'


@pytest.fixture(params=["a file", "a bomb"])
def doctype(request, tmp_path):
    """Declare an entity that is a file of this machine, or grows without end."""
    if request.param == "a bomb":
        return bomb()
    hidden = tmp_path / "hidden.txt"
    hidden.write_text(SECRET)
    return f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{hidden}">]>'


# ── what is shown ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def scripted(live):
    """Keep a report whose title, publisher and quoted words are a script."""
    record = make_record("evil", "Kherson", title=f"Shells {SCRIPT}", publisher=SCRIPT)
    text = record.report.text.replace("reports.", f"reports {SCRIPT}.", 1)
    event = replace(record.events[0], place=replace(record.events[0].place, name=SCRIPT))
    shift = len(text) - len(record.report.text)
    quotes = tuple(replace(q, start=q.start + shift, end=q.end + shift) for q in event.evidence)
    event = replace(event, evidence=quotes)
    add(live.store, replace(record, report=replace(record.report, text=text), events=(event,)))
    return next(row.id for row in live.store.search(Query()) if row.place == SCRIPT)


def test_a_script_in_a_title_or_quote_is_words_of_json(ana, scripted):
    for path in ("/incidents", f"/incidents/{scripted}", "/reports/evil", "/reports", "/figures"):
        answer = ana.get(path)
        assert answer.headers["content-type"] == "application/json", path
        assert answer.headers["x-content-type-options"] == "nosniff", path
    assert SCRIPT in ana.get("/reports/evil").json()["text"]


def test_a_script_is_escaped_where_a_document_is_made(ana, scripted):
    made = ana.post("/watches", json={"name": f"w {SCRIPT}", "query": {}}).json()["watch"]
    documents = [ana.get("/sitrep"), *(ana.get(url) for url in made["addresses"].values())]

    assert scripted
    for document in documents:
        assert document.status_code == 200
        assert "<script" not in document.text.lower(), document.url
    assert "script-src" not in documents[0].headers["content-security-policy"]
    assert "default-src 'none'" in documents[0].headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/incidents/x", "/sign-in", "/api/v1/session",
                                  "/api/v1/nothing", "/feeds/x.atom", "/assets/x.js"])  # fmt: skip
def test_every_page_says_what_may_run_on_it(live, path):
    policy = httpx.get(live.base + path).headers["content-security-policy"]

    assert re.search(r"script-src 'self'(;|$)", policy)
    assert "object-src 'none'" in policy


def test_a_formula_in_a_table_is_no_formula(live, ana):
    record = make_record("sum", "Kherson")
    event = replace(record.events[0], place=replace(record.events[0].place, name="=1+1"))
    add(live.store, replace(record, events=(event,)))
    cells = re.split(r"[,\n]", ana.get("/incidents", params={"format": "csv"}).text)

    assert "'=1+1" in cells
    assert "=1+1" not in cells


# ── what is brought ──────────────────────────────────────────────────────────────────────────


def test_entities_of_a_warning_are_not_followed(ana, doctype):
    feed = ana.post("/warning-feeds", json={"name": "c", "kind": "cap"}).json()
    file = {"file": ("a.xml", (doctype + CAP).encode())}
    answer = ana.post(f"/warning-feeds/{feed['id']}/upload", files=file)
    told = ana.get("/warnings", params={"from": "2024-06-01", "to": "2024-06-09"}).text

    assert answer.status_code in (200, 422)
    assert SECRET not in answer.text + told
    assert len(told) < 20_000


def test_entities_of_a_feed_are_not_followed(ana, doctype):
    with receiver(lambda _: (200, "application/rss+xml", (doctype + RSS).encode())) as (base, _):
        answer = ana.post("/feeds/test", json={"url": f"{base}/feed"})

    assert answer.status_code == 200
    assert SECRET not in answer.text
    assert len(answer.text) < 20_000


def test_entities_of_a_page_are_not_followed(live, ana, doctype):
    page = f"{doctype}<html><body><p>The town of Kherson was shelled. &x;</p></body></html>"
    [made] = ana.post("/arrivals", files={"files": ("a.html", page.encode())}).json()["arrivals"]
    found = arriving.opened(live.store.shelf(Arrival).find(made["id"]))

    assert SECRET not in repr(found)
    assert len(repr(found)) < 20_000


def test_too_many_files_are_refused(ana):
    files = [("files", (f"{n}.txt", b"x")) for n in range(101)]

    assert ana.post("/arrivals", files=files).status_code in (400, 413, 422)


def test_a_file_that_is_too_large_is_refused_and_not_kept(live, ana):
    files = {"files": ("large.txt", bytes(20_000_001))}
    [made] = ana.post("/arrivals", files=files).json()["arrivals"]

    assert (made["status"], made["reason"]) == ("refused", "it is larger than 20,000,000 bytes")
    assert live.store.shelf(Arrival).find(made["id"]).body is None


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "..\\..\\windows\\x", "/etc/x", "a/b/../x"])
def test_a_file_has_only_the_last_part_of_its_name(ana, name):
    [made] = ana.post("/arrivals", files={"files": (name, b"text")}).json()["arrivals"]

    assert made["name"] == "x"


def test_a_redirect_into_the_network_is_not_followed(ana):
    with moved_to("http://10.0.0.1/") as base:
        answer = ana.post("/feeds/test", json={"url": base}).json()

    assert not answer["ok"]
    assert "inside a network" in answer["reason"]


@contextmanager
def moved_to(address):
    """Serve on loopback that all is somewhere else."""

    class Moved(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(302)
            self.send_header("Location", address)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Moved)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def test_a_name_that_is_answered_with_an_address_inside_is_not_asked(ana, monkeypatch):
    real = socket.getaddrinfo

    def answered(host, port, *args, **kwargs):
        if host == "rebound.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", port))]
        return real(host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", answered)
    answer = ana.post("/feeds/test", json={"url": "http://rebound.example/feed"}).json()

    assert not answer["ok"]
    assert "inside a network" in answer["reason"]


# ── whose names ──────────────────────────────────────────────────────────────────────────────


def test_lists_withhold_a_persons_name_unless_an_analyst_asks(live):
    record = make_record("local", "Kherson", title="Salma Aref shot")
    event = replace(record.events[0], targets=(Party(name="Salma Aref", role="CVL"),))
    add(live.store, replace(record, events=(event,)))
    with live.store.writing() as write:
        [row] = [row for row in write.search(Query()) if row.place == "Kherson"]
        write.put_incidents([replace(row, title="Salma Aref shot, Kherson")])
    with live.visitor("rita", "reader") as rita, live.visitor() as ana:
        paths = ("/incidents", "/incidents?names=true", "/incidents?format=csv", "/changes", "/map")
        for path in (*paths, "/strikes", "/figures", "/reports/local", "/reports"):
            assert "Salma" not in rita.get(path).text, path
        assert "Salma" not in ana.get("/incidents").text
        assert "Salma Aref shot" in ana.get("/incidents?names=true").text
        assert "Salma Aref shot" in ana.get("/reports?names=true").text


def test_a_table_that_cannot_be_read_is_no_fault_of_the_record(ana):
    feed = ana.post("/warning-feeds", json={"name": "t", "kind": "intervals"}).json()
    answer = ana.post(f"/warning-feeds/{feed['id']}/upload", files={"file": ("s.csv", b"a,b\n")})

    assert answer.status_code == 422
    assert "needs columns" in answer.json()["detail"]


@pytest.mark.parametrize(
    "place",
    [
        {},
        [],
        {"at": 1},
        {"id": "x", "revision": -1},
        {"number": 10**30},
        {"start": "soon", "id": 1},
    ],
    ids=str,
)
def test_a_forged_cursor_is_refused(ana, place):
    cursor = json.dumps(place).encode().hex()
    answers = [
        ana.get(path, params={"cursor": cursor, "after": cursor})
        for path in ("/incidents", "/arrivals", "/judgements", "/reports", "/changes")
    ]

    assert {answer.status_code for answer in answers} <= {200, 422}
    assert 422 in {answer.status_code for answer in answers}
