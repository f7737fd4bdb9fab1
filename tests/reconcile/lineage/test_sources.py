"""Reports may draw on one source without one being a copy of the other."""

from datetime import date

import pytest

from dateline.reconcile.lineage import common_sources
from dateline.records import Record
from tests.reconcile.made import make_claim, make_report

WORDS = "we will not leave this town while we can stand"


def told(name, *claims, day=4, **fields):
    report = make_report(name, published=date(2024, 7, day), **fields)
    return Record(report=report, claims=claims)


def quoted(speaker, words=WORDS, **fields):
    return make_claim(speaker, "asserts", quote=words, direct=True, **fields)


def reasons(one, other):
    return [(link.child, link.parent, link.reason) for link in common_sources(one, [other])]


def test_both_quote_one_speaker_in_the_same_words():
    found = reasons(told("r1", quoted("Ana Orlen")), told("r2", quoted("Mayor Orlen"), day=5))

    assert found == [
        ("r2", "r1", "both quote Mayor Orlen: “we will not leave this town while we …”")
    ]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(quoted("Bela Tamsin"), id="another speaker"),
        pytest.param(
            quoted("Ana Orlen", "the bridge was blown up by others at night"), id="other words"
        ),
        pytest.param(quoted("Ana Orlen", "no comment"), id="two words"),
    ],
)
def test_other_words_are_no_common_source(other):
    assert reasons(told("r1", quoted("Ana Orlen")), told("r2", other)) == []


def test_both_cite_one_post():
    posted = make_claim("Ana Orlen", "asserts", medium="Telegram")

    assert reasons(told("r1", posted), told("r2", posted, day=5)) == [
        ("r2", "r1", "both cite Orlen on Telegram")
    ]


def test_one_quotes_the_statement_of_the_other():
    statement = told("r1", publisher="Orlen Brigade")
    paper = told("r2", make_claim("Orlen Brigade", "asserts"), day=5, publisher="Tamsin Courier")

    assert reasons(paper, statement) == [("r2", "r1", "quotes the statement of Orlen Brigade")]
