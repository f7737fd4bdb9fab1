"""The notation of the ontology, matched against the grammar."""

import pytest

from dateline.extract import triggers
from dateline.extract.triggers import PatternMatcher, joined
from dateline.knowledge.ontology.patterns import Pattern, read_pattern


def index(*lines):
    """Lay out patterns as the ontology does: (kind, line) by base form."""
    table = {}
    for number, (kind, line) in enumerate(lines):
        pattern = read_pattern(line, kind=kind, number=number)
        for lemma in pattern.lemmas:
            table.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(sorted(found, key=Pattern.rank)) for lemma, found in table.items()}


@pytest.fixture
def match(monkeypatch, reading):
    """Match lines of the notation on a text; give the kinds by the word that they match at."""

    def match(text, *lines):
        monkeypatch.setattr(triggers, "patterns", lambda: index(*lines))
        found = reading(text)
        matches = PatternMatcher(found).matches
        return {found.parse.words[at]: [p.kind for p in some] for at, some in matches.items()}

    return match


@pytest.mark.parametrize(
    ("line", "text", "word"),
    [
        pytest.param("v:shell", "Rebels shelled Goma.", "shelled", id="a verb in any form"),
        pytest.param("n:raid", "Two raids followed.", "raids", id="a noun in any form"),
        pytest.param("a:besieged", "The besieged town is quiet.", "besieged", id="an adjective"),
        pytest.param("v:bomb|shell", "Rebels shelled Goma.", "shelled", id="one of several"),
        pytest.param("n:cease-fire", "A cease-fire began.", "fire", id="a word with a hyphen"),
        pytest.param("v:lay obj=siege", "They laid siege to Goma.", "laid", id="an object"),
        pytest.param(
            "v:lay obj=siege", "Siege was laid to Goma.", "laid", id="the object of a passive"
        ),
        pytest.param("v:hit subj=@armed", "Troops hit the town.", "hit", id="a group"),
        pytest.param("v:hit subj=@armed", "The town was hit by troops.", "hit", id="an agent"),
        pytest.param(
            "v:hit subj=@armed", "Farmers and troops hit the town.", "hit", id="one of two subjects"
        ),
        pytest.param("v:pull prt=out", "Troops pulled out.", "pulled", id="a particle"),
        pytest.param("n:strike mod=air", "An air strike followed.", "strike", id="a modifier"),
        pytest.param("v:move into=*", "Troops moved into Goma.", "moved", id="any noun"),
        pytest.param("v:move into=@place", "Troops moved into Baghdad.", "moved", id="a place"),
        pytest.param(  # the language model does not know the name, the gazetteer does
            "v:move into=@place", "Troops moved into Goma.", "moved", id="a place of the gazetteer"
        ),
        pytest.param("v:fire obj=@weapon.mortar", "They fired mortars.", "fired", id="a weapon"),
        pytest.param("v:vow comp=attack", "Rebels vowed to attack Goma.", "vowed", id="a clause"),
        pytest.param("v:hit near=jet", "Two jets came low and hit Goma.", "hit", id="the sentence"),
        pytest.param("v:fire !at=range", "Troops fired at farmers.", "fired", id="without a word"),
        pytest.param(
            "v:hit subj=@armed obj=town", "Troops hit the town.", "hit", id="both of two demands"
        ),
    ],
)
def test_a_pattern_matches(match, line, text, word):
    assert match(text, ("shelling", line)) == {word: ["shelling"]}


@pytest.mark.parametrize(
    ("line", "text"),
    [
        pytest.param("v:shell", "The children gathered shells.", id="another part of speech"),
        pytest.param("v:lay obj=siege", "They laid flowers on the grave.", id="another object"),
        pytest.param("v:hit subj=@armed", "The storm hit the town.", id="outside the group"),
        pytest.param("v:hit agent=@armed", "Troops hit the town.", id="no agent but a subject"),
        pytest.param("v:move into=*", "Troops moved slowly.", id="nothing where anything may be"),
        pytest.param("v:hit near=jet", "Jets came. Rebels hit Goma.", id="another sentence"),
        pytest.param("v:fire !at=range", "Troops fired at the range.", id="with a word"),
        pytest.param("v:hit subj=@armed obj=town", "Troops hit the ball.", id="one of two demands"),
    ],
)
def test_a_pattern_does_not_match(match, line, text):
    assert match(text, ("shelling", line)) == {}


def test_the_most_demanding_kind_stands_first(match):
    found = match(
        "Troops hit the town.",
        ("armed-attack", "v:hit"),
        ("shelling", "v:hit subj=@armed obj=town"),
        ("airstrike", "v:hit subj=@armed"),
    )

    assert found == {"hit": ["shelling", "airstrike", "armed-attack"]}


def test_a_kind_matches_a_word_once(match):
    found = match("Troops hit Goma.", ("shelling", "v:hit"), ("shelling", "v:hit subj=@armed"))

    assert found == {"hit": ["shelling"]}


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        pytest.param("A counter-attack began.", "attack", "counter-attack", id="two parts"),
        pytest.param("A hit-and-run raid began.", "run", "hit-and-run", id="three parts"),
        pytest.param("An attack began.", "attack", "attack", id="no hyphen"),
        pytest.param("The town - attacked again - is empty.", "attacked", "attack", id="a dash"),
    ],
)
def test_hyphens_join_a_word(parse, text, word, whole):
    parsed = parse(text)

    assert joined(parsed, parsed.words.index(word)) == whole
