import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.structure import find_blocks, find_credits, find_repeats, read_dateline
from dateline.records import BlockKind

STORY = "Two people were killed on Monday when shells hit a market in Sirte, a medic said."
MORE = "Six others were hurt in the attack, the second in a week, according to the mayor."
CAPTION = "Rescuers search a market in Sirte, Libya, Monday, June 3, 2019."


def sorted_kinds(text, title=None):
    return [str(block.kind) for block in find_blocks(text, title=title)]


def kinds_of(line, *, before="", after=f"{STORY}\n{MORE}"):
    text = f"{before}{line}\n{after}"
    at = len(before)
    return " ".join(str(b.kind) for b in find_blocks(text) if at <= b.start < at + len(line))


def test_a_wire_report_is_parted_into_its_blocks():
    text = f"""Shells kill two in Sirte
By Ida Falk

SIRTE, Libya, June 3 (AP) — {STORY}

Advertisement

A week of fire
{MORE}
(Reporting by Ida Falk; editing by Ola Bern)
Sign up for our newsletter."""

    found = [(str(block.kind), text[block.start : block.end][:12]) for block in find_blocks(text)]

    assert found == [
        ("headline", "Shells kill "),
        ("byline", "By Ida Falk"),
        ("dateline", "SIRTE, Libya"),
        ("body", STORY[:12]),
        ("boilerplate", "Advertisemen"),
        ("heading", "A week of fi"),
        ("body", MORE[:12]),
        ("credit", "(Reporting b"),
        ("boilerplate", "Sign up for "),
    ]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("By Ida Falk in Misrata", "byline"),
        ("From our correspondent in Tunis", "byline"),
        ("BY IDA FALK", "byline"),
        ("26 September 2023, 07:00 UTC", "dateline"),
        ("Tripoli, Wednesday 21 January", "dateline"),
        (f"SIRTE — {STORY}", "dateline body"),
        (f"Sirte, 3 June: {STORY}", "dateline body"),
        (f"(Libya News) - {STORY}", "dateline body"),
        ("EXPLAINER", "heading"),
        ("Guns over the “city of peace”; the army was near", "heading"),
        ("(Corrects toll in first paragraph to two from three)", "correction"),
        ("* Adds mayor's statement", "correction"),
        ("ZCZC LNA0417", "boilerplate"),
        ("FOR IMMEDIATE RELEASE", "heading"),
        ("“We ran,” a trader said.", "body"),
    ],
)
def test_lines_above_the_story(line, kinds):
    assert kinds_of(line, before="Market hit in Sirte\n") == kinds


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        (CAPTION, "caption"),
        ("Photo: Rescuers search the market in Sirte.", "caption"),
        ("FILE - A tank passes through Sirte, Oct. 3, 2018.", "caption"),
        ("Smoke rises over Sirte. (AP Photo/Ida Falk)", "caption"),
        ("Ida Falk/AP", "credit"),
        ("With reporting from Agence France-Presse", "credit"),
        ("This article includes reporting from Reuters", "credit"),
        ("Correction: An earlier version gave a wrong toll.", "correction"),
        ("More", "boilerplate"),
        ("Read also: Who holds Sirte?", "boilerplate"),
        ("Copyright 2019 The Associated Press. All rights reserved.", "boilerplate"),
        ("A night of fire", "heading"),
        ("SITUATION OVERVIEW", "heading"),
        ("Who fired?", "heading"),
        ("16:40 – Car bomb in Zliten", "heading"),
        ("## What we know", "heading"),
        ("- Zliten: one dead", "body"),
        ("1 | Zliten | 3 km E | explosions | 14", "body"),
        ("06:12 dauda: dont pass the bridge road", "body"),
        ("HOST: And the other side?", "body"),
        ("The truce took effect on Sunday, Jan. 19, 2020.", "body"),
        ("BENGHAZI - Gunmen shot a lawyer on Monday, police said, and fled on foot.", "body"),
    ],
)
def test_lines_of_and_after_the_story(line, kinds):
    assert kinds_of(line, before=f"Market hit in Sirte\n{MORE}\n\n") == kinds


@pytest.mark.parametrize(
    ("text", "title", "headline"),
    [
        (f"Market hit\n{STORY}", "Market hit", "Market hit"),
        (
            f"MARKET HIT IN SIRTE (2ND LEAD)\n{STORY}",
            "Market hit in Sirte",
            "MARKET HIT IN SIRTE (2ND LEAD)",
        ),
        (f"URGENT\nMarket hit in Sirte.\n{STORY}", "Market hit in Sirte.", "Market hit in Sirte."),
        (f"Market hit in Sirte\n{STORY}", None, "Market hit in Sirte"),
        (f"Market hit in Sirte\n{STORY}", "Something else", "Market hit in Sirte"),
        (f"{STORY}\n{MORE}", "Something else", None),
        (STORY, None, None),
        pytest.param("Market hit in Sirte", None, None, id="nothing follows"),
        pytest.param(f"i can confirm two dead\n{STORY}", None, None, id="small letter"),
    ],
)
def test_the_headline_is_the_title_s_line_or_a_first_line_that_reads_like_one(
    text, title, headline
):
    found = [text[b.start : b.end] for b in find_blocks(text, title=title) if b.kind == "headline"]

    assert found == ([headline] if headline else [])


