"""Signing in by a link and by name and password, and out."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import SITUATION

PASSWORD = "the river is wide at Kindu"  # noqa: S105


def test_one_sets_a_password_signs_out_and_in_again(live, open_page):
    page = open_page()
    page.goto(live.link("eve", "analyst"))
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label(re.compile("again", re.IGNORECASE)).fill(PASSWORD)
    page.get_by_role("button", name=re.compile("Set")).click()
    page.wait_for_url(SITUATION)
    page.get_by_role("button", name="eve").click()
    page.get_by_text("Sign out").click()
    expect(page).to_have_url(re.compile("sign-in"))
    page.get_by_label("Name").fill("eve")
    page.get_by_label("Password").fill("not this one, surely")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).not_to_be_empty()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    page.wait_for_url(SITUATION)
    expect(page.get_by_role("button", name="eve")).to_be_visible()


def test_who_is_signed_out_sees_no_page(open_page):
    page = open_page()
    page.goto("/review")

    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
    expect(page.get_by_text("Sign in first")).to_be_visible()


def test_a_link_opens_once(live, open_page):
    link = live.link("eve", "analyst")
    first, second = open_page(), open_page()
    first.goto(link)
    expect(first.get_by_text("You are signed in as eve")).to_be_visible()
    second.goto(link)

    expect(second.get_by_text("This link does not open anything")).to_be_visible()
