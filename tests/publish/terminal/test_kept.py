"""What a person reads of a record in a terminal."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from dateline.publish import Options
from dateline.publish.terminal import incident, incident_list, judgements, ledger, lineage
from dateline.publish.terminal.screen import Screen
from dateline.reconcile.merging import joins, merge
from dateline.records import Anchor, Link, Listed, Party, Trace
from tests.reconcile.made import (
    make_claim,
    make_figure,
    make_judgement,
    make_least,
    make_telling,
    sketch_of,
)


def shown(parts):
    stream = StringIO()
    Screen(stream, Options(width=100, colour=False)).show(parts)
    return stream.getvalue()


def flat(parts):
    return " ".join(shown(parts).split())


def told(*tellings):
    sketches = [sketch_of(telling) for telling in tellings]
    return replace(merge(tellings, sketches), merges=joins(sketches))


FIRST = make_telling(
    "r1",
    publisher="Orlen Wire",
    title="Shells hit Kramatorsk",
    figures=(make_least(4), make_figure(2, id="f2", of="f1", population="child")),
    claims=(make_claim("Ana Orlen", "denies", medium="Telegram"),),
)
SECOND = make_telling(
    "r2",
    publisher="Tamsin Echo",
    published=date(2024, 7, 5),
    figures=(make_figure(7, by="the mayor"),),
)


def test_the_page_counts_reports_and_origins():
    assert "REPORTS — 2 REPORTS, 2 ORIGINS" in flat(incident.view(told(FIRST, SECOND)))


def test_the_page_gives_each_claim_with_its_stance_and_report():
    assert "Ana Orlen (denies, Telegram): It was so r1" in flat(incident.view(told(FIRST)))


def test_the_page_says_why_events_are_one():
    page = flat(incident.view(told(FIRST, SECOND)))

    assert "r1/e1 = r2/e1" in page
    assert "same place: Kramatorsk" in page


@pytest.mark.parametrize(("names", "expected"), [(False, "civilian"), (True, "Salma Aref")])
def test_private_victims_are_named_only_when_asked_for(names, expected):
    victim = make_telling("r1", event={"targets": (Party(name="Salma Aref", role="CVL"),)})
    page = flat(incident.view(told(victim), names=names))

    assert f"nobody named → {expected}" in page


def test_the_ledger_has_bounds_best_and_every_value():
    page = flat(ledger.view(told(FIRST, SECOND)))

    assert "killed low 4 · best 7 · high 7 1 origin stands by 7" in page
    assert "at least 4" in page
    assert "of these 2 (child)" in page
    assert "according to the mayor · r2, origin Tamsin Echo" in page


def test_a_replaced_value_stays_in_view():
    update = make_telling(
        "r3", publisher="Orlen Wire", published=date(2024, 7, 6), figures=(make_figure(9),)
    )

    assert "r1, origin Orlen Wire · no longer stands" in flat(ledger.view(told(FIRST, update)))


def test_an_incident_without_figures_says_so():
    assert "No figures." in shown(ledger.view(told(make_telling("r1"))))


@pytest.mark.parametrize(
    ("toll", "words"),
    [
        pytest.param((4.0, 5.0, 6.0), "4–6 killed", id="a range"),
        pytest.param((4.0, 4.0, 4.0), "4 killed", id="a number"),
        pytest.param((4.0, 4.0, None), "4 or more killed", id="open"),
        pytest.param((None, None, 12.0), "up to 12 killed", id="bounded above"),
    ],
)
def test_a_list_shows_tolls(toll, words):
    row = Listed(id="i1", title="Shelling, Taiz", type="ASSAULT", kind="shelling")

    assert words in flat(incident_list.view([replace(row, tolls=(("killed", *toll),))]))


def test_a_list_of_nothing_says_so():
    assert shown(incident_list.view([])) == "No incidents fit.\n"


def test_a_lineage_names_both_ways_and_what_is_only_shared():
    reports = tuple(
        make_telling(name, publisher=f"{name} Echo").report for name in ("r1", "r2", "r3")
    )
    link = Link(child="r2", parent="r1", reason="shares 84% of its text", share=0.84)
    other = Link(child="r3", parent="r2", reason="both quote Ana Orlen")
    line = told(make_telling("r2")).lineages[0]
    page = flat(
        lineage.view(
            Trace(
                report=reports[1],
                lineage=line,
                taken=(link,),
                given=(),
                shared=(other,),
                reports=reports,
            )
        )
    )

    assert "ITS WORDS GO BACK TO r1 r1 Echo, 4 Jul 2024 shares 84% of its text" in page
    assert "IT SHARES A SOURCE WITH r3 r3 Echo, 4 Jul 2024 both quote Ana Orlen" in page


def test_the_log_says_who_decided_what_when_and_why():
    held = [Anchor(report=name, event="e1", quote="x") for name in ("r1", "r2")]
    line = shown(judgements.view([make_judgement(3, "same", *held)]))

    assert line == "3  2024-07-09  ana: same, r1/e1 and r2/e1 — Seen on film\n"


def test_private_names_are_taken_out_of_claims():
    words = "A farmer, Vasyl Kravets, was killed"
    claim = replace(make_claim("the mayor", "asserts"), quote=words)

    assert "A farmer, [name withheld], was killed" in flat(
        incident.view(told(make_telling("r1", claims=(claim,))))
    )
