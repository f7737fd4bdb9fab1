"""Deciding: correct by selecting words, accept, merge, undo; two analysts on one incident."""

import re

from playwright.sync_api import expect

from dateline.records import Query
from tests.e2e.driving import select, told_most
from tests.server.live import until


def open_incident(live, page):
    told = told_most(live)
    page.goto(f"/?text={told.place}")
    page.get_by_role("link", name=told.title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(told.title)


def test_a_figure_is_corrected_by_selecting_its_words(live, page):
    page.goto("/reports/maco-1")
    select(page, "killing at least eight people")
    page.get_by_label("At least", exact=True).fill("9")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_text("is corrected").first).to_be_visible()
    [kept] = [j for j in live.store.judgements() if j.verdict == "correct"]
    assert (kept.author, kept.correction.quote.quote) == ("ana", "killing at least eight people")


def test_accepting_is_kept_with_its_author_and_undone(live, page):
    open_incident(live, page)
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.get_by_text("Accepted as coded").first).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).first.click()

    expect(page.get_by_text("taken back").first).to_be_visible()


def groups(live):
    """Give the events that are told of one incident, for each incident."""
    return {row.events for row in live.store.search(Query())}


def test_two_are_merged_by_keys_and_the_merge_is_undone(live, page):
    page.goto("/review")
    before = groups(live)
    expect(page.get_by_role("heading", name="Candidates to merge with")).to_be_visible()
    page.keyboard.press("m")
    expect(page.get_by_text(re.compile("^Merged with")).first).to_be_visible()
    [judged] = [j for j in live.store.judgements() if j.verdict == "same"]
    both = {f"{anchor.report}/{anchor.event}" for anchor in (judged.left, judged.right)}
    assert any(both <= set(events) for events in groups(live))
    page.keyboard.press("u")

    expect(page.get_by_text("Taken back").first).to_be_visible()
    assert groups(live) == before


def test_of_two_analysts_the_second_is_told_before_anything_is_lost(live, page, sign_in):
    ben = sign_in("ben")
    open_incident(live, page)
    open_incident(live, ben)
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.get_by_text("Accepted as coded").first).to_be_visible()
    ben.get_by_role("button", name="Accept", exact=True).click()

    expect(ben.get_by_text("Changed by ana since you opened it")).to_be_visible()
    assert not [j for j in live.store.judgements() if j.author == "ben"]
    ben.get_by_role("button", name="Save mine on top").click()
    expect(ben.get_by_role("alert", name="Changed meanwhile")).to_be_hidden()
    assert until(lambda: [j for j in live.store.judgements() if j.author == "ben"])
