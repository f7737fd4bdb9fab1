import tomllib
from pathlib import Path

import pytest

from dateline.extract.genre import (
    Options,
    find_genre,
    is_quiet,
    least_sureness,
    quiet_sentences,
    rate_sentences,
)
from dateline.extract.structure import find_blocks

DATA = Path(__file__).parent / "data"

FOOTBALL = """Malmo lay siege to Brondby and win the derby

Malmo's forwards bombarded the Brondby goal for an hour on Sunday before the striker Sundin fired \
home from the penalty spot. The goalkeeper had been under attack since kick-off.

Brondby's midfield surrendered after half-time. Sundin struck again from a corner, and a late \
equaliser was ruled offside by the linesman. The match ended 2-0.
"""
STORM = """Storm pounds Galicia

A storm with gusts of 130 km/h pounded Galicia overnight and bombarded Vigo with hail. \
Forecasters expect heavy rain and winds until Thursday, when temperatures fall to 4 degrees.
"""
SHELLING = """Five killed as army shells Lashkar camp

Government troops shelled a camp for displaced people near Sirte on Monday, killing five civilians \
and wounding eleven, medics said. The defence ministry blamed rebels.

Militants opened fire on a checkpoint in the evening. The foreign minister called for a ceasefire.
"""
ROUNDUP = """Midday notes

Hibs beat Hearts 2-1 in the derby with a late header from the striker Kerr, and the goalkeeper \
saved a penalty in injury time to keep the home side unbeaten in the league this season.

Gunmen killed four soldiers at a checkpoint near Maiduguri on Tuesday, the army said. Militants of \
Boko Haram claimed responsibility for the attack and kidnapped two nurses.

Showers and strong winds will cross the Hebrides on Wednesday, with sunny spells in the east, \
temperatures of 9 degrees and a risk of frost overnight, forecasters said.
"""


def blocks_of(text):
    return find_blocks(text, title=text.partition("\n")[0])


def quiet_lines(parse, text):
    parsed = parse(text)
    quiet = quiet_sentences(parsed, blocks_of(text))
    starts = [parsed.starts[parsed.sents[number][0]] for number in sorted(quiet)]
    return sorted({text.count("\n", 0, start) for start in starts})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(FOOTBALL, "sport", id="a football match"),
        pytest.param(STORM, "weather", id="a storm"),
        pytest.param(SHELLING, "conflict", id="shelling"),
    ],
)
def test_a_report_has_the_genre_of_its_words(parse, text, name):
    assert find_genre(parse(text), blocks_of(text)).name == name


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        pytest.param(FOOTBALL, True, id="war metaphors of sport"),
        pytest.param(STORM, True, id="war metaphors of weather"),
        pytest.param(SHELLING, False, id="war"),
        pytest.param(ROUNDUP, False, id="a roundup with one item of war"),
    ],
)
def test_only_a_report_without_conflict_is_quiet(parse, text, quiet):
    assert is_quiet(find_genre(parse(text), blocks_of(text))) is quiet


def test_a_genre_names_the_words_that_decided(parse):
    parsed = parse(FOOTBALL)

    words = [parsed.words[token] for token in find_genre(parsed, blocks_of(FOOTBALL)).words]

    assert {"striker", "goalkeeper", "midfield", "offside", "2"} <= set(words)
    assert not {"siege", "bombarded", "surrendered", "attack"} & set(words)


def test_only_the_paragraphs_without_conflict_are_silenced(parse):
    assert quiet_lines(parse, ROUNDUP) == [2, 6]


def test_every_sentence_is_rated(parse):
    parsed = parse(ROUNDUP)

    assert len(rate_sentences(parsed, blocks_of(ROUNDUP))) == len(parsed.sents)


def test_a_text_without_a_word_is_not_quiet(parse):
    assert quiet_sentences(parse(""), ()) == frozenset()
    assert not is_quiet(find_genre(parse(""), ()))


@pytest.mark.parametrize(
    ("score", "sureness"),
    [
        pytest.param(-5.0, 0.4, id="conflict: as ever"),
        pytest.param(-2.0, 0.4, id="where doubt begins"),
        pytest.param(-0.5, 0.65, id="halfway"),
        pytest.param(1.0, 0.9, id="at the threshold"),
        pytest.param(1.1, 2.0, id="above it: never"),
    ],
)
def test_a_trigger_must_be_surer_where_conflict_is_in_doubt(score, sureness):
    options = Options(threshold=1.0, doubt=-2.0, surest=0.9)

    assert least_sureness(score, 0.4, options) == pytest.approx(sureness)


def test_a_usual_demand_above_the_surest_is_kept():
    assert least_sureness(0.4, 0.95) == pytest.approx(0.95)


def rated(parse, report):
    """Pair, for each sentence, whether its line is loud with whether it was called quiet."""
    text = report["text"].strip()
    parsed = parse(text)
    quiet = quiet_sentences(parsed, blocks_of(text))
    for number, (first, _) in enumerate(parsed.sents):
        line = text.count("\n", 0, parsed.starts[first]) + 1
        yield line in report["loud"], number in quiet


def test_the_invented_reports_that_nothing_was_fitted_to_are_told_apart(parse):
    reports = tomllib.loads((DATA / "genre_held_out.toml").read_text(encoding="utf-8"))["report"]

    pairs = [pair for report in reports for pair in rated(parse, report)]

    found = [quiet for loud, quiet in pairs if not loud]
    lost = [quiet for loud, quiet in pairs if loud]
    assert sum(found) >= 0.7 * len(found)
    assert sum(lost) <= 0.1 * len(lost)
