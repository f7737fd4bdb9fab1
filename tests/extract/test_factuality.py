"""Did it happen, is it denied, planned, or does it hang on an if."""

import pytest

from dateline.extract.factuality import factuality_features, find_factuality
from dateline.extract.mentions import Trigger


def trigger(read, word, kind):
    head = read.parse.words.index(word)
    return Trigger(first=head, end=head + 1, head=head, rule="test", kind=kind)


@pytest.mark.parametrize(
    ("text", "word", "kind", "factuality"),
    [
        pytest.param(
            "Rebels shelled Goma on Monday.", "shelled", "shelling", "occurred", id="past"
        ),
        pytest.param(
            "Rebels are shelling Goma, the mayor said.",
            "shelling",
            "shelling",
            "occurred",
            id="still going on",
        ),
        pytest.param(
            "The mayor said that rebels had shelled Goma.",
            "shelled",
            "shelling",
            "occurred",
            id="told by somebody",
        ),
        pytest.param(
            "The army denied that it had shelled Goma.",
            "shelled",
            "shelling",
            "denied",
            id="denied by a side",
        ),
        pytest.param(
            "Police did not arrest the mayor.", "arrest", "arrest", "denied", id="not done"
        ),
        pytest.param(
            "The foreign ministers will meet in Muscat on Friday.",
            "meet",
            "talks",
            "planned",
            id="announced",
        ),
        pytest.param(
            "Turkey will send tanks to Qatar next month.",
            "send",
            "military-aid",
            "planned",
            id="pledged",
        ),
        pytest.param(
            "China and Russia plan to hold joint naval drills in June.",
            "drills",
            "joint-exercise",
            "planned",
            id="intended",
        ),
        pytest.param(
            "Rebels threatened to attack Goma if the army advances.",
            "attack",
            "armed-attack",
            "conditional",
            id="threatened",
        ),
        pytest.param(
            "If the talks fail, rebels will attack Goma.",
            "attack",
            "armed-attack",
            "conditional",
            id="on an if",
        ),
        pytest.param(
            "Rebels threatened to attack Goma if the army advances.",
            "threatened",
            "threaten",
            "occurred",
            id="the threat itself",
        ),
    ],
)
def test_factuality(reading, text, word, kind, factuality):
    read = reading(text)

    assert find_factuality(read, trigger(read, word, kind)) == factuality


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Police did not arrest the mayor of Minsk.", "arrest", id="not done"),
        pytest.param("The army denied that it had shelled Goma.", "shelling", id="denied"),
        pytest.param("The peace talks in Doha were cancelled.", "talks", id="called off"),
        pytest.param("There was no shelling of Goma, the army said.", "shelling", id="none"),
    ],
)
def test_what_did_not_happen_is_an_event_that_is_denied(coded, text, kind):
    assert (kind, "denied") in {(e.kind, e.factuality) for e in coded(text).events}


@pytest.mark.parametrize(
    ("text", "word", "sign"),
    [
        pytest.param("Police did not arrest him.", "arrest", "own:neg=not", id="a negation"),
        pytest.param("Rebels will attack Goma.", "attack", "mood=will", id="what will be"),
        pytest.param("Rebels may attack Goma.", "attack", "mood=may", id="what may be"),
        pytest.param("Rebels would attack Goma.", "attack", "mood=would", id="what would be"),
        pytest.param(
            "Rebels will attack Goma if talks fail.", "attack", "mood+if=will+True", id="an if"
        ),
        pytest.param("Rebels denied attacking Goma.", "attacking", "up1=deny", id="a verb above"),
        pytest.param("No soldier attacked Goma.", "attacked", "s:no", id="a doer that is none"),
        pytest.param(
            "The army said it had not attacked Goma.", "attacked", "stance=denies", id="a stance"
        ),
        pytest.param("“Rebels attacked Goma,” she said.", "attacked", "quoted", id="quoted words"),
    ],
)
def test_what_speaks_for_a_factuality_is_seen(reading, text, word, sign):
    read = reading(text)

    assert sign in factuality_features(read, trigger(read, word, "armed-attack"))
