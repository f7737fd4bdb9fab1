from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest import ReadOptions, map_offsets, read
from dateline.ingest.decoding import decode
from dateline.records import Rejection, Span

STORY = "Shells hit a market in Sirte on Monday, killing two people, a medic said."
ANY = ReadOptions(format="text", any_language=True)


def test_the_text_is_kept_as_it_is_but_for_its_line_ends():
    [report] = read(f" {STORY}\r\n\r\nSix were hurt.\r".encode(), name="a.txt")

    assert report.text == f" {STORY}\n\nSix were hurt.\n"


def test_a_header_tells_of_the_report_and_stays_in_the_text():
    raw = f"Title: Market hit\nPublished: 5 June 2019\nSource: Sirte Courier\n\n{STORY}"

    [report] = read(raw.encode(), name="a.txt")

    assert (report.title, report.published, report.publisher, report.text) == (
        "Market hit", date(2019, 6, 5), "Sirte Courier", raw,
    )  # fmt: skip


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("Source: a medic.\n\n", id="one line"),
        pytest.param("Title: x\nLocation: y\n\n", id="unknown field"),
        pytest.param("Title: x\nSource: y\n", id="no blank line"),
    ],
)
def test_what_only_looks_like_a_header_is_story(opening):
    [report] = read(f"{opening}{STORY}".encode(), name="a.txt")

    assert (report.title, report.publisher) == (None, None)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8")), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_character_leads_back_to_its_bytes(words, encoding):
    raw = f"{STORY} {words}".encode(encoding)
    for report in read(raw, name="a.txt", options=ANY):
        if isinstance(report, Rejection) or decode(raw).undone:
            return
        found = map_offsets(raw, report, format="text")
        for i, char in enumerate(report.text):
            span = found.to_raw(Span(start=i, end=i + 1))
            shown = raw[span.start : span.end].decode(encoding.replace("16", "16-le"))
            assert shown == char or (char, shown) in {("\n", "\r\n"), ("\n", "\r")}
