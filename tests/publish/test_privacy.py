"""Names of private persons are withheld, those of others are not."""

from dataclasses import replace

import pytest

from dateline.publish.privacy import hide, hide_all, shown_name, shown_names, shown_title, withheld
from dateline.records import Party, Place
from tests.publish.incident_exports.made import PRIVATE, shelling


@pytest.mark.parametrize(
    ("name", "role", "shown"),
    [
        pytest.param("Salma Aref", "CVL", "civilian", id="civilian"),
        pytest.param("Salma Aref", "UNK", "[name withheld]", id="no role"),
        pytest.param("SALMA AREF", "CVL", "civilian", id="capitals"),
        pytest.param("teacher Salma Aref", "EDU", "teacher [name withheld]", id="with a trade"),
        pytest.param("Jan van der Berg", "CVL", "civilian", id="with particles"),
        pytest.param("Musa Okello, 43", "CVL", "[name withheld], 43", id="with an age"),
        pytest.param("house of Musa Okello", "CVL", "house of [name withheld]", id="owner"),
        pytest.param("Okello family", "CVL", "[name withheld] family", id="family"),
        pytest.param("Hunter Baker", "CVL", "civilian", id="a name that is made of nouns"),
        pytest.param("John Tower", "CVL", "civilian", id="a surname that is a site"),
        pytest.param("سلمى عارف", "CVL", "civilian", id="a script without capitals"),
        pytest.param("Salma\nAref", "CVL", "civilian", id="over two lines"),
        pytest.param("market", "CVL", "market", id="site"),
        pytest.param("Derzhprom building", "CVL", "Derzhprom building", id="site with a name"),
        pytest.param("Nasser Hospital", "AID", "Nasser Hospital", id="hospital"),
        pytest.param("village of Edilli", "CVL", "village of Edilli", id="village"),
        pytest.param("Kramatorsk", "CVL", "Kramatorsk", id="town"),
        pytest.param("Kyiv residents", "CVL", "Kyiv residents", id="residents of a town"),
        pytest.param("Georgian villagers", "CVL", "Georgian villagers", id="people of a country"),
        pytest.param("Two brothers", "CVL", "Two brothers", id="number"),
        pytest.param("STUDENTS", "EDU", "STUDENTS", id="group in capitals"),
        pytest.param("Red Crescent", "AID", "Red Crescent", id="known body"),
        pytest.param("Oleh Syniehubov", "GOV", "Oleh Syniehubov", id="official"),
        pytest.param("Azov", "MIL", "Azov", id="armed force"),
    ],
)
def test_shown_name(name, role, shown):
    assert shown_name(Party(name=name, country="UKR", role=role)) == shown


def test_a_town_of_another_country_does_not_explain_a_name():
    assert shown_name(Party(name="Fatima", country="UKR", role="CVL")) == "civilian"


def test_names_that_are_withheld_alike_are_given_once():
    victims = [Party(name=name, role="CVL") for name in ("Salma Aref", "Musa Okello", "market")]

    assert shown_names(victims) == ("civilian", "market")


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        ("Salma Aref was buying bread", "[name withheld] was buying bread"),
        ("Salma\nAref", "[name withheld]"),
        ("Ms Aref’s bread", "Ms [name withheld]’s bread"),
        ("SALMA AREF KILLED", "[name withheld] KILLED"),
        ("Arefov, a village", "Arefov, a village"),
    ],
)
def test_a_withheld_name_is_taken_out_of_words_whole_and_in_parts(words, hidden):
    assert hide(words, withheld(shelling())) == hidden


def test_an_incident_of_no_private_person_has_nothing_to_hide():
    site = Party(name="market", role="CVL")
    tellings = (
        replace(
            telling,
            event=replace(telling.event, targets=(site,)),
            report=replace(telling.report, text="A market was hit."),
        )
        for telling in shelling().tellings
    )
    incident = replace(shelling(), targets=(site,), tellings=tuple(tellings))

    assert withheld(incident) is None
    assert hide("Salma Aref", None) == "Salma Aref"


def test_the_place_of_an_incident_is_no_person():
    incident = replace(shelling(), place=Place(name=PRIVATE))

    assert withheld(incident) is None


def test_a_title_may_name_an_actor():
    incident = replace(shelling(), title="Attack by Salma Aref")

    assert shown_title(incident) == "Attack by [name withheld]"


def test_ids_are_kept_in_a_form_whose_words_are_hidden():
    form = {"id": "Aref", "words": ["Aref", {"id": ["Aref"], "n": 1}]}

    assert hide_all(form, withheld(shelling()), but={"id"}) == {
        "id": "Aref",
        "words": ["[name withheld]", {"id": ["Aref"], "n": 1}],
    }


def test_the_name_of_the_place_stays_where_it_is_part_of_a_persons_name():
    incident = replace(shelling(), place=Place(name="Aref"))

    assert hide("Salma Aref, of Aref", withheld(incident)) == "[name withheld], of Aref"


def test_a_name_is_withheld_wherever_the_report_says_whose_it_is():
    text = "Shells hit Taiz. A farmer, Ali Ghalib, was killed."
    tellings = (
        replace(telling, report=replace(telling.report, text=text))
        for telling in shelling().tellings
    )
    incident = replace(shelling(), tellings=tuple(tellings))

    assert hide("Ghalib told us", withheld(incident)) == "[name withheld] told us"
