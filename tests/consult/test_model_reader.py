"""A language model as a reader, over a real HTTP server that answers by a script.

No model is at hand in the tests: what a model is worth is not measured here, only that nothing it
says is taken which the report does not hold.
"""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.consult import Endpoint, ModelReader
from dateline.consult.answer import schema
from dateline.errors import SettingError
from dateline.pipeline import meanings
from dateline.records import Report
from tests.server.live import receiver

TEXT = (
    "GOMA, Congo, June 4 - Rebels shelled a market in Goma on Monday, killing at least nine "
    "people,\nthe governor said. “We will not leave,” a trader said."
)
REPORT = Report(id="goma", text=TEXT, published=date(2024, 6, 4), language="en")
SHELLING = {
    "quote": "Rebels shelled a market in Goma",
    "kind": "shelling",
    "factuality": "occurred",
    "background": False,
    "actors": [{"words": "Rebels", "country": "COD", "role": "REB"}],
    "targets": [{"words": "market", "country": None, "role": "CVL"}],
    "weapon": None,
    "place": "Goma",
    "date": "on Monday",
}
KILLED = {"quote": "killing at least nine people", "event": 0, "by": "the governor"}
CLAIM = {"quote": "We will not leave", "speaker": "trader", "stance": "asserts", "direct": True}


def answer(**changes):
    return {"events": [SHELLING], "figures": [KILLED], "claims": [CLAIM]} | changes


def completion(said):
    """Write an answer as an endpoint gives it."""
    content = said if isinstance(said, str) else json.dumps(said)
    whole = {
        "id": "1", "object": "chat.completion", "created": 0, "model": "tiny",
        "choices": [{"index": 0, "finish_reason": "stop",
                     "message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": 700, "completion_tokens": 90, "total_tokens": 790},
    }  # fmt: skip
    return 200, "application/json", json.dumps(whole).encode()


@pytest.fixture
def read(tmp_path):
    """Read the report by a model that says what it is told to; give record, reader and calls."""

    def reading(said):
        with receiver(lambda _: completion(said)) as (address, calls):
            endpoint = Endpoint(url=address, model="tiny", kept=tmp_path / "kept", key="s3cret")
            reader = ModelReader(endpoint, meanings)
            return reader.read(REPORT), reader, calls

    return reading


def test_values_are_read_in_the_words_that_the_model_quotes(read):
    record, reader, _ = read(answer())

    [event], [figure], [claim] = record.events, record.figures, record.claims
    assert (event.id, event.type, event.kind) == ("e1", "ASSAULT", "shelling")
    assert (event.place.name, event.place.country) == ("Goma", "COD")
    assert event.date.start == event.date.end == date(2024, 6, 3)
    assert (figure.measure, figure.low, figure.high, figure.event) == ("killed", 9, None, "e1")
    assert (claim.speaker, claim.stance) == ("trader", "asserts")
    assert {basis.rule for basis in event.basis} == {"model tiny"}
    assert not reader.dropped


def test_every_quote_stands_in_the_text(read):
    record, _, _ = read(answer())

    quotes = [*record.events[0].evidence, *record.figures, *record.claims]
    assert all(TEXT[quote.start : quote.end] == quote.quote for quote in quotes)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"events": [SHELLING | {"quote": "Rebels burned Goma"}]}, "words that are not in"),
        ({"events": [SHELLING | {"kind": "skirmish"}]}, "event of an unknown kind"),
        ({"figures": [KILLED | {"quote": "a market"}]}, "figure that its words do not tell"),
        ({"claims": [CLAIM | {"stance": "sings"}]}, "claim of an unknown stance"),
    ],
)
def test_what_does_not_stand_is_dropped_and_counted(read, said, reason):
    record, reader, _ = read(answer(**said))

    [part] = said
    assert getattr(record, part) == ()
    assert any(one.startswith(reason) for one in reader.dropped)


def test_a_field_that_does_not_stand_leaves_the_event(read):
    odd = SHELLING | {
        "place": "Bukavu",
        "actors": [{"words": "M23", "country": "COD", "role": "REB"}],
    }

    record, reader, _ = read(answer(events=[odd]))

    assert (record.events[0].place, record.events[0].actors) == (None, ())
    assert reader.dropped["words that are not in the report"] == 2


@pytest.mark.parametrize(
    "said",
    ["Here is what I found: nothing.", '{"more": ' + "[" * 100_000],
    ids=["prose", "too deep"],
)
def test_an_answer_that_is_not_in_the_form_is_dropped_whole(read, said):
    record, reader, _ = read(said)

    assert record.events == record.figures == record.claims == ()
    assert reader.dropped == {"answer that is not in the form": 1}


def test_what_was_asked_before_costs_nothing_and_gives_the_same(read, tmp_path):
    first, asked, calls = read(answer())
    again, kept, no_calls = read("another answer")

    assert (again, len(calls), len(no_calls)) == (first, 1, 0)
    assert asked.tokens == {"asked": 700, "answered": 90}
    assert not kept.tokens
    [file] = (tmp_path / "kept").iterdir()
    assert json.loads(file.read_text())["messages"][1]["content"].endswith(TEXT)
    assert "s3cret" not in file.read_text()


def test_the_form_is_asked_for_strictly(read):
    _, _, [(_, path, _, body)] = read(answer())

    form = json.loads(body)["response_format"]["json_schema"]
    assert path.endswith("/chat/completions")
    assert form["strict"]
    for part in form["schema"]["$defs"].values():
        assert part["additionalProperties"] is False
        assert set(part["required"]) == set(part["properties"])
    assert form["schema"] == schema()


def test_an_endpoint_that_does_not_answer_is_named(tmp_path):
    with receiver(lambda _: (400, "application/json", b'{"error": {"message": "no"}}')) as (url, _):
        reader = ModelReader(Endpoint(url=url, model="tiny", kept=tmp_path), meanings)
        with pytest.raises(SettingError, match=url):
            reader.read(REPORT)


def test_the_command_says_what_was_dropped_and_what_it_cost(tmp_path):
    report = tmp_path / "goma.txt"
    report.write_text(TEXT)
    odd = answer(events=[SHELLING, SHELLING | {"kind": "skirmish"}])
    with receiver(lambda _: completion(odd)) as (url, _):
        model = ["--reader", "llm", "--llm-url", url, "--llm-model", "tiny"]
        kept = ["--llm-kept", str(tmp_path / "kept"), "--published", "2024-06-04"]
        shown = CliRunner().invoke(
            main, ["read", str(report), *model, *kept, "--format", "json", "--any-language"]
        )

    assert shown.exit_code == 0, shown.output
    assert [event["kind"] for event in json.loads(shown.stdout)["events"]] == ["shelling"]
    assert "1 x event of an unknown kind" in shown.stderr
    assert "700 asked, 90 answered" in shown.stderr


def test_nothing_is_sent_unless_one_says_where(tmp_path):
    report = tmp_path / "goma.txt"
    report.write_text(TEXT)

    shown = CliRunner().invoke(main, ["read", str(report), "--reader", "llm"])

    assert shown.exit_code == 2
    assert "needs --llm-url and --llm-model" in shown.stderr
