"""The PDF holds what the HTML holds."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from dateline.publish.sitrep.pdf import as_pdf
from dateline.records import Quote
from tests.publish.sitrep.made import (
    contested,
    drafted,
    make_incident,
    make_report,
    make_telling,
    rivals,
)


def read(report):
    return PdfReader(BytesIO(as_pdf(report)))


def text(report):
    return " ".join(" ".join(page.extract_text() for page in read(report).pages).split())


def test_it_opens_with_its_title_and_the_same_numbers():
    report = drafted(rivals(), contested(), area="Taiz")
    found = text(report)
    assert read(report).metadata.title == "Situation report: Taiz, 4 Jun 2018"
    assert all(words in found for words in (report.title, report.summary, "2 reports, 2 origins"))


def test_it_has_every_section_and_report():
    report = drafted(rivals(), contested())
    found = text(report)
    assert all(part.title in found for part in report.parts)
    assert all(source.title in found for source in report.sources)


@pytest.mark.parametrize(
    "words",
    [
        "#set page(width: 1cm)",
        "$ x $ *bold* _under_",
        '#read("/etc/passwd")',
        "\\ ] #[",
        "@ref <r1>",
    ],
)
def test_hostile_words_are_shown_and_not_read_as_markup(words):
    quote = (Quote(start=0, end=60, quote=f"{words} {'and so on ' * 6}"),)
    telling = make_telling(make_report("r1", title=words), evidence=quote)
    found = text(drafted(make_incident("i1", telling), title=words))
    assert found.count(" ".join(words.split())) >= 3


def test_an_empty_record_gives_a_readable_pdf():
    assert "The record has no incidents that fit" in text(drafted())


def test_the_same_record_gives_the_same_bytes():
    assert as_pdf(drafted(rivals(), contested())) == as_pdf(drafted(contested(), rivals()))
