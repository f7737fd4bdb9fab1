"""Who does what to whom, however the grammar puts it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.frames import Frames, conjuncts, fillers

WORDS = st.sampled_from(
    "rebels troops the town which who that was were shelled shelling and or to by of in out said "
    "accused carried an attack killing two dozen people , . \n".split(" ")
)


def words(parsed, tokens):
    return [parsed.words[token] for token in tokens]


def slot(parsed, word, name):
    frame = Frames(parsed).of(parsed.words.index(word))
    return words(parsed, frame.slot(name))


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        pytest.param("Rebels shelled the town.", "shelled", "Rebels", id="active"),
        pytest.param("The town was shelled by rebels.", "shelled", "rebels", id="passive"),
        pytest.param("The rebels who shelled the town fled.", "shelled", "rebels", id="relative"),
        pytest.param(
            "The town that rebels shelled is empty.", "shelled", "rebels", id="object relative"
        ),
        pytest.param(
            "The town shelled by rebels is empty.", "shelled", "rebels", id="reduced relative"
        ),
        pytest.param(
            "Soldiers guarding the bridge opened fire.", "guarding", "Soldiers", id="participle"
        ),
        pytest.param(
            "Gunmen stormed the village, killing nine people.",
            "killing",
            "Gunmen",
            id="participle clause",
        ),
        pytest.param(
            "Rebels entered the town and burned the market.", "burned", "Rebels", id="shared"
        ),
        pytest.param("Rebels tried to shell the town.", "shell", "Rebels", id="infinitive"),
        pytest.param(
            "The army ordered troops to leave the town.",
            "leave",
            "troops",
            id="infinitive of the object",
        ),
        pytest.param(
            "Kenya accused Somalia of arming the rebels.", "arming", "Somalia", id="the accused"
        ),
        pytest.param(  # here the parser hangs the preposition on the noun, not on the verb
            "The army accused rebels of shelling the town.",
            "shelling",
            "rebels",
            id="the accused, below their noun",
        ),
        pytest.param(
            "Residents blamed soldiers for burning the market.",
            "burning",
            "soldiers",
            id="the blamed",
        ),
        pytest.param(
            "Rebels fled after shelling the town.", "shelling", "Rebels", id="after a preposition"
        ),
    ],
)
def test_a_verb_finds_its_doer(parse, text, verb, doer):
    assert slot(parse(text), verb, "subj") == [doer]


@pytest.mark.parametrize(
    ("text", "verb", "target"),
    [
        pytest.param("Rebels shelled the town.", "shelled", "town", id="active"),
        pytest.param("The town was shelled by rebels.", "shelled", "town", id="passive"),
        pytest.param(
            "The town that rebels shelled is empty.", "shelled", "town", id="object relative"
        ),
        pytest.param(
            "The town shelled by rebels is empty.", "shelled", "town", id="reduced relative"
        ),
        pytest.param("The men were arrested and beaten.", "beaten", "men", id="shared passive"),
        pytest.param(
            "Police arrested a man who was carrying a rifle.", "arrested", "man", id="with a clause"
        ),
    ],
)
def test_a_verb_finds_its_target(parse, text, verb, target):
    assert slot(parse(text), verb, "obj") == [target]


def test_a_passive_without_an_agent_has_no_doer(parse):
    assert slot(parse("The town was shelled overnight."), "shelled", "subj") == []


@pytest.mark.parametrize(
    ("text", "noun", "name", "filler"),
    [
        pytest.param("Rebels carried out an attack.", "attack", "subj", "Rebels", id="subject"),
        pytest.param(
            "Rebels launched an attack on the town.", "attack", "on", "town", id="circumstance"
        ),
        pytest.param(
            "An attack was carried out by rebels.", "attack", "agent", "rebels", id="passive"
        ),
        pytest.param(
            "The attack by rebels killed nine people.", "attack", "agent", "rebels", id="by"
        ),
        pytest.param("Russia's attack killed nine people.", "attack", "subj", "Russia", id="owner"),
        pytest.param("An air strike hit the town.", "strike", "mod", "air", id="modifier"),
    ],
)
def test_a_noun_finds_its_parties(parse, text, noun, name, filler):
    assert slot(parse(text), noun, name) == [filler]


def test_a_light_verb_carries_its_noun(parse):
    parsed = parse("Rebels carried out an attack on the town.")

    support = Frames(parsed).of(parsed.words.index("attack")).support

    assert parsed.words[support] == "carried"


def test_a_full_verb_carries_no_noun(parse):
    parsed = parse("Rebels condemned the attack.")

    assert Frames(parsed).of(parsed.words.index("attack")).support is None


@pytest.mark.parametrize(
    ("text", "verb", "name", "filler"),
    [
        pytest.param("Troops moved into the town.", "moved", "into", "town", id="preposition"),
        pytest.param("Troops fired from behind a wall.", "fired", "from", "wall", id="two of them"),
        pytest.param("The blast blew up a bridge.", "blew", "prt", "up", id="particle"),
        pytest.param("Rebels threatened to attack.", "threatened", "comp", "attack", id="clause"),
    ],
)
def test_a_verb_finds_its_circumstances(parse, text, verb, name, filler):
    assert slot(parse(text), verb, name) == [filler]


def test_a_slot_nobody_fills_is_empty(parse):
    assert slot(parse("Rebels fled."), "fled", "with") == []


def test_coordinated_nouns_share_a_slot(parse):
    parsed = parse("Rebels, bandits and soldiers looted the town.")

    assert words(parsed, conjuncts(parsed, 0)) == ["Rebels", "bandits", "soldiers"]


@pytest.mark.parametrize(
    ("text", "filler"),
    [
        pytest.param("Dozens of farmers were killed.", "farmers", id="dozens"),
        pytest.param("One of the soldiers was killed.", "soldiers", id="one"),
        pytest.param("A group of gunmen was killed.", "gunmen", id="a group"),
    ],
)
def test_behind_a_quantity_stand_those_who_are_meant(parse, text, filler):
    parsed = parse(text)
    [head] = Frames(parsed).of(parsed.words.index("killed")).objects

    assert filler in words(parsed, fillers(parsed, head))


def test_an_ordinary_noun_stands_for_itself(parse):
    parsed = parse("The mayor of the town was killed.")

    assert words(parsed, fillers(parsed, parsed.words.index("mayor"))) == ["mayor"]


@settings(deadline=None, max_examples=40)
@given(text=st.lists(WORDS, max_size=25).map(" ".join))
def test_every_word_of_any_text_has_a_frame(parse, text):
    parsed = parse(text)
    frames = Frames(parsed)

    for token in range(len(parsed)):
        frame = frames.of(token)
        fillers_ = [*frame.subjects, *frame.objects, *frame.agents]
        assert frame.head == token
        assert all(0 <= other < len(parsed) for other in fillers_)
