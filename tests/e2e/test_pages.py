"""Every page, light and dark: accessible, and as its picture in the documentation shows it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dateline.records import Query
from tests.e2e.pictures import keep

PAGES = {
    "situation": "/",
    "incident": None,
    "report": "/reports/maco-2",
    "compare": "/reports/maco-2/compare/maco-1",
    "review": "/review",
    "figures": "/figures",
    "sources": "/sources",
    "watches": "/watches",
    "sitrep": "/sitrep",
    "settings": "/settings",
    "api-docs": "/api-docs",
}


def settled(page, address):
    page.goto(address)
    expect(page.get_by_role("heading", level=1).first).to_be_attached()
    page.wait_for_load_state("networkidle")
    expect(page.locator("[aria-busy=true]")).to_have_count(0, timeout=20_000)


def address_of(live, name):
    if PAGES[name] is not None:
        return PAGES[name]
    return f"/incidents/{next(row.id for row in live.store.search(Query()) if row.origins > 1)}"


def serious(page):
    found = Axe().run(page).response["violations"]
    return [
        (v["id"], v["nodes"][0]["html"][:200])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible(live, sign_in, name, scheme):
    page = sign_in("ana", "admin", color_scheme=scheme)
    settled(page, address_of(live, name))

    assert serious(page) == []
    if scheme == "light":
        keep(page, name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_to_sign_in_is_accessible(open_page, scheme):
    page = open_page(color_scheme=scheme)
    settled(page, "/sign-in")
    page.get_by_role("button", name="Sign in").hover()

    assert serious(page) == []
    if scheme == "light":
        keep(page, "sign-in")
