"""What the encoder says of words, and how texts are cut for it."""

import pytest

from dateline.extract.encoder import load_encoder
from dateline.extract.happenings import Options, find_triggers
from dateline.extract.judging import NOTHING, blend, classes
from dateline.extract.passages import MOST, USUAL, passages
from dateline.knowledge.ontology import kinds

LONG = "Rebels shelled the town of Goma on Monday and officials asked for help. " * 40


def told(reading, text, **options):
    read = reading(text)
    return {(read.parse.words[t.head], t.kind) for t in find_triggers(read, Options(**options))}


def test_it_tells_the_kinds_of_the_ontology_apart():
    assert set(load_encoder().classes) == {NOTHING, *kinds()}


def test_passages_hold_every_word_once_and_whole_sentences(reading):
    parse = reading(LONG).parse
    cut = list(passages(parse))
    found = [token for passage in cut for token in passage.begins]

    assert found == [i for i, word in enumerate(parse.words) if not word.isspace()]
    assert all(len(passage.pieces) <= USUAL + 2 for passage in cut)
    assert all(parse.sent_of[min(p.begins)] != parse.sent_of[min(p.begins) - 1] for p in cut[1:])


def test_a_sentence_without_an_end_is_read_as_far_as_the_encoder_sees(reading):
    [passage] = passages(reading("shelled " * 900).parse)

    assert len(passage.pieces) == MOST


def test_what_is_said_of_a_text_does_not_depend_on_what_else_is_asked(reading):
    parse = reading(LONG).parse
    whole = load_encoder().probabilities_of(parse, range(len(parse)))

    assert load_encoder().probabilities_of(parse, [1, 40]) == {at: whole[at] for at in (1, 40)}


def test_shares_sum_to_one(reading):
    parse = reading("Rebels shelled Goma.").parse

    [shares] = load_encoder().probabilities_of(parse, [1]).values()

    assert sum(shares) == pytest.approx(1)
    assert len(shares) == len(load_encoder().classes)


def test_words_that_no_pattern_knows_are_for_the_encoder_alone(reading):
    text = (
        "Government jets pummelled the rebel-held town of Saraqib on Monday, killing nine people, "
        "residents said. Rescuers pulled two girls from the rubble of a bakery."
    )
    told_word = ("pummelled", "airstrike")

    assert told_word in told(reading, text, encoder=True)


def test_surer_words_are_asked_of_those_beyond_the_patterns(reading):
    text = "Jets pummelled the town of Saraqib on Monday, killing nine people, residents said."

    assert told(reading, text, beyond=1.0) <= told(reading, text, beyond=0.5)


def test_two_answers_that_agree_are_surer_than_one_that_stands_alone():
    both = blend([0.1, 0.9], [0.1, 0.9])
    one = blend([0.1, 0.9], [0.5, 0.5])

    assert both[1] > one[1] > 0.5
    assert sum(one) == pytest.approx(1)
    assert len(classes()) == len(kinds()) + 1