def test_places_that_open_every_paragraph_are_no_dateline():
    text = f"The week in Libya\nZLITEN — {STORY}\nSIRTE — {MORE}"

    assert sorted_kinds(text) == ["headline", "body", "body"]


def test_a_second_dispatch_has_its_own_dateline():
    text = f"SIRTE, June 3 (AP) - {STORY}\nTUNIS (AFP) - {MORE}"

    assert sorted_kinds(text) == ["dateline", "body", "dateline", "body"]


def test_wrapped_lines_are_one_line_and_no_headings():
    text = (
        "Market hit in Sirte\n\nTwo people were killed on Monday when several mortar shells hit a\n"
        "Market in the old town of Sirte and set a row of stalls on fire, said a\nmedic.\n"
    )

    assert sorted_kinds(text) == ["headline", "body"]


def test_a_caption_told_twice_is_a_caption_both_times():
    cut = "Rescuers search a market in Sirte, Libya, as the mayor blamed the army…"
    whole = "Rescuers search a market in Sirte, Libya, as troops left, Monday, June 3, 2019."
    text = f"{STORY}\n{whole}\n{cut}\n{MORE}"

    assert sorted_kinds(text) == ["body", "caption", "caption", "body"]


def test_what_is_told_twice_is_paired():
    text = f"{STORY}\n{MORE}\n{STORY} Six were hurt."

    [(first, again)] = find_repeats(text, find_blocks(text))

    assert (first.start, text[again.start : again.end]) == (0, f"{STORY} Six were hurt.")


@pytest.mark.parametrize(
    ("line", "place", "day", "agency"),
    [
        (f"SIRTE, Libya, June 3 (AP) — {STORY}", ("SIRTE", "Libya"), "June 3", "AP"),
        (f"SIRTE — {STORY}", ("SIRTE",), None, None),
        (f"{STORY}", (), None, None),
        ("Tripoli, Wednesday 21 January", ("Tripoli",), "Wednesday 21 January", None),
        ("By Ida Falk in Misrata", ("Misrata",), None, None),
        ("From our own correspondent, TUNIS, Monday night", ("TUNIS",), None, None),
    ],
)
def test_a_dateline_is_read_into_its_parts(line, place, day, agency):
    text = f"Market hit in Sirte\n{line}\n{STORY}"
    block = next(b for b in find_blocks(text) if b.start == text.index(line))

    found = read_dateline(text, block)

    assert (found.places, found.date, found.agency) == (place, day, agency)


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (f"SIRTE (Reuters) - {STORY}", ("Reuters",)),
        (f"SIRTE, June 3 (Libya Wire) - {STORY}", ("Libya Wire",)),
        (f"{STORY}\nThis article includes reporting from The Associated Press", ("AP",)),
        (f"SIRTE (AFP) - {STORY}\n(With inputs from agencies)", ("AFP", "Agencies")),
        (f"{STORY}\nCopyright 2019 Agence France-Presse.", ("AFP",)),
        (f"{STORY} — Xinhua", ("Xinhua",)),
        pytest.param(f"{STORY}\nIda Falk/AP", (), id="a picture's credit"),
        pytest.param(f"{STORY} Reuters could not confirm this.", (), id="named in the story"),
        pytest.param(f"{STORY}\n(Reporting by I. Falk)", (), id="a person"),
    ],
)
def test_agencies_are_found_where_credit_is_given(text, agencies):
    assert find_credits(text, find_blocks(text)) == agencies


LINES = st.one_of(
    st.text(),
    st.sampled_from(
        [
            STORY,
            MORE,
            CAPTION,
            "By Ida Falk",
            f"SIRTE (AP) - {STORY}",
            "More",
            "A week of fire",
            "(Corrects toll)",
            "",
            "KYIV - ",
            "(AP)",
            "3 May 2020",
            "— AFP",
            "a\u2028b\x0cc",
            "• one",
        ]
    ),
)


@settings(deadline=None)
@given(st.lists(LINES), st.sampled_from(["\n", "\r\n", "\n\n"]), st.none() | st.text())
def test_blocks_cover_all_but_white_space_in_order(lines, end, title):
    text = end.join(lines)
    blocks = find_blocks(text, title=title)

    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(text[b.start : b.end].strip() == text[b.start : b.end] != "" for b in blocks)
    covered = "".join(text[b.start : b.end] for b in blocks)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text)


@settings(deadline=None)
@given(st.lists(LINES))
def test_what_blocks_say_is_read_without_a_crash(lines):
    text = "\n".join(lines)
    blocks = find_blocks(text)

    assert all(
        read_dateline(text, b).end <= b.end - b.start
        for b in blocks
        if b.kind is BlockKind.DATELINE
    )
    assert isinstance(find_credits(text, blocks), tuple)


@pytest.mark.parametrize(
    "line", ["A", "By A in " * 40, "KYIV, ", "(", "- ", "A, 3 May ", "reported from and from ", "a"]
)
def test_odd_texts_take_no_longer_than_they_are_long(line):
    begun = time.perf_counter()

    find_blocks(f"{line * 50}\n" * 200)
    find_blocks(line * 50_000)

    assert time.perf_counter() - begun < 10
