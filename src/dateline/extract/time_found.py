"""The words that fit a form of time expression, and what they are reckoned from."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.extract.parse import Parse
from dateline.extract.time_days import UNKNOWN
from dateline.extract.time_tense import tense_at
from dateline.knowledge.times import TimeLexicon, Value
from dateline.records import When

Slots = dict[str, list[Value]]
STEP = {"last": -1, "past": -1, "this": 0, "next": 1}


@dataclass(frozen=True)
class Found:
    """Words that fit a form: their values by class, and what they are reckoned from.

    ``told`` is what the text told of last, by precision: where "the next day" counts from.
    """

    parse: Parse
    lexicon: TimeLexicon
    first: int
    end: int
    head: int
    slots: Slots
    published: date | None
    told: dict[str, When]

    @cached_property
    def tense(self) -> str:
        """Tell whether the expression looks back or ahead."""
        if self.before() == "since":
            return "past"
        return tense_at(self.parse, self.head, self.lexicon)

    @cached_property
    def month(self) -> int | None:
        """Give the first month named."""
        months = self.all("month", "month_short")
        return int(months[0]) if months else None

    @cached_property
    def year(self) -> int | None:
        """Give the first year named."""
        return self.number("year")

    @cached_property
    def which(self) -> str | None:
        """Tell last, this or next."""
        return next((k for k in ("last", "this", "next", "past") if k in self.slots), None)

    def all(self, *classes: str) -> list[Value]:
        """List the values of some classes, in the order of the classes."""
        return [value for name in classes for value in self.slots.get(name, ())]

    def word(self, name: str) -> str:
        """Give the first value of a class as text, or nothing."""
        return str(self.slots[name][0]) if name in self.slots else ""

    def number(self, *classes: str) -> int | None:
        """Give the first value of some classes as a number."""
        values = self.all(*classes)
        return int(values[0]) if values else None

    def before(self, steps: int = 1) -> str:
        """Give the word before the expression, in lower case."""
        i = self.first - steps
        return self.parse.lowers[i] if i >= 0 else ""

    def word_after(self) -> str:
        """Give the word after the expression, in lower case."""
        return self.parse.lowers[self.end] if self.end < len(self.parse) else ""

    def after_tag(self) -> str:
        """Give the tag of the token after the expression."""
        return self.parse.tags[self.end] if self.end < len(self.parse) else ""


Rule = Callable[[Found], When | None]


def month_days(found: Found) -> list[int]:
    """List the days of the month that are named, in the order of the words."""
    numbers = [int(n) for n in found.all("nth", "int")]
    for value in found.all("span"):
        numbers += [int(n) for n in re.findall(r"\d+", str(value))]
    return numbers + [int(str(value)[:2]) for value in found.all("dtg")]


def weekdays(found: Found) -> list[int]:
    """List the days of the week that are named; Monday is 0."""
    return [int(n) for n in found.all("weekday", "weekday_short")]


def missing(found: Found) -> When | None:
    """Tell "unknown" where only the day of the report is wanting, and nothing otherwise."""
    return UNKNOWN if found.published is None else None
