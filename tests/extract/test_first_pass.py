"""Which reports go on to be parsed: those whose raw words may tell of something coded."""

import pytest

from dateline.extract.coding import with_credits
from dateline.extract.first_pass import SHORT, load_first_pass, quiet_record
from dateline.extract.first_pass_words import WINDOW, forms, stretches, words_of
from dateline.extract.structure import find_blocks
from dateline.knowledge.ontology import kinds
from dateline.records import Report

WAR = (
    "Rebels shelled the town of Sake at dawn, killing nine people and wounding a score, the "
    "governor said. The army answered with artillery and sent two companies up the road from "
    "Goma. Drones struck a fuel depot near the airport on Tuesday, and the ministry of "
    "defence accused its neighbour of arming the insurgents. Talks on a ceasefire are to "
    "resume in Nairobi next week."
)
FAIR = (
    "The library on Elm Street will hold its book sale on Saturday from nine to four. "
    "Volunteers have sorted cookbooks, mysteries and a set of encyclopedias, and children who "
    "come in costume get a free bookmark. Librarian Nora Platt hopes to raise enough to paint "
    "the reading room and buy a new carpet for story hour. Coffee and pie will be sold by the "
    "garden club in the parking lot."
)


def may_tell(text):
    return load_first_pass().may_tell(text)


def rating(text):
    return load_first_pass().rate(*stretches(words_of(text)))


def test_a_report_of_war_goes_on_and_a_book_sale_does_not():
    assert may_tell(WAR)
    assert not may_tell(FAIR)


def test_a_short_text_always_goes_on_because_too_few_words_judge_it():
    short = " ".join(FAIR.split()[: SHORT // 2])

    assert rating(short) < load_first_pass().threshold
    assert may_tell(short)


@pytest.mark.parametrize("text", ["", "\n", "12 345", "İİİ ĲĲ", "a " * 3000])
def test_any_text_gets_an_answer(text):
    assert may_tell(text) in {True, False}


def test_letters_large_or_small_make_no_difference():
    assert rating(WAR.upper()) == rating(WAR)


def test_a_paragraph_of_war_counts_within_a_long_report_of_something_else():
    assert rating(f"{FAIR}\n\n{WAR}\n\n{FAIR}") > rating(f"{FAIR}\n\n{FAIR}\n\n{FAIR}") + 1


def test_a_text_without_any_word_of_the_ontology_does_not_go_on():
    words = "artillery " * (SHORT + 1)
    whole, parts = stretches(words_of(words))

    assert load_first_pass().rate(whole, parts) > load_first_pass().threshold
    assert not whole.has_trigger
    assert not may_tell(words)


@pytest.mark.parametrize("name", kinds())
def test_every_example_of_a_kind_has_a_word_of_the_ontology(name):
    for sentence in kinds()[name].matches:
        whole, _ = stretches(words_of(sentence))
        assert whole.has_trigger, sentence


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("strike", "struck"), ("raid", "raids"), ("bomb", "bombing"), ("ally", "allies"),
        ("stab", "stabbed"), ("seize", "seizing"), ("flee", "fled"), ("die", "dying"),
    ],
)  # fmt: skip
def test_a_word_is_found_in_its_forms(base, form):
    assert form in set(forms(base))


def test_an_entry_ends_where_a_word_does():
    whole, _ = stretches(words_of("The warden's bombastic shellac"))

    assert not any(sort.startswith("genre=conflict") for sort in whole.entries)


def test_a_long_text_is_seen_in_parts_of_about_a_paragraph_without_gaps():
    words = [f"word{chr(97 + at % 26)}" for at in range(10 * WINDOW)]
    _, parts = stretches(words)

    assert len(parts) == 10
    assert {word for part in parts for word in part.words} == set(words)


def test_the_record_of_a_report_left_out_has_its_blocks_and_credits_and_nothing_else():
    report = Report(id="r", text=f"Book sale\n\nSPRINGFIELD (Reuters) - {FAIR}", title="Book sale")
    blocks = find_blocks(report.text, title=report.title)

    record = quiet_record(report)

    assert record.blocks == blocks
    assert record.report == with_credits(report, blocks)
    assert record.report.credits == ("Reuters",)
    assert (record.events, record.figures, record.claims) == ((), (), ())
