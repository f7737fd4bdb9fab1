"""What a situation report says, and what it rests on."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.records import Lineage, Link, Pair, Party, Place, Protected, Quote, SumCheck, When
from tests.publish.sitrep.made import (
    TEXT,
    contested,
    counted,
    drafted,
    make_incident,
    make_report,
    make_telling,
    make_toll,
    rivals,
)

UNKNOWN = When()
EVERYTHING = (
    rivals(),
    contested(),
    make_incident("i3", factuality="planned"),
    make_incident("i4", factuality="denied"),
    make_incident("i5", type="ACCUSE", kind="accuse"),
    make_incident("i6", place=None, date=UNKNOWN),
)


def sentences(report):
    for group in report.groups:
        for item in group.items:
            yield from (*item.lines, *item.quotes, *(g for c in item.counts for g in c.givers))
    for part in report.parts:
        yield from (line for brief in part.briefs for line in brief.lines)


def part(report, name):
    return next(part for part in report.parts if part.id == name)


def words(part):
    return [line.label + line.words + line.quote for brief in part.briefs for line in brief.lines]


def test_every_sentence_names_reports_of_the_list():
    report = drafted(*EVERYTHING)
    numbers = {source.number for source in report.sources}
    assert all(line.refs and numbers.issuperset(line.refs) for line in sentences(report))


def test_one_sentence_sums_it_up():
    report = drafted(rivals(), contested(), area="Taiz", since=date(2018, 6, 1))
    assert report.summary == (
        "1–4 Jun 2018, Taiz: 2 incidents, 1 told by two or more independent origins, "
        "4–9 killed, 1 contested."
    )


def test_both_counters_are_given():
    item = drafted(rivals()).groups[0].items[0]
    assert item.counters == "2 reports, 2 origins"


def test_figures_stand_with_their_givers():
    count = drafted(rivals()).groups[0].items[0].counts[0]
    assert (count.words, count.support) == ("4–9", "best supported 9, by 1 origin")
    assert [(g.words, g.refs) for g in count.givers] == [
        ("4 killed, according to medics", (1,)),
        ("9 killed", (2,)),
    ]


@pytest.mark.parametrize(
    "event",
    [
        pytest.param({"factuality": "planned"}, id="planned"),
        pytest.param({"factuality": "conditional"}, id="conditional"),
        pytest.param({"factuality": "denied"}, id="denied"),
        pytest.param({"type": "THREATEN", "kind": "threaten"}, id="words"),
        pytest.param({"background": True}, id="history"),
    ],
)
def test_what_did_not_happen_or_is_words_or_history_is_in_no_total(event):
    telling = make_telling(make_report(), **event)
    report = drafted(make_incident("i1", telling, figures=(make_toll(5, 5),)))
    assert report.totals.rows == ()
    assert "no incidents" in report.summary


def test_a_figure_that_a_copy_repeats_is_not_struck():
    first, value = counted(make_report("r1"), 4)
    second, later = counted(make_report("r2"), 4)
    toll = make_toll(4, 4, values=(replace(value, standing=False), later))
    count = (
        drafted(make_incident("i1", first, second, figures=(toll,))).groups[0].items[0].counts[0]
    )
    assert [(g.words, g.struck, g.refs) for g in count.givers] == [("4 killed", False, (1, 2))]


def test_a_replaced_figure_is_struck_and_says_so():
    first, value = counted(make_report("r1"), 3)
    second, later = counted(make_report("r2"), 4)
    toll = make_toll(4, 4, values=(replace(value, standing=False), later))
    count = (
        drafted(make_incident("i1", first, second, figures=(toll,))).groups[0].items[0].counts[0]
    )
    assert [(g.words, g.struck) for g in count.givers] == [
        ("4 killed", False),
        ("3 killed (replaced or taken back)", True),
    ]


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        pytest.param("killing", TEXT, id="a word with its sentence"),
        pytest.param(TEXT[:60], TEXT[:60], id="a clause by itself"),
    ],
)
def test_a_quote_is_of_the_reports_own_words(quote, shown):
    start = TEXT.index(quote)
    evidence = (Quote(start=start, end=start + len(quote), quote=quote),)
    telling = make_telling(make_report(), evidence=evidence)
    assert drafted(make_incident("i1", telling)).groups[0].items[0].quotes[0].quote == shown


def test_an_incident_says_which_other_it_may_be_the_same_as():
    pair = Pair(left="a-r/e1", right="b-r/e1", points=1.0)
    report = drafted(make_incident("a", lookalikes=(pair,)), make_incident("b"))
    assert report.groups[0].items[0].lines[-1].items == (2,)


def test_disputed_says_who_denies_and_who_gives_which_number():
    found = words(part(drafted(rivals(), contested()), "disputed"))
    assert "the army deniesour forces did not fire" in found
    assert {"4 killed, according to medics", "9 killed"} <= set(found)


def test_a_sum_that_does_not_add_up_is_disputed():
    check = SumCheck(
        measure="killed", whole="i1-r/f1", parts=(), outcome="does not add up", words="4 ≠ 3 + 3"
    )
    found = words(part(drafted(make_incident("i1", checks=(check,))), "disputed"))
    assert found == ["Sumkilled: 4 ≠ 3 + 3; the parts exceed the whole."]


def test_one_origin_only_lists_copies_as_one_voice():
    copies = [make_telling(make_report(name, publisher="Red Sea Wire")) for name in ("r1", "r2")]
    lineage = Lineage(origin="Red Sea Wire", reports=("r1", "r2"))
    report = drafted(make_incident("i0", *copies, lineages=(lineage,)), rivals())
    assert [brief.number for brief in part(report, "one-origin").briefs] == [1]


def test_what_has_no_place_or_no_day_is_listed_apart():
    loose = make_incident("i8", place=None)
    report = drafted(make_incident("i7", date=UNKNOWN), loose=(loose,))
    assert [brief.when for brief in part(report, "loose").briefs] == [
        "date not told",
        "4 Jun 2018, place not told",
    ]


def test_loose_incidents_are_in_no_total():
    loose = make_incident("i8", place=None, figures=(make_toll(50, 50),))
    assert drafted(make_incident("i7"), loose=(loose,)).totals.rows == ()


def test_what_was_denied_is_in_the_words_of_those_who_deny():
    assert "the army deniesour forces did not fire" in words(part(drafted(contested()), "denied"))


def test_reports_that_copy_say_so():
    tellings = [make_telling(make_report(name)) for name in ("r1", "r2")]
    link = Link(child="r2", parent="r1", reason="shares 84% of its text", share=0.84)
    lineage = Lineage(origin="Red Sea Wire", reports=("r1", "r2"), links=(link,))
    sources = drafted(make_incident("i1", *tellings, lineages=(lineage,))).sources
    assert [source.origin for source in sources] == ["A", "A"]
    assert sources[1].lineage == "Origin A: Red Sea Wire; shares 84% of its text: see [1]"


def test_protected_sites_are_a_key_point():
    site = Protected(site="health", name="Al-Thawra hospital", event="i1-r/e1")
    points = drafted(make_incident("i1", protected=(site,))).key_points
    assert any(point.words.startswith("Al-Thawra hospital (health)") for point in points)


def test_private_persons_are_not_named():
    victim = (Party(name="Salma Aref", country="YEM", role="CVL"),)
    report = drafted(make_incident("i1", make_telling(make_report(), targets=victim)))
    assert "Salma" not in str(report)


def test_a_place_called_the_town_has_the_name_of_its_point():
    town = Place(name="town", country="YEM", lat=13.58, lon=44.02)
    report = drafted(make_incident("i1"), make_incident("i2", place=town))
    assert [item.where for item in report.groups[0].items] == ["Taiz, Yemen", "Taiz, Yemen"]


@pytest.mark.parametrize(("by", "titles"), [("day", ["4 Jun 2018"]), ("place", ["Taiz, Yemen"])])
def test_incidents_are_listed_by_day_or_by_place(by, titles):
    assert [group.title for group in drafted(make_incident(), by=by).groups] == titles


def test_wholes_and_parts_name_each_other():
    whole, part_ = make_incident("a", parts=("b",)), make_incident("b", part_of=("a",))
    items = drafted(whole, part_).groups[0].items
    assert [(i.lines[-1].label, i.lines[-1].items) for i in items] == [
        ("Sums up", (2,)),
        ("Part of", (1,)),
    ]


def test_an_empty_record_gives_a_readable_report():
    report = drafted(area="Taiz", since=date(2018, 6, 1), until=date(2018, 6, 7))
    assert report.summary == "1–7 Jun 2018, Taiz: no incidents in this record."
    assert (report.groups, report.maps, report.timeline) == ((), (), None)


def test_the_order_in_which_incidents_come_makes_no_difference():
    assert drafted(*EVERYTHING) == drafted(*reversed(EVERYTHING))


def test_the_report_says_that_it_is_to_be_checked_and_is_no_alert():
    said = " ".join(words for _, words in drafted().method)
    assert "checked by a person" in said
    assert "not an alert" in said


def test_short_sections_are_terse():
    report = drafted(make_incident(), replace(contested(), factuality="planned"))
    assert [part.id for part in report.parts if part.terse] == ["one-origin", "loose", "ahead"]
