"""How to read: what the caller knows better than the file, and how much is too much."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.errors import SettingError

FIRST_DAY = date(1900, 1, 1)  # no report of Dateline's kind is older
# A clock that stands before the day this was written is wrong; trusting it would refuse good dates.
_WRITTEN = date(2026, 11, 22)


def _today() -> date:
    return max(date.today(), _WRITTEN)  # noqa: DTZ011  the reader's own day is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """Settings of one reading; what is None is taken from the file.

    ``format`` is a format's name or a media type. ``max_bytes`` bounds one file, or one line of
    JSON Lines; ``max_characters`` bounds the text of one report: the language model takes about
    a second and 25 MB of memory for 30,000 characters.
    """

    format: str | None = None
    published: date | None = None
    publisher: str | None = None
    any_language: bool = False
    max_bytes: int = 20_000_000
    max_characters: int = 500_000
    unique: bool = True  # within one reading; a record that keeps versions wants ids as they are
    today: date = field(default_factory=_today)

    def __post_init__(self) -> None:
        """Refuse settings that make no sense."""
        if self.published and not self.is_plausible(self.published):
            message = (
                f"published {self.published} is not between {FIRST_DAY} and tomorrow"
                f" ({self.today + timedelta(days=1)}); give the day the report came out"
            )
            raise SettingError(message, published=self.published)
        for name in ("max_bytes", "max_characters"):
            if getattr(self, name) < 1:
                message = f"{name} is {getattr(self, name)}; it must be 1 or more"
                raise SettingError(message, name=name)

    def is_plausible(self, day: date) -> bool:
        """Tell whether a report can have come out on that day."""
        return is_plausible(day, today=self.today)


def is_plausible(day: date, *, today: date) -> bool:
    """Tell whether a report can have come out on that day; time zones allow for tomorrow."""
    return FIRST_DAY <= day <= today + timedelta(days=1)
