"""Who reads: the models shipped, the rules alone, or a language model that the user has."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dateline.errors import SettingError

if TYPE_CHECKING:
    from dateline.consult import ModelReader

F = TypeVar("F", bound=Callable[..., Any])
_KEPT = Path("dateline-llm")


def reader_options(command: F) -> F:
    """Let a command be told who reads."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option(
        "--reader",
        type=click.Choice(["model", "rules", "llm"]),
        default="model",
        show_default=True,
        help="Who reads: rules and the encoder shipped, the rules alone, which is quicker, or a "
        "language model at --llm-url.",
    ),
    click.option(
        "--llm-url",
        metavar="URL",
        help="An endpoint that speaks OpenAI's API, as http://127.0.0.1:8080/v1; its key is in the "
        "variable DATELINE_LLM_KEY.",
    ),
    click.option("--llm-model", metavar="NAME", help="The model to ask there."),
    click.option(
        "--llm-kept",
        type=click.Path(file_okay=False, path_type=Path),
        default=_KEPT,
        show_default=True,
        metavar="DIR",
        help="Where questions and answers are kept; what is there is not asked again.",
    ),
)


def model_reader(url: str | None, model: str | None, kept: Path) -> "ModelReader":
    """Make a reader that asks a model."""
    from dateline.consult import Endpoint, ModelReader
    from dateline.pipeline import meanings

    if not url or not model:
        message = (
            "--reader llm needs --llm-url and --llm-model: nothing is sent unless you say where"
        )
        raise SettingError(message)
    key = os.environ.get("DATELINE_LLM_KEY", "none")
    return ModelReader(Endpoint(url=url, model=model, kept=kept, key=key), meanings)


def sum_up(reader: "ModelReader") -> None:
    """Say on standard error what of a model's answers did not stand, and what they cost."""
    for reason, count in sorted(reader.dropped.items()):
        click.echo(f"Dropped of the model's answers: {count} x {reason}", err=True)
    asked, answered = reader.tokens["asked"], reader.tokens["answered"]
    click.echo(f"Tokens: {asked:,} asked, {answered:,} answered; kept answers cost none.", err=True)
