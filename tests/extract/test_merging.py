"""The same happening told again is one event; another one stays another."""

import numpy as np
import pytest

from dateline.extract import merging
from dateline.extract.arguments import Arguments
from dateline.extract.linear import LinearModel
from dateline.extract.mentions import Trigger
from dateline.extract.merging import Telling, merge, merge_features


def of_kind(record, kind):
    return [event for event in record.events if event.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Market shelled in Goma\n\nRebels shelled a market in Goma on Tuesday.",
            "shelling",
            id="headline and body",
        ),
        pytest.param(
            "Rebels shelled a market in Goma on Tuesday. The shelling lasted an hour.",
            "shelling",
            id="verb, then noun with the article",
        ),
        pytest.param(
            "A bomb exploded in Quetta on Tuesday. The explosion destroyed a bus.",
            "bombing",
            id="what it came to",
        ),
        pytest.param(
            "Troops withdrew from Kidal on Tuesday. The withdrawal from Kidal took nine hours.",
            "withdrawal",
            id="withdrawal",
        ),
    ],
)
def test_a_happening_told_twice_is_one_event(coded, text, kind):
    assert len(of_kind(coded(text), kind)) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Rebels shelled Goma on Tuesday. Rebels shelled Bukavu on Monday.",
            "shelling",
            id="another place and day",
        ),
        pytest.param(
            "Police arrested nine men in Minsk on Monday. "
            "Police arrested four students in Brest on Tuesday.",
            "arrest",
            id="others arrested elsewhere",
        ),
    ],
)
def test_two_happenings_of_one_kind_are_two_events(coded, text, kind):
    assert len(of_kind(coded(text), kind)) == 2


def test_happenings_of_two_types_are_two_events(coded):
    record = coded("Rebels shelled Goma on Tuesday. Police arrested nine men in Minsk on Monday.")

    assert [event.kind for event in record.events] == ["shelling", "arrest"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param(
            "Nine people died when rebels shelled Goma on Tuesday.", "shelled", id="what came of it"
        ),
        pytest.param("Gunmen killed three farmers near Jos on Tuesday.", "killed", id="who did it"),
        pytest.param("A drone hit a school in Odesa on Tuesday.", "hit", id="with what"),
    ],
)
def test_the_first_quote_names_the_happening_not(coded, text, word):
    [event] = coded(text).events

    assert word in event.evidence[0].quote


@pytest.fixture
def judged(monkeypatch, reading):
    """Merge one telling a word, by a model that gives a fixed answer."""

    def judged(text, *words, answer):
        weights = np.zeros((1, 2), dtype=np.float32)
        bias = np.array([0, 50 if answer == "yes" else -50], dtype=np.float32)
        model = LinearModel(["no", "yes"], ["x"], weights, bias)
        monkeypatch.setattr(merging, "load_model", lambda _: model)
        read = reading(text)
        groups = merge(read, [telling(read, word) for word in words])
        return [[read.parse.words[one.trigger.head] for one in group] for group in groups]

    return judged


def telling(read, word, kind="shelling"):
    head = read.parse.words.index(word)
    trigger = Trigger(first=head, end=head + 1, head=head, rule="test", kind=kind)
    return Telling(trigger=trigger, arguments=Arguments(), factuality="occurred")


THREE = "Rebels shelled Goma. They bombarded the port. Rockets followed."


def test_groups_stand_in_the_order_of_the_text(judged):
    groups = judged(THREE, "shelled", "bombarded", "Rockets", answer="no")

    assert groups == [["shelled"], ["bombarded"], ["Rockets"]]


def test_no_telling_is_lost_or_doubled(judged):
    assert judged(THREE, "shelled", "bombarded", "Rockets", answer="yes") == [
        ["shelled", "bombarded", "Rockets"]
    ]


def test_results_stand_behind_what_they_result_from(judged):
    text = "Shells killed nine people. The bombardment lasted an hour."

    assert judged(text, "killed", "bombardment", answer="yes") == [["bombardment", "killed"]]


def test_nothing_to_merge_is_no_group(reading):
    assert merge(reading("Goma is quiet."), []) == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        pytest.param("Rebels shelled Goma. The bombardment goes on.", "anaphor+kind", id="the"),
        pytest.param("Rebels shelled Goma. Another bombardment goes on.", "new+kind", id="another"),
    ],
)
def test_the_article_tells_new_from_known(reading, text, sign):
    read = reading(text)

    assert sign in merge_features(read, telling(read, "shelled"), telling(read, "bombardment"))
