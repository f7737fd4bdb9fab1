"""Places in a text: which words are one, which place on earth they mean, and how exactly."""

from math import cos, hypot, radians

import pytest

from dateline.extract.places import find_places
from dateline.knowledge.gazetteer.lookup import open_gazetteer


@pytest.fixture(scope="module")
def places(parse):
    return lambda text, **options: find_places(parse(text), open_gazetteer(), **options)


def named(mentions, name):
    return next((m for m in mentions if m.place.name == name), None)


def kilometres(place, lat, lon):
    return hypot(place.lat - lat, (place.lon - lon) * cos(radians(lat))) * 111.2


@pytest.mark.parametrize(
    ("text", "name", "precision", "country"),
    [
        pytest.param(
            "Shells fell on Nikopol overnight.", "Nikopol", "settlement", "UKR", id="town"
        ),
        pytest.param(
            "Fighting went on in Herat province, officials in Kabul said.",
            "Herat province", "admin1", "AFG", id="province",
        ),
        pytest.param(
            "Drones hit a depot in Sumy Oblast.", "Sumy Oblast", "admin1", "UKR", id="oblast"
        ),
        pytest.param(
            "The army of Mali and rebels clashed.", "Mali", "country", "MLI", id="country"
        ),
        pytest.param(
            "The frigate was hit in the Red Sea.", "Red Sea", "sea", None, id="sea"
        ),
        pytest.param(
            "Convoys cross the Sahel every week.", "Sahel", "region", None, id="region"
        ),
        pytest.param(
            "Two soldiers died at Ain al-Asad in Iraq.", "Ain al-Asad", "site", "IRQ", id="base"
        ),
        pytest.param(
            "Refugees reached Côte d'Ivoire on foot.",
            "Côte d'Ivoire", "country", "CIV", id="accents"
        ),
        pytest.param(
            "Gunmen stormed Deir ez-Zor in Syria.", "Deir ez-Zor", "settlement", "SYR", id="hyphens"
        ),
        pytest.param(
            "Residents fled to Port-au-Prince, Haiti.", "Port-au-Prince", "settlement", "HTI",
            id="three words",
        ),
    ],
)  # fmt: skip
def test_a_place_has_its_precision_and_country(places, text, name, precision, country):
    place = named(places(text), name).place

    assert (place.precision, place.country) == (precision, country)


@pytest.mark.parametrize(
    ("text", "name", "lat", "lon"),
    [
        pytest.param(
            "A bomb went off in Tripoli, Lebanon.",
            "Tripoli", 34.43, 35.84, id="behind a comma",
        ),
        pytest.param(
            "A bomb went off in Tripoli, Libya.",
            "Tripoli", 32.89, 13.19, id="another comma",
        ),
        pytest.param(
            "Lebanese troops came to Tripoli after shots in Beirut and Sidon.", "Tripoli",
            34.43, 35.84, id="by what else is named",
        ),
        pytest.param(
            "Police in Springfield, Ill., held a man.", "Springfield", 39.8, -89.64, id="short form"
        ),
        pytest.param(
            "Protests in Atlanta spread to Athens and Macon, Georgia, the governor said.",
            "Georgia",
            32.9, -83.4, id="the state",
        ),
        pytest.param(
            "Protests in Tbilisi spread to Batumi, and Georgia closed its border.", "Georgia",
            42.0, 43.5, id="the country",
        ),
    ],
)  # fmt: skip
def test_the_context_decides_between_namesakes(places, text, name, lat, lon):
    assert kilometres(named(places(text), name).place, lat, lon) < 60


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("President Jordan met the delegation.", "Jordan", id="title"),
        pytest.param("Paris Hilton gave a concert.", "Paris", id="first name"),
        pytest.param("On Friday in March the talks ended.", "March", id="month"),
        pytest.param("The MV Lagos ran aground.", "Lagos", id="ship"),
        pytest.param("Hamas and Hezbollah refused.", "Hamas", id="group"),
        pytest.param("He told us to wait.", "us", id="pronoun"),
    ],
)
def test_some_names_are_no_places(places, text, word):
    assert named(places(text), word) is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("Kabul University reopened.", "Kabul", "inside", id="part of an office"),
        pytest.param("Bank of Uganda raised rates.", "Uganda", "inside", id="behind of"),
        pytest.param("Ethiopian jets struck a fuel depot.", "Ethiopian", "demonym", id="people"),
        pytest.param("Chechens fled the village.", "Chechens", "demonym", id="people of a region"),
        pytest.param("The Kremlin denied the report.", "Kremlin", "metonym", id="seat"),
        pytest.param(
            "Ankara accused the rebels of a plot.",
            "Ankara", "metonym", id="capital speaks",
        ),
        pytest.param("GOMA, June 3 (AXP) - Rebels took a hill.", "GOMA", "dateline", id="dateline"),
        pytest.param("Rebels took Goma at dawn.", "Goma", "place", id="place"),
    ],
)  # fmt: skip
def test_a_name_has_its_kind(places, text, name, kind):
    assert named(places(text), name).kind == kind


