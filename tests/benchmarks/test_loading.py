"""What adapters read with is loaded once, and only where it is needed."""

import pytest

from benchmarks.quality import loading
from benchmarks.quality.loading import WaitingReader, shared_language
from benchmarks.quality.predict import predicted
from dateline import pipeline
from dateline.records import Report

PHRASE = {"id": "a", "text": "the Chadian army", "expected": {}}


@pytest.fixture
def loads(monkeypatch):
    """Note every load of the language model."""
    noted = []
    for module in (pipeline, loading):
        load = module.load_language
        monkeypatch.setattr(
            module, "load_language", lambda *words, load=load: noted.append(words) or load(*words)
        )
    shared_language.cache_clear()
    return noted


def test_a_corpus_that_needs_no_reader_loads_the_language_once(loads):
    reader = WaitingReader()

    answers = [*predicted("actors", [PHRASE], reader), *predicted("actors", [PHRASE], reader)]

    assert [one["country"] for one in answers] == ["TCD", "TCD"]
    assert len(loads) == 1


def test_a_reader_loads_when_it_is_asked_to_read(loads):
    reader = WaitingReader()
    assert loads == []

    for _ in range(2):
        record = reader.read(Report(id="a", text="Gunmen killed four people in Kisumu."))

    assert [event.kind for event in record.events] == ["armed-attack"]
    assert len(loads) == 1


def test_a_part_that_no_reader_has_is_missed_loudly():
    reader = WaitingReader()
    reader.read(Report(id="a", text="It rained."))

    with pytest.raises(AttributeError, match="no_such_part"):
        _ = reader.no_such_part
