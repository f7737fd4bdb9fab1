"""Which numbers of a report are figures, of what, and with which bounds."""

import pytest

from dateline.extract.figures import find_figures
from dateline.knowledge.figures import load_figure_words

EXAMPLES = [
    pytest.param(*line.rpartition(" = ")[::2], id=f"{group.name}: {line}")
    for group in load_figure_words().kept.groups
    for line in group.examples
]


def shown(figure):
    low, high = ("" if value is None else f"{value:g}" for value in (figure.low, figure.high))
    value = low if low == high else f"{low}+" if not high else f"{low}-{high}"
    return f"{figure.measure} {value}"


def figures(parse, text):
    return [shown(figure) for figure in find_figures(parse(text))]


@pytest.mark.parametrize(("sentence", "expected"), EXAMPLES)
def test_the_examples_of_the_lexicon_hold(parse, sentence, expected):
    assert figures(parse, sentence) == ([] if expected == "none" else [expected])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "A drone hit Kherson, killing four people and wounding 15.",
            ["killed 4", "injured 15"],
            id="participles",
        ),
        pytest.param(
            "Four people were killed and 15 wounded in Sumy.",
            ["killed 4", "injured 15"],
            id="passive, then without its verb",
        ),
        pytest.param(
            "The clash in Kidal left three dead and nine hurt.",
            ["killed 3", "injured 9"],
            id="states",
        ),
        pytest.param("The death toll in Derna rose to 37.", ["killed 37"], id="toll"),
        pytest.param(
            "Nine people were killed in Mopti. The army put the number at 12.",
            ["killed 9", "killed 12"],
            id="a later count of the same",
        ),
        pytest.param("Officials found the bodies of five men.", ["killed 5"], id="noun"),
        pytest.param(
            "Two soldiers and three policemen were killed.",
            ["killed 2", "killed 3"],
            id="enumeration before its verb",
        ),
        pytest.param(
            "The air force downed 12 drones, three missiles and two jets.",
            ["weapons-destroyed 12", "weapons-destroyed 3", "weapons-destroyed 2"],
            id="enumeration after its verb",
        ),
        pytest.param(
            "Ten people, most of them women, were killed.", ["killed 10"], id="past an aside"
        ),
        pytest.param(
            "Seven traders were lined up and shot.",
            ["killed 7"],
            id="what was done next",
        ),
        pytest.param(
            "Between 30 and 40 men are feared to have died.", ["killed 30-40"], id="raised"
        ),
        pytest.param("Nobody was hurt in Kramatorsk.", ["injured 0"], id="nobody"),
        pytest.param("No one was arrested.", ["detained 0"], id="no one"),
        pytest.param("There were no casualties in Lviv.", ["casualties 0"], id="no casualties"),
        pytest.param(
            "Air defences shot down 12 of 20 drones.",
            ["weapons-destroyed 12", "weapons-used 20"],
            id="some of many",
        ),
        pytest.param("Killed: 8 soldiers, 4 rebels.", ["killed 8", "killed 4"], id="heading"),
    ],
)
def test_the_words_around_a_number_give_its_measure(parse, sentence, expected):
    assert figures(parse, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("A woman was killed in Deir ez-Zor.", ["killed 1"], id="passive"),
        pytest.param("Gunmen shot dead a farmer near Hebron.", ["killed 1"], id="active"),
        pytest.param("The driver was killed in Goma.", ["killed 1"], id="the driver"),
        pytest.param("A mine wounded a shepherd and his son.", ["injured 2"], id="two singles"),
        pytest.param("A couple died in Gaza.", ["killed 2"], id="couple"),
        pytest.param(
            "A rocket damaged a school in Beersheba.", ["structures-damaged 1"], id="thing"
        ),
        pytest.param("If a soldier is killed, we will answer.", [], id="not if"),
        pytest.param("A woman told reporters that she fled.", [], id="nothing befell her"),
        pytest.param("The army killed the talks.", [], id="no person"),
    ],
)
def test_single_people_and_things_count_where_harm_befalls_them(parse, sentence, expected):
    assert figures(parse, sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Layla Haddad, 43, was at home in Homs.", id="age"),
        pytest.param("A man of 61 told us of the raid.", id="age after of"),
        pytest.param("The siege lasted 12 days.", id="duration"),
        pytest.param("The siren sounded at 5.30 in Haifa.", id="clock"),
        pytest.param("It happened on 26 March 2014 in Simferopol.", id="date"),
        pytest.param("The 12th Brigade held Chasiv Yar.", id="ordinal"),
        pytest.param("M23 rebels rode along Route 66.", id="names"),
        pytest.param("Fighting spread to six provinces of Ethiopia.", id="places"),
        pytest.param("Three parties signed in Juba.", id="parties"),
        pytest.param("Turnout was 43 per cent in Kosovo.", id="share"),
        pytest.param("Four in ten households own a radio.", id="ratio"),
        pytest.param("Brent crude rose to $91 a barrel.", id="price"),
        pytest.param("Gunmen came in two cars.", id="means"),
        pytest.param("Dynamo won 3-1 in Zagreb.", id="score"),
        pytest.param("The army is no longer advancing.", id="idiom"),
    ],
)
def test_numbers_that_count_nothing_are_no_figures(parse, sentence):
    assert figures(parse, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "measure", "low", "unit"),
    [
        pytest.param("They met 30 km north of Gao.", "distance", 30, "km", id="distance"),
        pytest.param("They met three miles from Gao.", "distance", 3, "miles", id="words"),
        pytest.param("Oslo gave $11.5m in aid.", "aid-value", 11_500_000, "USD", id="sum"),
        pytest.param("Paris pledged 9 million euros.", "aid-value", 9_000_000, "EUR", id="euros"),
        pytest.param("Rebels asked a ransom of $5,000.", "other", 5000, "USD", id="ransom"),
        pytest.param("WFP unloaded 400 tonnes of wheat.", "other", 400, "tonnes", id="weight"),
        pytest.param("The raid displaced 65 families.", "displaced", 65, "families", id="families"),
    ],
)
def test_sizes_carry_their_unit(parse, sentence, measure, low, unit):
    [figure] = find_figures(parse(sentence))

    assert (figure.measure, figure.low, figure.unit) == (measure, low, unit)


