import pytest

from dateline.ingest.addresses import networks
from dateline.ingest.fetched import Fetched
from dateline.ingest.fetching import Fetcher
from dateline.ingest.robots import ask_robots, read_robots, robots_address
from tests.ingest.loopback import head, plain, serving

RULES = b"""
User-agent: *
Disallow: /private
Crawl-delay: 4

User-agent: dateline
Disallow: /drafts
Crawl-delay: 20
"""
HERE = Fetcher(allowed=networks(["127.0.0.0/8"]), timeout=2)


def rules(body, status=200):
    return read_robots(Fetched(status=status, url="https://a.example/robots.txt", body=body))


def asked(answer):
    with serving(answer) as port:
        return ask_robots(HERE, f"http://127.0.0.1:{port}/news")


def test_the_rules_for_dateline_are_obeyed():
    robots = rules(RULES)

    assert robots.may("https://a.example/drafts/1") == "no"
    assert robots.may("https://a.example/private/1") == "yes"  # said to others
    assert robots.delay == 20


def test_the_rules_for_all_hold_where_dateline_is_not_named():
    robots = rules(RULES.partition(b"User-agent: dateline")[0])

    assert (robots.may("https://a.example/private/"), robots.delay) == ("no", 4)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_site_without_rules_may_be_fetched(status):
    robots = rules(b"<html>", status)

    assert (robots.may("https://a.example/"), robots.delay) == ("yes", 0)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_in_trouble_is_left_alone_for_now(status):
    assert rules(b"", status).may("https://a.example/") == "not now"


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe\x00", b"Disallow: /", b"Crawl-delay: -3", b"a: b"]
)
def test_rules_that_say_nothing_forbid_nothing(body):
    robots = rules(b"User-agent: *\n" * (b"delay" in body) + body)

    assert (robots.may("https://a.example/"), robots.delay) == ("yes", 0)


def test_rules_are_asked_for_at_their_place():
    assert robots_address("https://a.example:8443/x/y?z#q") == "https://a.example:8443/robots.txt"
    assert asked(plain(b"User-agent: *\nDisallow: /")).may("http://127.0.0.1/news") == "no"


def test_a_site_that_does_not_answer_is_left_alone_for_now():
    assert asked(lambda c, _: c.close()).may("http://127.0.0.1/news") == "not now"


def test_huge_rules_are_left_alone_for_now():
    def endless(connection, _):
        connection.sendall(head())
        while True:
            connection.sendall(b"Disallow: /a\n" * 1000)

    assert asked(endless).may("http://127.0.0.1/news") == "not now"
