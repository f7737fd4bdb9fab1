"""Who says what: speaker, content, stance and medium of attributed words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.claims import find_claims
from dateline.extract.mentions import ActorMention
from dateline.knowledge.cues import STANCES
from dateline.records import Party


def told(parse, text):
    """List speaker and content of each claim."""
    doc = parse(text)
    return [(c.speaker, doc.words_of(c.first, c.end)) for c in find_claims(doc)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        pytest.param(
            "The navy said that two trawlers had sunk.",
            "navy",
            "two trawlers had sunk",
            id="that-clause",
        ),
        pytest.param(
            "The navy says its crews are safe.", "navy", "its crews are safe", id="bare clause"
        ),
        pytest.param(
            "Two trawlers sank off Benghazi, port officials said on Monday.",
            "port officials",
            "Two trawlers sank off Benghazi",
            id="cue behind",
        ),
        pytest.param(
            "According to the harbour master, two trawlers sank.",
            "harbour master",
            "two trawlers sank",
            id="according to, in front",
        ),
        pytest.param(
            "Two trawlers sank, according to Salma Idris, the harbour master.",
            "Salma Idris",
            "Two trawlers sank",
            id="according to, behind",
        ),
        pytest.param(
            "Some 300 people have died, by the ministry's count.",
            "ministry",
            "Some 300 people have died",
            id="by a count",
        ),
        pytest.param(
            "The fishermen, the mayor told reporters on Friday, had lost their way.",
            "mayor",
            "The fishermen, the mayor told reporters on Friday, had lost their way",
            id="cue inside",
        ),
        pytest.param(
            "Lomé's claim that rebels hold the bridge was false.",
            "Lomé",
            "rebels hold the bridge was false",
            id="noun cue",
        ),
        pytest.param(
            "Rebels hold the bridge, claims the border guard.",
            "border guard",
            "Rebels hold the bridge",
            id="inverted present",
        ),
        pytest.param(
            "Ankara rejected claims that its troops had fired first.",
            "Ankara",
            "its troops had fired first",
            id="through a noun",
        ),
        pytest.param(
            "The governor put the number of wounded at 48.",
            "governor",
            "the number of wounded at 48",
            id="put at",
        ),
        pytest.param(
            "KABUL, May 3 (AN) - A mine killed two shepherds, police in Herat said.",
            "police in Herat",
            "A mine killed two shepherds",
            id="dateline left out",
        ),
        pytest.param(
            "The interior ministry: four men detained, two at large.",
            "interior ministry",
            "four men detained, two at large",
            id="label",
        ),
        pytest.param(
            "THE ARMY SAID NINE REBELS WERE KILLED.",
            "ARMY",
            "NINE REBELS WERE KILLED",
            id="capitals",
        ),
    ],
)
def test_the_content_of_indirect_speech(parse, text, speaker, content):
    assert told(parse, text) == [(speaker, content)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        pytest.param(
            '"We heard three blasts," said Farid Amini, a shepherd.',
            "Farid Amini",
            "We heard three blasts",
            id="inverted",
        ),
        pytest.param(
            "“It was over in a minute. Then nobody moved,” a nurse in Derna recalled.",
            "nurse in Derna",
            "It was over in a minute. Then nobody moved",
            id="over two sentences",
        ),
        pytest.param(
            'A spokesman, Jean Kabasele, told Radio Okapi: "Not one man has crossed."',
            "Jean Kabasele",
            "Not one man has crossed",
            id="after a colon",
        ),
        pytest.param(
            "The council called the vote “a sham”.", "council", "a sham", id="judgement alone"
        ),
        pytest.param(
            "He warned on Sunday.\n\nThe bishop added that it was “a day of shame”.",
            "bishop",
            "a day of shame",
            id="light words beside",
        ),
    ],
)
def test_the_content_of_direct_speech(parse, text, speaker, content):
    doc = parse(text)

    [claim] = find_claims(doc)

    assert (claim.speaker, doc.words_of(claim.first, claim.end)) == (speaker, content)
    assert claim.direct


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            "Musa Okello said the road was mined. He added that it would be cleared.",
            ["Musa Okello", "Musa Okello"],
            id="he",
        ),
        pytest.param(
            "The defence ministry said the road was mined. It added that it would be cleared.",
            ["defence ministry", "defence ministry"],
            id="it",
        ),
        pytest.param(
            "Musa Okello, a farmer, said they came at dawn. Okello said he fled.",
            ["Musa Okello", "Musa Okello"],
            id="surname",
        ),
        pytest.param(
            "The mayor, Musa Okello, said the road was mined. The mayor said he would stay.",
            ["Musa Okello", "Musa Okello"],
            id="role",
        ),
        pytest.param(
            "The army denied the raid and said its men were in barracks.",
            ["army", "army"],
            id="shared subject",
        ),
        pytest.param(
            "The army said the post had fallen, adding that nobody was hurt.",
            ["army", "army"],
            id="participle",
        ),
        pytest.param(
            'Musa Okello said they came at dawn. "They took the boys. I hid in the well."',
            ["Musa Okello", "Musa Okello"],
            id="free quotation",
        ),
        pytest.param(
            "Police said the toll was nine; rebels said it was thirty.",
            ["Police", "rebels"],
            id="two givers",
        ),
    ],
)
def test_who_speaks(parse, text, speakers):
    assert [name for name, _ in told(parse, text)] == speakers


def test_an_actor_mention_tells_whom_a_pronoun_stands_for(parse):
    text = "The army spoke to the elders. Amal Nasser said it was late. They said they would wait."
    doc = parse(text)
    they = doc.lowers.index("they")
    elders = doc.lowers.index("elders")
    names = {elders: "elders", they: "Amal Nasser"}
    actors = [
        ActorMention(first=i, end=i + 1, head=i, rule="test", party=Party(name=name))
        for i, name in names.items()
    ]

    assert find_claims(doc, actors)[-1].speaker == "Amal Nasser"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The minister did not say who had fired.", id="negated"),
        pytest.param("The spokesman declined to say who had fired.", id="declined"),
        pytest.param("No group said it had planted the bomb.", id="nobody"),
        pytest.param("The bomber is said to have come by bus.", id="passive"),
        pytest.param("Berlin urged the rebels to lay down their arms.", id="request"),
        pytest.param("So-called “volunteers” crossed the river at dawn.", id="irony"),
        pytest.param("The war has claimed 3,000 lives.", id="claimed lives"),
        pytest.param("Rescuers found two bodies under the mill.", id="found a thing"),
    ],
)
def test_what_is_no_claim(parse, text):
    assert told(parse, text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param("The army said the road was open.", "asserts", id="said"),
        pytest.param("The army said no shell had hit the school.", "denies", id="a negative"),
        pytest.param("Kyiv calls the report “a lie”.", "denies", id="a lie"),
        pytest.param("Kyiv called the list exaggerated.", "doubts", id="exaggerated"),
        pytest.param("The union called the raid an outrage.", "accuses", id="outrage"),
        pytest.param("Women said soldiers had raped them at the camp.", "accuses", id="abuse"),
        pytest.param("Paris said it would send forty trucks.", "promises", id="future"),
        pytest.param(
            "Paris said it would retaliate should a soldier die.", "warns", id="conditional harm"
        ),
        pytest.param("The group said it carried out the attack.", "confirms", id="own deed"),
        pytest.param("Aid workers estimated the dead at sixty.", "estimates", id="estimated"),
        pytest.param("The envoy vowed that he would return.", "promises", id="vowed"),
        pytest.param("The rebels vowed that they would destroy the dam.", "warns", id="vowed harm"),
        pytest.param("Baku accused Yerevan of shelling a village.", "accuses", id="accused"),
    ],
)
def test_the_stance(parse, text, stance):
    [claim] = find_claims(parse(text))

    assert claim.stance == stance


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        pytest.param("The port is open, the mayor wrote on Telegram.", "Telegram", id="name"),
        pytest.param("The port is open, the navy said in a statement.", "statement", id="noun"),
        pytest.param("The mayor told state radio the port was open.", "state radio", id="told"),
        pytest.param("State television said the port was open.", "State television", id="itself"),
        pytest.param("The navy tweeted that the port was open.", "Twitter", id="verb"),
        pytest.param("The navy said the statement was false.", None, id="in the content"),
    ],
)
def test_the_medium(parse, text, medium):
    [claim] = find_claims(parse(text))

    assert claim.medium == medium


def test_a_transcript_answers_for_its_host(parse):
    text = "SPOKESMAN: One item today.\n\nQ: Was it a drone?\nA: It was not. The engine failed.\n"

    found = told(parse, text)

    assert ("SPOKESMAN", "It was not. The engine failed") in found


def test_claims_come_in_the_order_of_the_text(parse):
    text = "Police said two died. Rebels said nine died. A medic said the road was closed."

    cues = [claim.cue for claim in find_claims(parse(text))]

    assert cues == sorted(cues)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "The army said that “ ” \" , . : ; — according to by Kyiv's count told called "
            "he it denied put at 48 as and who which \n\n A: police in Herat, warned".split(" ")
        ),
        max_size=40,
    )
)
def test_any_text_yields_valid_claims(parse, words):
    doc = parse(" ".join(words))

    for claim in find_claims(doc):
        assert 0 <= claim.first < claim.end <= len(doc)
        assert claim.first <= claim.head < claim.end
        assert claim.stance in STANCES
        assert claim.speaker.strip()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_the_finder(parse, text):
    doc = parse(text)

    assert find_claims(doc) == find_claims(doc)
