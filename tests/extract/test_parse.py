"""The parsed text as columns."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.parse import Entity, Parse
from dateline.records import Quote

SENTENCE = "Rebels shelled the old market in Goma on Monday."


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        pytest.param("words", SENTENCE.replace(".", " .").split(), id="words"),
        pytest.param("lowers", SENTENCE.lower().replace(".", " .").split(), id="lower case"),
        pytest.param("starts", [0, 7, 15, 19, 23, 30, 33, 38, 41, 47], id="offsets"),
        pytest.param("ends", [6, 14, 18, 22, 29, 32, 37, 40, 47, 48], id="ends"),
        pytest.param("sents", [(0, 10)], id="sentences"),
    ],
)
def test_a_column_holds_one_thing_of_every_token(parse, column, expected):
    assert getattr(parse(SENTENCE), column) == expected


def test_base_forms_tags_and_heads_come_from_the_model(parse):
    parsed = parse(SENTENCE)
    verb = parsed.words.index("shelled")

    assert (parsed.lemmas[verb], parsed.tags[verb], parsed.deps[verb]) == ("shell", "VBD", "ROOT")
    assert parsed.heads[verb] == verb
    assert parsed.heads[parsed.words.index("market")] == verb


def test_dependents_are_listed_in_the_order_of_the_text(parse):
    parsed = parse(SENTENCE)

    children = parsed.children[parsed.words.index("market")]

    assert [parsed.words[child] for child in children][:2] == ["the", "old"]


def test_a_phrase_reaches_from_its_first_word_to_its_last(parse):
    parsed = parse("Soldiers shot the driver of a truck.")
    first, end = parsed.edges[parsed.words.index("driver")]

    assert parsed.words_of(first, end) == "the driver of a truck"


def test_a_phrase_holds_all_that_hangs_below_its_head(parse):
    parsed = parse("Soldiers shot the driver of a truck.")
    tokens = parsed.subtree(parsed.words.index("driver"))

    assert {parsed.words[t] for t in tokens} == {"the", "driver", "of", "a", "truck"}


def test_ancestors_lead_up_to_the_root(parse):
    parsed = parse("Soldiers shot the driver of a truck.")
    above = parsed.ancestors(parsed.words.index("truck"))

    assert [parsed.words[token] for token in above] == ["of", "driver", "shot"]


def test_a_root_has_no_ancestors(parse):
    parsed = parse("Soldiers shot the driver.")

    assert list(parsed.ancestors(parsed.words.index("shot"))) == []


def test_a_dependent_is_found_by_its_relation(parse):
    parsed = parse("Soldiers shot the driver.")
    verb = parsed.words.index("shot")

    assert parsed.words[parsed.child(verb, "dobj")] == "driver"
    assert parsed.child(verb, "neg", "prt") is None


def test_every_sentence_has_its_number(parse):
    parsed = parse("Rebels fled. Troops followed them.")

    assert parsed.sent_of[0] == 0
    assert parsed.sent_of[parsed.words.index("Troops")] == 1


@pytest.mark.parametrize(
    "break_", [pytest.param("\n", id="line break"), pytest.param("\n\n", id="empty line")]
)
def test_a_line_break_ends_a_sentence(parse, break_):
    parsed = parse(f"Rebels raid camp{break_}Troops fled to Goma")

    assert parsed.sent_of[parsed.words.index("Troops")] > parsed.sent_of[0]


def test_a_name_is_an_entity_with_its_label():
    doc = spacy.blank("en")("The mayor spoke in New York.")
    doc.set_ents([doc.char_span(19, 27, label="GPE")])

    assert Parse.of(doc).entities == [Entity(4, 6, "GPE")]


@pytest.mark.parametrize(
    ("first", "end", "quote"),
    [
        pytest.param(0, 2, "Rebels fled", id="as it stands"),
        pytest.param(0, 4, "Rebels fled.", id="without white space behind"),
        pytest.param(3, 5, "Goma", id="without white space before"),
    ],
)
def test_a_quote_is_cut_at_its_words(parse, first, end, quote):
    parsed = parse("Rebels fled.\n\nGoma is quiet.")

    assert parsed.quote(first, end) == Quote(
        start=parsed.text.index(quote), end=parsed.text.index(quote) + len(quote), quote=quote
    )


def test_an_empty_text_has_no_tokens_and_no_sentences(parse):
    parsed = parse("")

    assert (len(parsed), parsed.sents, parsed.sent_of, parsed.edges) == (0, [], [], [])


@settings(deadline=None, max_examples=60)
@given(text=st.text(max_size=80))
def test_the_columns_agree_with_any_text(parse, text):
    parsed = parse(text)

    assert all(
        text[a:b] == word
        for a, b, word in zip(parsed.starts, parsed.ends, parsed.words, strict=True)
    )
    assert [i for first, end in parsed.sents for i in range(first, end)] == list(range(len(parsed)))
    assert all(first <= i < end for i, (first, end) in enumerate(parsed.edges))
