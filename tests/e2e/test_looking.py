"""Looking: the map, the filters, an incident with its words."""

import re

from playwright.sync_api import expect

from dateline.records import Query
from tests.e2e.driving import told_most


def test_the_map_is_drawn_and_a_filter_stands_in_the_address(live, page):
    told = told_most(live)
    expect(page.locator(".map[aria-busy=false]")).to_be_attached(timeout=20_000)
    page.get_by_role("searchbox", name="Words").fill(told.place)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(f"text={told.place}"))
    expect(page.get_by_role("link", name=told.title).first).to_be_visible()


def test_an_address_shows_a_colleague_the_same(live, page, sign_in):
    [told, *_] = live.store.search(Query(origins=2))
    page.goto("/?origins=2")
    expect(page.get_by_role("link", name=told.title).first).to_be_visible()
    other = sign_in("ben")
    other.goto(page.url)

    expect(other.get_by_role("link", name=told.title).first).to_be_visible()
    assert "origins=2" in other.url


def test_a_value_lights_its_words_and_words_their_value(live, page):
    told = told_most(live)
    page.goto(f"/?text={told.place}")
    page.get_by_role("link", name=told.title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(told.title)
    expect(page.get_by_text(f"{told.reports} reports, {told.origins} origin").first).to_be_visible()
    ledger = page.get_by_role("table").first
    ledger.get_by_role("button").first.click()

    expect(page).to_have_url(re.compile("quote="))
    expect(page.get_by_label("Report text").locator(".lit, [data-lit]").first).to_be_visible()


def test_a_phone_shows_the_same_incident(live, sign_in):
    told = told_most(live)
    phone = sign_in("ana", has_touch=True)
    phone.set_viewport_size({"width": 390, "height": 844})
    phone.goto(f"/?text={told.place}")
    phone.get_by_role("link", name=told.title).first.click()

    expect(phone.get_by_role("heading", level=1)).to_have_text(told.title)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
