"""An endpoint that speaks OpenAI's chat API, local or remote; each answer is kept on disk.

What was asked before is not asked again: the same report, prompt and model give the same answer.
"""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.consult.answer import schema
from dateline.consult.prompt import Messages
from dateline.errors import MissingPartError, SettingError

if TYPE_CHECKING:
    from openai import OpenAI

_PATIENCE = 300.0  # seconds for one answer
_TRIES = 3  # more, when the endpoint is busy or breaks off


class Exchange(msgspec.Struct, frozen=True, kw_only=True):
    """One question with its answer, as it is kept for whoever wants to check."""

    model: str
    messages: Messages
    answer: str
    tokens_asked: int
    tokens_answered: int


@dataclass
class Endpoint:
    """A model at an address, and the folder where what it said is kept."""

    url: str
    model: str
    kept: Path
    key: str = field(default="none", repr=False)

    def ask(self, messages: Messages) -> tuple[Exchange, bool]:
        """Give the answer, and whether it is new."""
        path = self.kept / f"{self._digest(messages)}.json"
        if path.exists():
            return msgspec.json.decode(path.read_bytes(), type=Exchange), False
        exchange = self._asked(messages)
        self.kept.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(msgspec.json.format(msgspec.json.encode(exchange)))
        fresh.replace(path)
        return exchange, True

    def _digest(self, messages: Messages) -> str:
        asked = msgspec.json.encode((self.model, messages, schema()), order="sorted")
        return hashlib.sha256(asked).hexdigest()

    def _asked(self, messages: Messages) -> Exchange:
        from openai import OpenAIError

        form: Any = {
            "type": "json_schema",
            "json_schema": {"name": "coding", "strict": True, "schema": schema()},
        }
        asked: Any = messages
        try:
            said = self._client.chat.completions.create(
                model=self.model, messages=asked, response_format=form, temperature=0, seed=1
            )
        except OpenAIError as error:
            message = f"The model at {self.url} gave no answer: {error}"
            raise SettingError(message, url=self.url) from error
        used = said.usage
        return Exchange(
            model=self.model,
            messages=messages,
            answer=said.choices[0].message.content or "",
            tokens_asked=used.prompt_tokens if used else 0,
            tokens_answered=used.completion_tokens if used else 0,
        )

    @cached_property
    def _client(self) -> "OpenAI":
        try:
            from openai import OpenAI
        except ImportError as error:
            message = "A language model needs a part more: pip install 'dateline[llm]'"
            raise MissingPartError(message) from error
        return OpenAI(base_url=self.url, api_key=self.key, timeout=_PATIENCE, max_retries=_TRIES)
