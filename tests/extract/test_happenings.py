"""Which words tell of a happening."""

import pytest

from dateline.extract import features, happenings, triggers
from dateline.extract.happenings import Options, candidates, find_triggers
from dateline.extract.linear import load_model
from dateline.extract.triggers import PatternMatcher
from dateline.knowledge.ontology import Kind, kinds
from dateline.knowledge.ontology.patterns import read_pattern

NEW = Kind(
    label="balloon raid",
    type="COERCE",
    acled="Other",
    cameo="17",
    definition="Balloons are sent across a border.",
    triggers=("v:waft obj=balloon",),
    matches=(),
    misses=(),
)


def told(read, options=None):
    found = find_triggers(read, options or Options())
    return [(read.parse.words[trigger.head], trigger.kind) for trigger in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rebels shelled the town.", [("shelled", "shelling")], id="verb"),
        pytest.param(
            "The shelling killed nine people in Goma.", [("shelling", "shelling")], id="noun"
        ),
        pytest.param("Police arrested nine men in Minsk.", [("arrested", "arrest")], id="arrest"),
        pytest.param(
            "Gunmen killed three farmers near Jos.", [("killed", "armed-attack")], id="killing"
        ),
        pytest.param(
            "Troops withdrew from Kidal on Tuesday.", [("withdrew", "withdrawal")], id="withdrawal"
        ),
    ],
)
def test_a_word_tells_of_a_happening(reading, text, expected):
    assert set(expected) <= set(told(reading(text)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The orchestra played two symphonies.", id="music"),
        pytest.param("The market opens at nine.", id="opening"),
        pytest.param("The shop closes at noon.", id="closing"),
    ],
)
def test_a_text_of_peace_tells_of_nothing(reading, text):
    assert told(reading(text)) == []


def test_triggers_stand_in_the_order_of_the_text(reading):
    found = find_triggers(reading("Rebels shelled Goma. Police arrested nine men in Minsk."))

    assert [t.head for t in found] == sorted(t.head for t in found)


def test_a_trigger_says_by_which_rule_it_was_found(reading):
    [trigger] = find_triggers(reading("Rebels shelled the town."))

    assert trigger.rule.startswith("shelling/")
    assert 0 < trigger.sure <= 1


def test_a_higher_threshold_finds_no_more(reading):
    read = reading("Rebels shelled the town and soldiers returned fire, officials said in Goma.")

    assert set(told(read, Options(threshold=0.9))) <= set(told(read, Options(threshold=0.1)))


def test_auxiliaries_and_signs_are_no_candidates(reading):
    read = reading("The town has been shelled - twice.")
    found = {read.parse.words[token] for token in candidates(read, PatternMatcher(read))}

    assert "shelled" in found
    assert not found & {"has", "been", "-", "."}


def test_a_kind_that_no_model_knows_is_found_by_its_patterns(monkeypatch, reading):
    pattern = read_pattern(NEW.triggers[0], kind="balloon-raid", number=0)
    known = {**kinds(), "balloon-raid": NEW}
    for module in (triggers, happenings):
        monkeypatch.setattr(module, "patterns", lambda: {"waft": (pattern,)})
    monkeypatch.setattr(features, "kinds", lambda: known)
    assert "balloon-raid" not in load_model("triggers").classes

    read = reading("Soldiers wafted two balloons across the border.")

    assert ("wafted", "balloon-raid") in told(read)
