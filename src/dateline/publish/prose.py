"""Words as they go into a sentence of ours, safe to show: whoever wrote them may mean harm."""

import re
from collections.abc import Iterable

# Control codes drive a terminal (escape sequences) and turn text around (bidirectional marks).
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"\s+")


def on_one_line(words: str) -> str:
    """Return the words without control codes and line breaks."""
    return _SPACES.sub(" ", _CONTROLS.sub("", words)).strip()


def counted(count: int, noun: str) -> str:
    """Write 1 report, 2,000 reports."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does, each once: a, b and c."""
    once = list(dict.fromkeys(on_one_line(word) for word in words))
    return " and ".join([", ".join(once[:-1]), once[-1]]) if len(once) > 1 else "".join(once)
