"""What an analyst does in the browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PAGES = ("/", "/review", "/figures", "/sources", "/watches", "/sitrep", "/settings", "/api-docs")


def serious(page):
    found = Axe().run(page).response["violations"]
    return [
        (v["id"], v["nodes"][0]["html"][:200])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_accessible(page, path):
    page.goto(path)
    expect(page.get_by_role("heading", level=1).first).to_be_attached()
    page.wait_for_load_state("networkidle")

    assert serious(page) == []


def test_the_situation_is_filtered_and_the_address_says_so(page):
    page.goto("/?text=Macomia&origins=2")

    expect(page.get_by_role("link", name="Territory captured, Macomia").first).to_be_visible()
    expect(page.get_by_role("region", name="Map")).to_be_visible()
    assert "origins=2" in page.url


def test_an_incident_shows_its_ledger_and_its_words(page):
    page.goto("/?text=Macomia&origins=2")
    page.get_by_role("link", name="Territory captured, Macomia").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Territory captured, Macomia")
    ledger = page.get_by_role("table", name="Ledger")
    ledger.get_by_role("button").first.click()

    expect(page).to_have_url(re.compile("quote="))
    expect(page.get_by_text("4 reports, 2 origins").first).to_be_visible()


def test_accepting_is_kept_with_its_author_and_undone(page):
    page.goto("/?text=Macomia&origins=2")
    page.get_by_role("link", name="Territory captured, Macomia").first.click()
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    page.get_by_role("button", name="Undo").first.click()

    expect(page.get_by_text("taken back").first).to_be_visible()


def test_a_figure_is_corrected_beside_its_words(live, page):
    page.goto("/reports/maco-1")
    page.get_by_role("button", name="Correct a field").click()
    page.get_by_label("At least").fill("9")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_text("is corrected").first).to_be_visible()
    [kept] = [j for j in live.store.judgements() if j.verdict == "correct"]
    assert (kept.author, kept.correction.quote.quote) == ("ana", "killing at least eight people")


def test_one_signs_out(page):
    page.goto("/")
    page.get_by_role("button", name="ana").click()
    page.get_by_text("Sign out").click()
    expect(page).to_have_url(re.compile("sign-in"))
    page.goto("/review")

    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
    expect(page.get_by_text("Sign in first")).to_be_visible()
