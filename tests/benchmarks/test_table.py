"""The table of all corpora, and what may be asked of it."""

import pytest

from benchmarks.quality import bars, table
from benchmarks.quality.bars import Measure, load_bars
from benchmarks.quality.error_classes import Found
from benchmarks.quality.measuring import ERRORS, Measured, Value
from benchmarks.quality.predict import CORPORA
from benchmarks.quality.scorers import SCORERS

BARS = load_bars()


def reached(value, bar):
    first = BARS[0]
    measure = Measure(name="figures", at="", scale=1, bar=bar)
    shown = Value(measure=measure, value=value, edges=(70.04, 80.06))
    return Measured(bars=first, digest="0" * 12, units=2, values=(shown,), errors=Found())


@pytest.mark.parametrize(
    ("value", "bar", "shown"),
    [
        pytest.param(75.0, 75, "75.0", id="at its bar"),
        pytest.param(74.9, 75, "74.9  short", id="below its bar"),
        pytest.param(10.0, None, "10.0", id="without a bar"),
    ],
)
def test_a_row_says_what_is_short(value, bar, shown):
    [(gold, measure, told, edges, aim, others)] = table.rows([reached(value, bar)])

    assert (gold, measure, told) == ("record/dev.jsonl", "figures", shown)
    assert (edges, aim) == ("70.0–80.1", "" if bar is None else "75")
    assert others == "second coder 93.0"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        pytest.param(["muc5"], "unknown: muc5; known are: actors", id="no such corpus"),
        pytest.param(["ipe", "--page"], "--page measures all corpora", id="part of a page"),
        pytest.param(["--page", "--date", "May"], "'May' is no day; write it as", id="no day"),
    ],
)
def test_what_cannot_be_measured_is_refused(words, fault, capsys):
    with pytest.raises(SystemExit) as left:
        table.main(words)

    assert left.value.code == 2
    assert fault in capsys.readouterr().err


@pytest.mark.parametrize(("words", "code"), [([], 0), (["--page"], 1)])
def test_without_gold_files_nothing_is_measured(words, code, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(table, "BENCH", tmp_path / "none")

    assert table.main(words) == code
    assert f"no gold at {tmp_path / 'none'}" in capsys.readouterr().out


def test_a_page_is_not_made_of_some_corpora(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(table, "BENCH", tmp_path)
    monkeypatch.setattr(bars, "BENCH", tmp_path)

    assert table.main(["--page"]) == 1
    assert f"no gold at {tmp_path / 'ipe' / 'dev_sents.jsonl'}" in capsys.readouterr().out


def test_each_corpus_with_bars_has_an_adapter_a_scorer_and_error_classes():
    for one in BARS:
        assert one.corpus in CORPORA.names()
        assert one.corpus in SCORERS
        assert ERRORS[one.corpus].count


def test_others_are_measured_on_measures_that_are_there_and_name_their_source():
    for one in BARS:
        known = {measure.name for measure in one.measures}
        for peer in one.peers:
            assert peer.values.keys() <= known
            assert peer.scope
            assert peer.source
