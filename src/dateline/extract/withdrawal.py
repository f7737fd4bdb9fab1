"""Figures that a report takes back: "rose to nine, up from four"."""

import re

from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.withdrawn import takes_back

_AROUND = 90  # characters: a clause
_NUMBER = re.compile(
    r"\d|\b(?:no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b",
    re.IGNORECASE,
)


def is_withdrawn(parse: Parse, found: FigureMention) -> bool:
    """Tell whether the words around a figure's number say that it no longer holds."""
    quote, text = parse.quote(found.first, found.end), parse.text
    number = _NUMBER.search(text, quote.start, quote.end)
    head = number.start() if number else quote.start
    before = text[max(0, head - _AROUND) : head].rpartition("\n")[2]
    return takes_back(before, text[quote.end : quote.end + _AROUND])
