"""What hostile visitors try: guessing, forging, other sites' pages, odd names and sizes."""

import re

import httpx
import pytest

from dateline.records.desk import Person
from dateline.server.keys import password_hash


def test_nothing_is_seen_without_signing_in(live):
    answer = httpx.get(f"{live.base}/api/v1/incidents")

    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_link_opens_once(live):
    token = live.link("ana", "analyst").partition("#token=")[2]
    first, second = (
        httpx.post(f"{live.base}/api/v1/session/link", json={"token": token}) for _ in range(2)
    )

    assert (first.status_code, second.status_code) == (200, 401)


def test_guessing_a_password_has_to_wait(live):
    with live.store.writing() as write:
        write.shelve(Person(id="x", name="Xenia", role="reader", created=0,
                            password=password_hash("a row of words")))  # fmt: skip
    answers = [
        httpx.post(f"{live.base}/api/v1/session", json={"name": "xenia", "password": f"guess {n}"})
        for n in range(7)
    ]

    assert answers[0].status_code == 401
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1


def test_a_cookie_is_for_the_server_alone(live):
    token = live.link("ana", "analyst").partition("#token=")[2]
    answer = httpx.post(f"{live.base}/api/v1/session/link", json={"token": token})
    cookie = answer.headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_a_change_without_the_pages_secret_is_refused(ana):
    ana.headers.pop("X-CSRF-Token")

    assert ana.post("/tokens", json={"name": "x", "scopes": ["read"]}).status_code == 403


@pytest.mark.parametrize("headers", [{"Origin": "https://elsewhere.example"},
                                     {"Sec-Fetch-Site": "cross-site"}], ids=str)  # fmt: skip
def test_another_sites_page_changes_nothing(ana, headers):
    answer = ana.post("/tokens", json={"name": "x", "scopes": ["read"]}, headers=headers)

    assert answer.status_code == 403


def test_another_hosts_name_is_refused(live):
    answer = httpx.get(f"{live.base}/api/v1/session", headers={"Host": "rebound.example"})

    assert answer.status_code == 400


def test_a_token_does_what_its_scopes_name_and_no_more(live, ana):
    made = ana.post("/tokens", json={"name": "copy", "scopes": ["read"]}).json()
    with httpx.Client(base_url=f"{live.base}/api/v1") as program:
        program.headers["Authorization"] = f"Bearer {made['secret']}"
        read = program.get("/incidents").status_code
        write = program.post("/arrivals", json={"text": "x"}).status_code
        ana.delete(f"/tokens/{made['token']['id']}")
        after = program.get("/incidents").status_code

    assert (read, write, after) == (200, 403, 401)


def test_the_last_admin_cannot_lock_everybody_out(live):
    with live.visitor("root", "admin") as root:
        [me] = root.get("/people").json()["people"]
        answer = root.patch(f"/people/{me['id']}", json={"role": "reader"})

    assert answer.status_code == 422


@pytest.mark.parametrize(
    "path", ["/..%2f..%2fserver%2fkeys.py", "/assets/..%2f..%2fkeys.py", "/%00", "/assets/%2e%2e/"]
)
def test_tricks_in_paths_find_no_file(live, path):
    answer = httpx.get(live.base + path)

    assert "def hashed" not in answer.text
    assert answer.status_code in (200, 400, 404, 503)


def test_a_page_may_run_nothing_but_its_own_scripts(live):
    headers = httpx.get(live.base).headers
    policy = headers["content-security-policy"]

    assert re.search(r"script-src 'self'(;|$)", policy)
    assert "unsafe-eval" not in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_a_body_that_is_too_large_is_refused(live):
    answer = httpx.post(f"{live.base}/api/v1/arrivals", content=bytes(64_000_001))

    assert answer.status_code == 413


@pytest.mark.parametrize("url", ["http://169.254.169.254/", "file:///etc/passwd", "http://[::1]/",
                                 "http://user:pw@example.org/"])  # fmt: skip
def test_addresses_inside_are_not_fetched(ana, url):
    answer = ana.post("/feeds/test", json={"url": url})

    assert answer.status_code == 422 or not answer.json()["ok"]


def test_names_of_private_victims_are_covered_in_reports_for_readers(live):
    from dataclasses import replace

    from dateline.records import Party
    from tests.keeping.made import add, make_record

    record = make_record("local", "Kherson")
    text = record.report.text.replace("Kherson.", "Kherson. A farmer, Salma Aref, was killed.")
    event = replace(record.events[0], targets=(Party(name="Salma Aref", role="CVL"),))
    add(live.store, replace(record, report=replace(record.report, text=text), events=(event,)))
    with live.visitor("rita", "reader") as rita:
        shown = rita.get("/reports/local", params={"names": True}).json()
    with live.visitor() as analyst:
        named = analyst.get("/reports/local", params={"names": True}).json()

    assert "Salma" not in str(shown)
    assert len(shown["text"]) == len(text)
    assert named["text"] == text
