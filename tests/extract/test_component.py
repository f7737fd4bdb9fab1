"""One component in anybody's spaCy pipeline."""

from datetime import date
from importlib.metadata import entry_points

import pytest
import spacy

from dateline.extract.component import RECORD, REPORT, Dateline
from dateline.extract.language import MODELS, load_language
from dateline.records import Record, Report

TEXT = "Rebels shelled the town of Goma on Monday, killing nine people."


@pytest.fixture(scope="module")
def own():
    """Load a model as its users do, and add the one component."""
    name = next(name for name in MODELS if spacy.util.is_package(name))
    nlp = spacy.load(name)
    nlp.add_pipe("dateline")
    return nlp


def test_a_pipeline_of_ones_own_codes_a_document(own):
    record = own(TEXT)._.dateline

    assert isinstance(record, Record)
    assert record.report == Report(id="text", text=TEXT)
    assert "shelling" in [event.kind for event in record.events]


def test_a_document_may_bring_its_report(own):
    report = Report(id="goma", text=TEXT, published=date(2025, 1, 28))
    doc = own.make_doc(TEXT)
    setattr(doc._, REPORT, report)

    record = getattr(own(doc)._, RECORD)

    [event] = [event for event in record.events if event.kind == "shelling"]
    assert record.report == report
    assert str(event.date.start) == "2025-01-27"


def test_a_stream_of_documents_is_coded_one_by_one(own):
    texts = [TEXT, "The market opens at nine."]

    records = [doc._.dateline for doc in own.pipe(texts)]

    assert [record.report.text for record in records] == texts
    assert [bool(record.events) for record in records] == [True, False]


def test_a_document_is_left_as_it_was(own):
    doc = own(TEXT)

    assert doc.text == TEXT
    assert [token.text for token in doc] == [token.text for token in own.make_doc(TEXT)]


def test_spacy_finds_the_component_by_its_name_alone():
    [entry] = entry_points(group="spacy_factories", name="dateline")

    assert entry.load() is Dateline


def test_the_component_stands_last(own):
    assert own.pipe_names[-1] == "dateline"
    assert isinstance(own.get_pipe("dateline"), Dateline)


@pytest.mark.parametrize(
    "attribute",
    [
        pytest.param("token.tag", id="tags"),
        pytest.param("token.dep", id="relations"),
        pytest.param("token.head", id="heads"),
        pytest.param("token.lemma", id="base forms"),
        pytest.param("doc.sents", id="sentences"),
    ],
)
def test_the_component_declares_what_it_reads(own, attribute):
    assert attribute in own.get_pipe_meta("dateline").requires


def test_the_component_declares_what_it_sets(own):
    assert own.get_pipe_meta("dateline").assigns == ["doc._.dateline"]


def test_a_pipeline_of_ones_own_gives_it_all_it_needs(own):
    assert own.analyze_pipes(keys=["requires", "assigns"])["problems"]["dateline"] == []


def test_an_empty_pipeline_says_what_is_missing():
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline")

    assert "token.tag" in nlp.analyze_pipes()["problems"]["dateline"]


def test_the_languages_own_pipeline_has_no_problem():
    nlp = load_language()
    nlp.add_pipe("dateline")

    assert not any(nlp.analyze_pipes()["problems"].values())


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param("tagger", "dateline_lemmas", id="tags before base forms"),
        pytest.param("dateline_lines", "parser", id="line breaks before sentences"),
    ],
)
def test_the_order_of_the_languages_components(nlp, first, then):
    assert nlp.pipe_names.index(first) < nlp.pipe_names.index(then)
