"""Names of sites and persons under special protection, and those that only sound like it."""

import pytest

from dateline.knowledge.protected import protected_words, read_name


def classes(name):
    return [sort.site for sort in read_name(name).sorts]


def cases(table):
    return [
        pytest.param(name, sites.split(), id=name)
        for sites, names in table.items()
        for name in names.split(" | ")
    ]


FOUND = {
    "health": "teaching hospital | the children's hospital | Sainte-Marie dispensary | nurses"
    " | two ambulances | maternity hut | field hospital of the army | roof of the clinic"
    " | university hospital | staff of a field hospital | minibus carrying medics"
    " | patients on the third floor",
    "education": "girls' school | School No. 14 | kindergartens | teachers | medical school"
    " | school bus | people sheltering in a school | madrasa | pupils of the lower classes",
    "worship": "Sunni mosque | chapel of the hospital | monks | clergymen | church leaders"
    " | worshippers in a mosque | nunnery | houses of worship",
    "heritage": "Derzhprom building | regional museum | libraries | Old City | puppet theatre"
    " | Mariupol Drama Theatre | Stari Most | citadel of the town",
    "humanitarian": "aid convoy | warehouse of UNRWA | rescuers | three aid workers | MSF"
    " | fire station | volunteers of the Red Crescent",
    "media": "journalists | group of journalists | TV tower | cameraman | office of a newspaper",
    "worship heritage": "Umayyad Mosque | Church of the Nativity | Golden Temple",
    "health humanitarian": "Red Crescent ambulance | MSF clinic",
    "education humanitarian": "UNRWA school",
}


@pytest.mark.parametrize(("name", "expected"), cases(FOUND))
def test_a_name_says_of_which_classes_it_is(name, expected):
    assert classes(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        *("Hospital Street", "Church Hill", "Mosque Square", "University metro station"),
        *("Derzhprom metro station", "village of Mosque", "the Cathedral quarter"),
    ],
)
def test_a_street_or_a_quarter_named_after_a_site_is_none(name):
    assert classes(name) == []


@pytest.mark.parametrize(
    "name",
    [
        *("military academy", "police school", "air force college", "theatre of war"),
        *("school of thought", "health ministry", "minister of education", "press conference"),
        *("media wing of the militia", "veterinary clinic", "memorial service", "radio operator"),
        *("electoral college", "student protesters"),
    ],
)
def test_what_only_sounds_like_one_is_none(name):
    assert classes(name) == []
    assert not read_name(name).silent


@pytest.mark.parametrize(
    "name",
    [
        *("former school", "retired teacher", "ex-journalist", "disguise", "barracks"),
        *("home of a doctor", "journalist's flat", "the hospital director's car", "son of an imam"),
        *("houses near the mosque", "queue outside a hospital", "road to the clinic"),
    ],
)
def test_what_belongs_to_a_person_or_lies_beside_a_site_is_none(name):
    assert classes(name) == []


@pytest.mark.parametrize(
    "name", ["refugee camp", "camp for displaced people", "market", "women", "sugar mill"]
)
def test_other_civilian_things_are_of_no_class(name):
    assert read_name(name) == ((), True)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        pytest.param("hospital", False, id="a site"),
        pytest.param("nurse", True, id="a person"),
        pytest.param("hospital guard", True, id="a person of a site"),
        pytest.param("staff of the hospital", True, id="people of a site"),
        pytest.param("bus of students", True, id="a group of persons"),
        pytest.param("hospital wing", False, id="a part of a site"),
    ],
)
def test_persons_are_told_from_sites(name, person):
    assert [sort.person for sort in read_name(name).sorts] == [person]


def test_all_lists_are_folded():
    words = protected_words()
    lists = [c for site in words.classes.values() for c in (site.sites, site.persons, site.names)]
    phrases = [*words.unlike["phrases"], *words.drill["words"], *(p for c in lists for p in c)]

    assert [p for p in phrases if p != p.lower() or set("'’-") & set(p) or not p.isascii()] == []


def test_no_phrase_is_of_two_classes():
    sites = protected_words().classes.values()
    phrases = [p for site in sites for p in (*site.sites, *site.persons)]

    assert sorted(phrases) == sorted(set(phrases))


def test_nothing_is_both_a_site_and_unlike_one():
    known = {p for site in protected_words().classes.values() for p in (*site.sites, *site.persons)}

    assert known.isdisjoint(protected_words().unlike["phrases"])
