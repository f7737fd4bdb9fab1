"""Sentences that stand alone: what they tell, and who does it to whom."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.quality.sentences import readings_of
from dateline.extract.alone.acts import listed_words
from dateline.extract.alone.chains import STRUCTURAL
from dateline.extract.alone.deeds import BY_TYPE, BY_WORD, Deed
from dateline.extract.alone.dyads import DyadReader
from dateline.extract.alone.parties import PartyOf
from dateline.extract.alone.types import types_of
from dateline.extract.language import load_language
from dateline.knowledge.files import read_table
from dateline.knowledge.ontology import kinds

SENTENCES = Path(__file__).parent / "alone_sentences.tsv"


def reading(text):
    return next(r for _, r in readings_of([{"id": "s", "text": text, "date": ""}]))


def deeds_of(text):
    return {(d.source, d.target, d.deed) for d in DyadReader(reading(text)).dyads()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Gunmen killed four farmers near the well.", "ASSAULT", id="done"),
        pytest.param("Norland will send aid to Southmark.", "AGREE", id="promised"),
        pytest.param("The ministers failed to reach an agreement.", "REJECT", id="refused"),
        pytest.param("The envoy said both sides must leave the town.", "REQUEST", id="duty"),
        pytest.param("Farmers blocked the road to the port.", "PROTEST", id="crowd"),
    ],
)
def test_the_best_type_comes_first(text, expected):
    assert types_of(reading(text))[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Chad shelled Niger on Monday.", [("TCD", "NER")], id="act"),
        pytest.param("Niger was shelled by Chad.", [("TCD", "NER")], id="passive"),
        pytest.param("Peru and Chile met.", [("PER", "CHL"), ("CHL", "PER")], id="mutual"),
        pytest.param("Peru said Chile attacked a ship.", [("PER", "CHL")], id="accused"),
    ],
)
def test_who_did_it_to_whom(text, expected):
    assert [(d.source, d.target) for d in DyadReader(reading(text)).dyads()] == expected


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        pytest.param("Chad sent tents to Niger.", Deed.AID, id="done"),
        pytest.param("Chad promised to send tents to Niger.", Deed.INTEND, id="promised"),
        pytest.param("Chad said it would send tents to Niger.", Deed.INTEND, id="announced"),
        pytest.param("Chad refused to send tents to Niger.", Deed.REJECT, id="refused"),
        pytest.param("Chad did not send tents to Niger.", Deed.REJECT, id="not done"),
        pytest.param("Chad suspended aid to Niger.", Deed.SANCTION, id="ended"),
        pytest.param("Chad apologised to Niger.", Deed.APOLOGISE, id="apologised"),
        pytest.param("Chad wants to attack Niger.", Deed.THREATEN, id="meant"),
        pytest.param("Chad said it had attacked Niger.", Deed.TELL, id="own force"),
        pytest.param("Chad lifted its embargo against Niger.", Deed.YIELD, id="eased"),
        pytest.param("Chad wants Niger to leave the camp.", Deed.APPEAL, id="asked"),
        pytest.param("Chad said Niger must leave the camp.", Deed.DEMAND, id="duty"),
        pytest.param("Chad alleged that Niger had moved the stones.", Deed.ACCUSE, id="alleged"),
        pytest.param("Chad condemned an attack by Niger in Mali.", Deed.ACCUSE, id="doer"),
        pytest.param("Chad fired rockets at Niger.", Deed.ASSAULT, id="noun decides"),
    ],
)
def test_the_verbs_around_an_act_decide_what_it_tells(text, deed):
    assert deeds_of(text) == {("TCD", "NER", deed)}


def test_who_comes_under_attack_is_attacked():
    assert deeds_of("Chad came under attack from Niger.") == {("NER", "TCD", Deed.ASSAULT)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Peru held talks with Chile.", {"PER>CHL", "CHL>PER"}, id="talks"),
        pytest.param("Talks between Peru and Chile failed.", {"PER>CHL", "CHL>PER"}, id="between"),
        pytest.param("Peru and Chile blamed each other.", {"PER>CHL", "CHL>PER"}, id="each other"),
        pytest.param("Peru received maize from Chile.", {"CHL>PER"}, id="received"),
        pytest.param("Peru thanked Chile and Cuba.", {"PER>CHL", "PER>CUB"}, id="list"),
        pytest.param("It came as Peru attacked Chile.", {"PER>CHL"}, id="beside"),
        pytest.param("There were ten Peruvian sailors killed in Chile.", {"CHL>PER"}, id="there"),
        pytest.param("The ambassadors of Peru and Cuba thanked Chile.", {"PER>CHL", "CUB>CHL"},
                     id="of"),
        pytest.param("Peru praised United Nations aid workers.", {"PER>IGO"}, id="body"),
        pytest.param("It rained in Peru.", set(), id="nothing"),
    ],
)  # fmt: skip
def test_both_sides_are_found(text, expected):
    assert {f"{source}>{target}" for source, target, _ in deeds_of(text)} == expected


def test_most_dyads_of_the_made_up_sentences_are_read():
    hit = found = wanted = 0
    rows = [{"id": text, "text": text, "dyads": cell} for text, cell in read_table(SENTENCES)]
    for row, told in readings_of(rows):
        cells = row["dyads"].split(";")
        want = Counter(tuple(cell.split()) for cell in cells if cell.strip())
        dyads = DyadReader(told).dyads()
        got = Counter((f"{d.source}>{d.target}", str(d.deed.quad)) for d in dyads)
        hit += (want & got).total()
        found += got.total()
        wanted += want.total()
    assert wanted > 200
    assert hit / found > 0.9
    assert hit / wanted > 0.9


def test_the_lists_name_only_deeds_and_what_carries_them():
    assert listed_words() <= {*BY_WORD, *STRUCTURAL}
    assert set(BY_TYPE) == {deed.plover for deed in Deed}
    assert set(BY_TYPE) >= {kind.type for kind in kinds().values()}


def test_a_phrase_tells_country_and_role_or_nothing():
    party_of = PartyOf(load_language())
    assert party_of("three Polish soldiers", "") == ("POL", "MIL")
    assert party_of("Ullin Marrowby", "") == (None, None)
