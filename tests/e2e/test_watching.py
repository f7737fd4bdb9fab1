"""Watching: a watch made in the browser tells of a new report by RSS and by webhook."""

import json

import httpx
from lxml import etree
from playwright.sync_api import expect

from tests.server.live import receiver, until

REPORT = """Shells hit market in Goma

GOMA, Congo, June 3 - Shells hit a market in Goma on Monday, killing four people and wounding nine,
a hospital official said."""


def make_watch(page, name, channel, target=None):
    page.goto("/watches")
    page.get_by_role("link", name="New watch").click()
    form = page.get_by_role("form", name="New watch")
    form.get_by_label("Name", exact=True).fill(name)
    form.get_by_label("Words in the reports").fill("market")
    form.get_by_role("radio", name=channel, exact=True).check()
    if target:
        form.get_by_label("Address to call").fill(target)
    form.get_by_role("button", name="Create watch").click()
    expect(page.get_by_text(f"“{name}” is created").first).to_be_visible()


def test_a_new_report_comes_by_rss_and_by_webhook(page):
    with receiver() as (address, calls):
        make_watch(page, "Markets by feed", "Feed")
        rss = page.get_by_role("link", name="RSS").first.get_attribute("href")
        make_watch(page, "Markets by webhook", "Webhook", f"{address}/hook")
        page.goto("/sources")
        page.get_by_label("Text of the report").fill(REPORT)
        page.get_by_role("button", name="Add text").click()

        said = until(lambda: [body for method, _, _, body in calls if method == "POST"])
        items = until(lambda: etree.fromstring(httpx.get(rss).content).findall(".//item"))

    assert "Goma" in items[0].findtext("title")
    assert "Goma" in json.dumps(json.loads(said[-1]), ensure_ascii=False)
