"""The examples that stand in the lexicon of cues beside the words they explain."""

import pytest

from dateline.extract.claims import find_claims
from dateline.knowledge.cues import FRAMES, STANCES, load_cues, load_lexicon

GROUPS = load_lexicon().verbs
MATCH = [(group, text) for group in GROUPS for text in group.match]
NO_MATCH = [text for group in GROUPS for text in group.no_match]


def name(value):
    if hasattr(value, "frame"):
        return f"{value.stance} {value.frame} {value.words[0]}"
    return value


@pytest.mark.parametrize(("group", "text"), MATCH, ids=name)
def test_an_example_yields_a_claim_of_its_group(parse, group, text):
    doc, lemma_of = parse(text), load_cues().lemma_of

    found = [c for c in find_claims(doc) if c.cue is not None and c.stance == group.stance]

    assert any(lemma_of.get(doc.lowers[c.cue]) in group.words for c in found)


@pytest.mark.parametrize("text", NO_MATCH, ids=name)
def test_a_counterexample_yields_none(parse, text):
    assert find_claims(parse(text)) == []


@pytest.mark.parametrize("group", GROUPS, ids=name)
def test_a_group_is_told_by_its_stance_and_frame(group):
    assert group.stance in STANCES
    assert group.frame in FRAMES
    assert group.words
    assert group.match
    assert group.no_match


def test_nouns_and_phrases_have_a_stance():
    cues = load_cues()

    assert set(cues.nouns.values()) | set(cues.phrases.values()) <= set(STANCES)


@pytest.mark.parametrize(
    ("form", "word"),
    [
        pytest.param("denies", "deny", id="y"),
        pytest.param("denied", "deny", id="y past"),
        pytest.param("accusing", "accuse", id="silent e"),
        pytest.param("told", "tell", id="irregular"),
        pytest.param("confesses", "confess", id="sibilant"),
    ],
)
def test_forms_of_a_verb(form, word):
    assert load_cues().lemma_of[form] == word