def test_a_distance_said_twice_is_one_figure(parse):
    assert figures(parse, "They met 8 km (5 miles) north of Gao.") == ["distance 8"]


@pytest.mark.parametrize(
    ("sentence", "population"),
    [
        pytest.param("The mine killed four farmers.", "civilian", id="civilians"),
        pytest.param("The mine killed four soldiers.", "military", id="soldiers"),
        pytest.param("The mine killed four rebels.", "combatant", id="rebels"),
        pytest.param("The mine killed four nurses.", "aid-worker", id="nurses"),
        pytest.param("The mine killed four policemen.", "police", id="policemen"),
        pytest.param("The mine killed four reporters.", "journalist", id="reporters"),
        pytest.param("The mine killed four children.", "child", id="children"),
        pytest.param("The mine killed four people.", "people", id="people"),
        pytest.param("The mine killed four.", "people", id="no noun"),
        pytest.param("The rocket hit two houses, and two tanks burned.", None, id="things"),
    ],
)
def test_the_noun_gives_the_population(parse, sentence, population):
    *_, figure = find_figures(parse(sentence))

    assert figure.population == population


@pytest.mark.parametrize(
    ("sentence", "part", "population"),
    [
        pytest.param(
            "The strike killed 17 people, including two children.", 2, "child", id="including"
        ),
        pytest.param("The strike killed 17 people, nine of them women.", 9, "woman", id="of them"),
        pytest.param(
            "The strike killed 17 people, among them three nurses.", 3, "aid-worker", id="among"
        ),
        pytest.param(
            "Police arrested 40 marchers. Six of them were pupils.", 6, "child", id="next sentence"
        ),
    ],
)
def test_a_part_points_at_its_whole(parse, sentence, part, population):
    whole, figure = find_figures(parse(sentence))

    assert (figure.whole, figure.low, figure.population) == (0, part, population)
    assert figure.measure == whole.measure


def test_a_number_without_a_noun_counts_the_whole_s_people_not_the_part_s(parse):
    sentence = "The blast killed eight people, two of them soldiers, and wounded about 20."

    *_, wounded = find_figures(parse(sentence))

    assert (wounded.measure, wounded.low, wounded.population) == ("injured", 20, "people")


def test_a_part_may_fare_otherwise(parse):
    found = figures(parse, "Three guards were wounded, one of whom died.")

    assert found == ["injured 3", "killed 1"]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        pytest.param("Nine people were killed in Mopti on Monday.", "event", id="one event"),
        pytest.param("More than 900 people have been killed since May.", "total", id="since"),
        pytest.param("Police have since arrested four men.", "event", id="has since"),
    ],
)
def test_a_running_count_is_a_total(parse, sentence, scope):
    [figure] = find_figures(parse(sentence))

    assert figure.scope == scope


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        pytest.param("Kidnappers still hold nine pupils in Zamfara.", "abducted", id="kidnappers"),
        pytest.param("Police still hold nine pupils in Kano.", "detained", id="police"),
    ],
)
def test_those_held_by_kidnappers_are_abducted(parse, sentence, measure):
    [figure] = find_figures(parse(sentence))

    assert figure.measure == measure


def test_a_headline_does_not_repeat_a_figure(parse):
    text = "Nine killed in Mopti\n\nNine people were killed in Mopti on Monday."

    assert figures(parse, text) == ["killed 9"]


@pytest.mark.parametrize(
    ("sentence", "quote", "anchor"),
    [
        pytest.param(
            "In Sumy four people were killed on Monday.", "four people were killed", "killed",
            id="verb after",
        ),
        pytest.param(
            "A shell hit Sumy, killing four people there.", "killing four people", "killing",
            id="verb before",
        ),
    ],
)  # fmt: skip
def test_a_quote_takes_in_the_verb(parse, sentence, quote, anchor):
    parsed = parse(sentence)

    [figure] = find_figures(parsed)

    assert parsed.quote(figure.first, figure.end).quote == quote
    assert parsed.words[figure.anchor] == anchor
