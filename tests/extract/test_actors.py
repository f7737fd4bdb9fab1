"""Noun phrases become parties: who, of which country, in which role."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.actors import actor_at, find_actors
from dateline.extract.mentions import PlaceMention
from dateline.knowledge.actors.nouns import ROLES
from dateline.records import Place


def party(parse, text, word):
    """Return the party whose mention has the word for its head."""
    page = parse(text)
    head = page.words.index(word)
    mention = actor_at(find_actors(page), head)
    assert mention is not None, f"no mention at {word!r}"
    assert mention.head == head
    return mention.party


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("Polish soldiers closed the road.", "soldiers",
                     ("Polish soldiers", "POL", "MIL"), id="demonym and soldiers"),
        pytest.param("Ghana's navy freed the crew.", "navy",
                     ("Ghana's navy", "GHA", "MIL"), id="possessive"),
        pytest.param("The government of Peru declined.", "government",
                     ("government of Peru", "PER", "GOV"), id="of-phrase"),
        pytest.param("Chilean police fired on students.", "police",
                     ("Chilean police", "CHL", "POL"), id="police"),
        pytest.param("Hamas fighters fired from Rafah.", "fighters",
                     ("Hamas fighters", "PSE", "REB"), id="a group lends role and country"),
        pytest.param("A Houthi military spokesman spoke.", "spokesman",
                     ("Houthi military spokesman", "YEM", "REB"), id="a group before its forces"),
        pytest.param("UN troops entered Juba.", "troops",
                     ("UN troops", None, "IGO"), id="troops of an organisation"),
        pytest.param("A rebel colonel gave himself up in Mali.", "colonel",
                     ("rebel colonel", "MLI", "REB"), id="no soldier of the state"),
        pytest.param("Opposition leaders met in Harare.", "leaders",
                     ("Opposition leaders", "ZWE", "OPP"), id="open head takes its modifier"),
        pytest.param("A school in Quito burned.", "school",
                     ("school", "ECU", "EDU"), id="school"),
        pytest.param("Jets hit a field hospital in Sudan.", "hospital",
                     ("field hospital", "SDN", "AID"), id="hospital"),
        pytest.param("A mosque in Niger was burned.", "mosque",
                     ("mosque", "NER", "REL"), id="mosque"),
        pytest.param("The chief of staff of Kenya resigned.", "chief",
                     ("chief of staff of Kenya", "KEN", "MIL"), id="noun of noun"),
        pytest.param("Hundreds of villagers fled Myanmar.", "Hundreds",
                     ("villagers", "MMR", "REF"), id="a quantity stands for what it counts"),
        pytest.param("Two men shot a guard in Guatemala.", "men",
                     ("Two men", "GTM", "CVL"), id="men keep their count"),
        pytest.param("The wounded were flown to Beirut.", "wounded",
                     ("wounded", "LBN", "CVL"), id="an adjective for people"),
        pytest.param("Troops of Iran-backed militias fled.", "militias",
                     ("Iran-backed militias", "IRN", "REB"), id="backers are not the backed"),
    ],
)  # fmt: skip
def test_a_noun_phrase_gives_name_country_and_role(parse, text, word, expected):
    found = party(parse, text, word)

    assert (found.name, found.country, found.role) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("Defence Minister Ana Ruiz of Spain resigned.", "Ruiz",
                     ("Ana Ruiz", "ESP"), id="office before the name"),
        pytest.param("Gen. Tomas Novak left Prague.", "Novak",
                     ("Tomas Novak", "CZE"), id="rank"),
        pytest.param("Hassan Nasrallah spoke in Beirut.", "Nasrallah",
                     ("Hassan Nasrallah", "LBN"), id="known by name"),
    ],
)  # fmt: skip
def test_a_person_is_named_without_titles(parse, text, word, expected):
    found = party(parse, text, word)

    assert (found.name, found.country) == expected


@pytest.mark.parametrize(
    ("text", "word", "role"),
    [
        pytest.param("Iran condemned the attack.", "Iran", "GOV", id="country"),
        pytest.param("Moscow rejected the plan.", "Moscow", "GOV", id="seat"),
        pytest.param("The British attacked at dawn.", "British", "GOV", id="the nation"),
    ],
)
def test_a_state_named_as_such_is_marked(parse, text, word, role):
    page = parse(text)
    mention = actor_at(find_actors(page), page.words.index(word))

    assert mention is not None
    assert mention.state
    assert mention.party.role == role


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        pytest.param("Israeli strikes hit Tyre.", "Israeli", "ISR", id="demonym"),
        pytest.param("A Hezbollah rocket fell.", "Hezbollah", "LBN", id="group"),
        pytest.param("Police fire killed three in Senegal.", "Police", "SEN", id="noun"),
        pytest.param("The shrine bombing in Iraq killed nine.", "shrine", "IRQ", id="target"),
    ],
)
def test_a_party_before_a_happening_is_a_mention(parse, text, word, country):
    assert party(parse, text, word).country == country


def test_joined_parties_are_mentions_of_their_own(parse):
    page = parse("Soldiers and rebels clashed in Chad.")

    assert [m.party.role for m in find_actors(page) if not m.state] == ["MIL", "REB"]


def test_states_joined_before_one_noun_are_mentions_of_their_own(parse):
    page = parse("Thai and Cambodian troops traded fire.")
    found = {m.party.name: m.party.country for m in find_actors(page)}

    assert found["Thai"] == "THA"
    assert found["Cambodian"] == "KHM"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A shell exploded on Monday.", id="weapon and day"),
        pytest.param("The ceasefire failed.", id="happening"),
        pytest.param("It was clear that nothing worked.", id="idle it"),
    ],
)
def test_what_is_no_party_is_no_mention(parse, text):
    assert find_actors(parse(text)) == []


def test_a_nameless_group_takes_the_country_the_report_is_about(parse):
    text = "Nigerian officials spoke in Abuja, Nigeria. Residents fled."

    assert party(parse, text, "Residents").country == "NGA"


def test_attackers_nobody_names_have_no_country(parse):
    assert party(parse, "Gunmen killed a farmer in Nigeria.", "Gunmen").country is None


def test_where_several_countries_may_be_meant_none_is_guessed(parse):
    text = "Chad, Niger, Mali, Togo, Ghana and Kenya met. Then soldiers left."

    assert party(parse, text, "soldiers").country is None


def test_a_place_found_elsewhere_tells_the_country(parse):
    page = parse("Protesters marched in Dunlao.")
    place = Place(name="Dunlao", country="MMR")
    at = page.words.index("Dunlao")
    mention = PlaceMention(first=at, end=at + 1, head=at, rule="test", place=place)

    [protesters, *_] = find_actors(page, [mention])

    assert protesters.party.country == "MMR"


def test_the_army_meant_in_a_territory_without_one(parse):
    text = "In the West Bank, soldiers shot a farmer near Gaza."

    assert party(parse, text, "soldiers").country == "ISR"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(
    "the two Russian soldiers of and President Aye Lwin he who , . ( ) al-Shabaab 's Kenya"
    " killed said people U.N. North - “ ” \n it their dozens Guards group".split(" ")
), max_size=30))  # fmt: skip
def test_any_words_give_valid_mentions(parse, words):
    page = parse(" ".join(words))

    for mention in find_actors(page):
        assert 0 <= mention.first <= mention.head < mention.end <= len(page)
        assert mention.party.name.strip()
        assert mention.party.role in ROLES


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_no_text_makes_it_fail(parse, text):
    assert isinstance(find_actors(parse(text)), list)


def test_the_same_text_gives_the_same_mentions(parse):
    text = "Ugandan troops and M23 rebels fought near Goma, officials in Kampala said."

    assert find_actors(parse(text)) == find_actors(parse(text))
