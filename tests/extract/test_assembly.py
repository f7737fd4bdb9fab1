"""Events, figures and claims out of what the finders found."""

from datetime import date, timedelta

import pytest

from dateline.extract.arguments import Arguments
from dateline.extract.assembly import assemble, is_background
from dateline.extract.mentions import ActorMention, PlaceMention, TimeMention, Trigger
from dateline.extract.merging import Telling
from dateline.records import Party, Place, When

PUBLISHED = date(2024, 5, 15)


def days_ago(first, last):
    start, end = (PUBLISHED - timedelta(days=days) for days in (first, last))
    return When(start=start, end=end, precision="day")


def time(when, rule="weekday"):
    return TimeMention(first=0, end=1, head=0, rule=rule, when=when)


@pytest.mark.parametrize(
    ("when", "rule", "background"),
    [
        pytest.param(days_ago(1, 1), "weekday", False, id="yesterday"),
        pytest.param(days_ago(30, 30), "weekday", False, id="thirty days ago"),
        pytest.param(days_ago(31, 31), "weekday", True, id="thirty-one days ago"),
        pytest.param(days_ago(60, 10), "weekday", False, id="long ago until lately"),
        pytest.param(days_ago(60, 10), "since", True, id="running since long ago"),
        pytest.param(days_ago(10, 0), "since", False, id="running since lately"),
        pytest.param(days_ago(-7, -7), "weekday", False, id="next week"),
        pytest.param(When(), "weekday", False, id="no day"),
    ],
)
def test_background_is_what_ended_or_began_long_before(when, rule, background):
    assert is_background(when, time(when, rule), PUBLISHED) is background


@pytest.mark.parametrize(
    ("mention", "published"),
    [
        pytest.param(None, PUBLISHED, id="no time told"),
        pytest.param(time(days_ago(99, 99)), None, id="no day of publication"),
    ],
)
def test_what_cannot_be_dated_is_no_background(mention, published):
    assert is_background(days_ago(99, 99), mention, published) is False


def actor(read, word, role, *, state=False):
    head = read.parse.words.index(word)
    party = Party(name=word, country="RUS", role=role)
    return ActorMention(first=head, end=head + 1, head=head, rule="test", party=party, state=state)


def telling(read, word, kind="shelling", **arguments):
    head = read.parse.words.index(word)
    trigger = Trigger(first=head, end=head + 1, head=head, rule="test/1", kind=kind)
    return Telling(trigger=trigger, arguments=Arguments(**arguments), factuality="occurred")


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        pytest.param("shelling", "MIL", id="an assault"),
        pytest.param("airstrike", "MIL", id="an air strike"),
        pytest.param("deployment", "MIL", id="a deployment"),
        pytest.param("exercise", "MIL", id="a drill"),
        pytest.param("joint-exercise", "MIL", id="a joint drill"),
        pytest.param("withdrawal", "MIL", id="a withdrawal"),
        pytest.param("military-aid", "GOV", id="military aid"),
        pytest.param("humanitarian-aid", "GOV", id="relief"),
        pytest.param("accuse", "GOV", id="an accusation"),
        pytest.param("threaten", "GOV", id="a threat"),
        pytest.param("talks", "GOV", id="talks"),
        pytest.param("sanction", "GOV", id="a sanction"),
    ],
)
def test_a_state_acts_by_its_forces_or_by_its_government(reading, kind, role):
    read = reading("Russia moved against Georgia.")
    found = telling(read, "moved", kind, actors=(actor(read, "Russia", "GOV", state=True),))

    [event] = assemble(read, [[found]]).events

    assert [party.role for party in event.actors] == [role]


@pytest.mark.parametrize(
    ("role", "state"),
    [
        pytest.param("REB", False, id="rebels"),
        pytest.param("POL", False, id="police"),
        pytest.param("GOV", False, id="a minister"),
    ],
)
def test_others_keep_their_role(reading, role, state):
    read = reading("Russia moved against Georgia.")
    found = telling(read, "moved", actors=(actor(read, "Russia", role, state=state),))

    [event] = assemble(read, [[found]]).events

    assert [party.role for party in event.actors] == [role]


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        pytest.param("shelling", "CVL", id="shelled"),
        pytest.param("accuse", "GOV", id="accused"),
        pytest.param("military-aid", "GOV", id="given arms"),
    ],
)
def test_a_state_is_civilians_where_it_is_attacked(reading, kind, role):
    read = reading("Russia moved against Georgia.")
    found = telling(read, "moved", kind, targets=(actor(read, "Georgia", "GOV", state=True),))

    [event] = assemble(read, [[found]]).events

    assert [party.role for party in event.targets] == [role]


