"""Protected sites and persons are those that a telling says were hit, not those it names."""

import pytest

from dateline.reconcile.protected import protected
from dateline.records import Party, Place, Protected, Quote
from tests.reconcile.made import make_telling


def hit(name, role="CVL", **event):
    return protected(make_telling(event={"targets": (Party(name=name, role=role),)} | event))


def at_site(place, quote, targets=(), **event):
    site = Place(name=place, country="UKR", lat=48.7, lon=37.6, precision="site")
    evidence = (Quote(start=0, end=len(quote), quote=quote),)
    fields = {"place": site, "evidence": evidence, "targets": targets}
    return protected(make_telling(event=fields | event))


def classes(found):
    return [site.site for site in found]


def test_a_target_is_given_with_its_class_its_name_and_its_event():
    expected = Protected(site="health", name="Saint Anne's Hospital", event="r1/e1")

    assert hit("Saint Anne's Hospital") == (expected,)


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        pytest.param("Lena Aster", "MED", "media", id="journalists and media"),
        pytest.param("Padre Olivo", "REL", "worship", id="religious"),
        pytest.param("the upper forms", "EDU", "education", id="schools"),
        pytest.param("lorry", "AID", "humanitarian", id="aid"),
        pytest.param("nurses", "AID", "health", id="the name says more than the role"),
        pytest.param("girls of the village school", "CVL", "education", id="whatever the role"),
    ],
)
def test_a_role_tells_the_class_where_the_name_does_not(name, role, expected):
    assert classes(hit(name, role)) == [expected]


def test_what_helps_the_sick_is_told_from_relief_by_its_place():
    found = at_site(
        "Lakeside Clinic", "Men carried off the sterilizer", (Party(name="sterilizer", role="AID"),)
    )

    assert classes(found) == ["health"]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        pytest.param("press officer", "MED", id="looks like it"),
        pytest.param("journalist's flat", "MED", id="belongs to one"),
        pytest.param("houses near the school", "EDU", id="lies beside one"),
        pytest.param("former seminary", "REL", id="is none any more"),
    ],
)
def test_a_role_does_not_overrule_what_the_name_denies(name, role):
    assert hit(name, role) == ()


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        pytest.param("army medics", "MIL", ["health"], id="medics of an army"),
        pytest.param("regimental chaplain", "MIL", ["worship"], id="a chaplain"),
        pytest.param("police hospital", "POL", ["health"], id="a hospital of the police"),
        pytest.param("military academy", "MIL", [], id="a school for officers"),
        pytest.param("army photographers", "MIL", [], id="the press of an army"),
        pytest.param("monastery garrison", "REB", [], id="fighters in a monastery"),
    ],
)
def test_of_those_who_bear_arms_only_medics_and_chaplains_are_protected(name, role, expected):
    assert classes(hit(name, role)) == expected


@pytest.mark.parametrize(
    ("kind", "type_", "name", "expected"),
    [
        pytest.param("airstrike", "ASSAULT", "museum", ["heritage"], id="an attack"),
        pytest.param("looting-or-destruction", "COERCE", "museum", ["heritage"], id="looting"),
        pytest.param("siege-or-blockade", "COERCE", "hospital", ["health"], id="a siege"),
        pytest.param("abduction", "COERCE", "aid workers", ["humanitarian"], id="an abduction"),
        pytest.param("arrest", "COERCE", "reporter", ["media"], id="an arrest"),
        pytest.param("arrest", "COERCE", "school", [], id="a site cannot be arrested"),
        pytest.param("restriction", "COERCE", "newspaper", [], id="a ban hits nobody"),
        pytest.param("interception", "ASSAULT", "school", [], id="a weapon shot down"),
        pytest.param("territory-captured", "ASSAULT", "university", [], id="ground taken"),
        pytest.param("humanitarian-aid", "AID", "hospital", [], id="help"),
        pytest.param("peaceful-protest", "PROTEST", "university", [], id="a protest"),
    ],
)
def test_only_what_does_harm_counts(kind, type_, name, expected):
    assert classes(hit(name, kind=kind, type=type_)) == expected


@pytest.mark.parametrize("factuality", ["planned", "conditional", "denied"])
def test_what_did_not_occur_hit_nobody(factuality):
    assert hit("hospital", "AID", factuality=factuality) == ()


def test_what_is_told_as_history_was_hit_all_the_same():
    assert classes(hit("hospital", background=True)) == ["health"]


@pytest.mark.parametrize(
    "quote",
    [
        *("Shells hit the Lakeside Clinic", "A rocket came down on the clinic at noon"),
        *("The clinic was heavily shelled", "an air strike on a clinic in the south"),
        *("The clinic came under fire", "A clinic, hit by two rockets, burned out"),
        *("Gunmen opened fire in the clinic", "Looters ransacked a market and a clinic"),
    ],
)
def test_a_site_that_the_sentence_says_was_hit_counts(quote):
    expected = (Protected(site="health", name="Lakeside Clinic", event="r1/e1"),)

    assert at_site("Lakeside Clinic", quote) == expected


@pytest.mark.parametrize(
    "quote",
    [
        *("Shells hit a bakery near the Lakeside Clinic", "The wounded were taken to the clinic"),
        *(
            "Four people died at the clinic",
            "A drone hit a bus and killed a man as the clinic closed",
        ),
        *("Shells hit Clinic Street", "Doctors at the clinic said a shell had hit the mill"),
        "Shells hit the mill",
    ],
)
def test_a_site_that_is_only_where_it_happened_does_not(quote):
    assert at_site("Lakeside Clinic", quote) == ()


def test_a_site_of_which_a_part_was_hit_counts():
    found = at_site("Lakeside Clinic", "A shell went through it", (Party(name="the roof"),))

    assert classes(found) == ["health"]


def test_a_site_that_is_a_target_too_is_given_once():
    found = at_site("Lakeside Clinic", "Shells hit the clinic", (Party(name="clinic"),))

    assert [(site.site, site.name) for site in found] == [("health", "clinic")]


@pytest.mark.parametrize("name", ["Hospital Street", "Mosque Square", "Church Hill"])
def test_a_place_named_after_a_site_is_none(name):
    assert at_site(name, f"Shells hit {name}") == ()


def test_a_town_whose_name_is_a_word_for_a_site_is_none():
    town = Place(name="Monastery", country="UKR", lat=48.7, lon=37.6, precision="settlement")

    assert hit("Monastery", place=town) == ()


def test_a_landmark_is_heritage_and_what_else_it_is():
    assert classes(hit("Umayyad Mosque")) == ["worship", "heritage"]


def test_an_attack_on_nobody_named_hits_no_protected_site():
    assert protected(make_telling()) == ()