@pytest.mark.parametrize(
    ("text", "name", "precision", "lat", "lon"),
    [
        pytest.param(
            "A tanker was hit 60 nautical miles west of Hodeidah, Yemen.",
            "60 nautical miles west of Hodeidah", "sea", 14.8, 41.9, id="distance and bearing",
        ),
        pytest.param(
            "A convoy was ambushed 40 km south of Kirkuk, Iraq.", "40 km south of Kirkuk",
            "settlement", 35.1, 44.4, id="on land",
        ),
        pytest.param(
            "Troops dug in near Bakhmut.",
            "near Bakhmut", "settlement", 48.6, 38.0, id="near",
        ),
        pytest.param(
            "A boat was stopped off Latakia, Syria.", "off Latakia", "sea", 35.5, 35.8, id="off"
        ),
        pytest.param(
            "The road between Douala and Edéa in Cameroon was cut.", "between Douala and Edéa",
            "settlement", 3.93, 9.9, id="between",
        ),
        pytest.param(
            "Turkish jets struck northern Iraq.", "northern Iraq", "admin1", 36.8, 43.5, id="a side"
        ),
        pytest.param(
            "Shells hit downtown Khartoum.",
            "downtown Khartoum", "site", 15.55, 32.53, id="downtown"
        ),
        pytest.param(
            "Clashes broke out at Nyala airport in Sudan.",
            "Nyala airport", "site", 12.05, 24.88, id="a site"
        ),
        pytest.param(
            "Ugandan troops crossed the Congolese border.",
            "Congolese border", "country", -2.5, 23.5,
            id="a border",
        ),
    ],
)  # fmt: skip
def test_phrases_around_a_place(places, text, name, precision, lat, lon):  # noqa: PLR0917
    mention = named(places(text), name)

    assert (mention.kind, mention.place.precision) == ("relative", precision)
    assert kilometres(mention.place, lat, lon) < 40


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        pytest.param(
            "Syrian rebels advanced. Shells hit the capital.",
            "capital",
            "Damascus",
            id="the capital",
        ),
        pytest.param(
            "Militants entered Gao, Mali. By noon they held the city.", "city", "Gao", id="the city"
        ),
    ],
)  # fmt: skip
def test_words_that_point_back_have_the_name_of_their_place(parse, text, word, name):
    parsed = parse(text)
    (mention,) = [m for m in find_places(parsed, open_gazetteer()) if m.rule == "back"]

    assert parsed.words[mention.head] == word
    assert (mention.kind, mention.place.name) == ("relative", name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Gunmen raided the village of Tandikolo near Bankass in Mali.",
            "Tandikolo", id="the village of"
        ),
        pytest.param(
            "In Mali, men on motorbikes attacked Tandikolo and Bankass.",
            "Tandikolo", id="in a list"
        ),
    ],
)  # fmt: skip
def test_a_village_nobody_knows_gets_the_point_of_a_known_place(places, text, name):
    mention = named(places(text), name)

    assert (mention.place.country, mention.place.precision) == ("MLI", "settlement")
    assert mention.geonameid is None
    assert kilometres(mention.place, 14.07, -3.52) < 10


def test_a_small_namesake_abroad_is_not_taken(places):
    text = "Somali troops left Mogadishu for Kismayo. In Somalia, the village of Berlin was empty."

    assert named(places(text), "Mogadishu").place.country == "SOM"


def test_a_word_of_level_holds_for_a_list(places):
    mentions = places("Rebels attacked posts in Rukum and Dang districts of Nepal.")

    assert named(mentions, "Rukum").place.precision == "admin2"
    assert named(mentions, "Dang").place.precision == "admin2"


def test_the_papers_home_breaks_ties(places):
    text = "Two men were held in Cambridge."

    assert named(places(text, home=("USA", "USA.MA")), "Cambridge").place.country == "USA"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("\n\n", id="white space"),
        pytest.param("—", id="a dash"),
        pytest.param("of", id="a preposition"),
        pytest.param("In", id="a capital"),
        pytest.param("Kyiv", id="a name"),
        pytest.param("between Kyiv and", id="cut off"),
        pytest.param("km of Kyiv", id="no number"),
        pytest.param("the capital", id="no country"),
        pytest.param("WASHINGTON, D.C.", id="capitals"),
    ],
)
def test_any_text_can_be_read(places, text):
    assert all(m.first <= m.head < m.end for m in places(text))


def test_mentions_come_in_the_order_of_the_text(places):
    mentions = places("From Dnipro to Odesa and near Izmail, sirens sounded in Ukraine.")

    assert mentions == sorted(mentions, key=lambda m: (m.first, m.end, m.kind))