def test_an_event_has_the_codes_of_its_kind(reading):
    read = reading("Rebels shelled Goma.")

    [event] = assemble(read, [[telling(read, "shelled")]]).events

    assert (event.id, event.type, event.kind) == ("e1", "ASSAULT", "shelling")
    assert (event.acled, event.cameo) == ("Shelling/artillery/missile attack", "19")


def test_every_event_has_its_number_in_the_order_given(reading):
    read = reading("Rebels shelled Goma. Troops withdrew.")
    groups = [[telling(read, "shelled")], [telling(read, "withdrew", "withdrawal")]]

    assert [(e.id, e.kind) for e in assemble(read, groups).events] == [
        ("e1", "shelling"),
        ("e2", "withdrawal"),
    ]


def test_a_later_telling_fills_what_the_first_leaves_open(reading):
    read = reading("Shells fell. Rebels shelled Goma on Tuesday.")
    head = read.parse.words.index("Goma")
    place = PlaceMention(first=head, end=head + 1, head=head, rule="x", place=Place(name="Goma"))
    full = telling(read, "shelled", actors=(actor(read, "Rebels", "REB"),), place=place)

    [event] = assemble(read, [[telling(read, "fell"), full]]).events

    assert event.place == place.place
    assert [party.name for party in event.actors] == ["Rebels"]
    assert [quote.quote for quote in event.evidence] == [
        "Shells fell",
        "Rebels shelled Goma on Tuesday",
    ]


def test_every_field_says_what_it_rests_on(coded):
    [event] = coded("Rebels shelled Goma on Tuesday, the mayor said.").events
    basis = {basis.field: [quote.quote for quote in basis.quotes] for basis in event.basis}

    assert basis["kind"] == ["shelled"]
    assert basis["actors"] == ["Rebels"]
    assert "Goma" in basis["place"][0]
    assert "Tuesday" in basis["date"][0]
    assert basis["attribution"] == ["mayor"]


FULL = "Rebels shelled a market in Goma on Tuesday, killing nine people, the mayor said."


def test_a_figure_belongs_to_its_event_and_its_giver(coded):
    record = coded(FULL)

    [figure] = record.figures
    assert (figure.measure, figure.low, figure.high) == ("killed", 9, 9)
    assert (figure.event, figure.by) == (record.events[0].id, "mayor")


@pytest.mark.parametrize(
    ("measure", "kind"),
    [
        pytest.param("killed", "shelling", id="the dead of the shelling"),
        pytest.param("detained", "arrest", id="those who were arrested"),
    ],
)
def test_each_figure_belongs_to_its_own_event(coded, measure, kind):
    text = "Rebels shelled Goma on Tuesday, killing nine people. Police arrested two men in Minsk."
    record = coded(text)
    kind_of = {event.id: event.kind for event in record.events}

    assert [kind_of[f.event] for f in record.figures if f.measure == measure] == [kind]


def test_a_claim_names_the_events_it_speaks_of(coded):
    record = coded(FULL)

    [claim] = record.claims
    [event] = record.events
    assert (claim.speaker, claim.events) == ("mayor", (event.id,))
    assert event.attribution == ("mayor",)


def test_a_part_of_a_figure_points_to_its_whole(coded):
    record = coded("Rebels shelled Goma on Tuesday, killing nine people, including two children.")
    whole, part = record.figures

    assert (whole.low, part.low) == (9, 2)
    assert (whole.of, part.of) == (None, whole.id)


def test_a_report_without_events_has_no_figures_and_no_claims(coded):
    record = coded("The mayor said that the orchestra has nine violins.")

    assert (record.events, record.figures, record.claims) == ((), (), ())


def test_a_wider_event_sums_up_its_part(coded):
    record = coded(
        "Israeli jets, drones and artillery hit Tyre and Nabatieh on Tuesday, killing nine people."
        "\n\nIn Tyre, a drone hit a school on Tuesday."
    )

    whole, part = record.events
    assert (whole.part_of, part.part_of) == (None, whole.id)
    assert part.actors == whole.actors
