"""Which reports are wanted, told before they are coded: by day, language and words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dateline.errors import SettingError, UnreadableReportError
from dateline.ingest import ReadOptions
from dateline.ingest.acceptance import accept
from dateline.records import Report

KEYS = {"from": "DATE", "to": "DATE", "language": "CODE", "words": "WORDS"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Conditions that all hold; a report without a day fits no days.

    ``words`` holds phrases, one of which the title or the text must have, whole and in any case.
    """

    since: date | None = None
    until: date | None = None
    language: str | None = None
    words: tuple[str, ...] = ()

    def options(self, options: ReadOptions) -> ReadOptions:
        """Read every language where one is asked for, so that the others are no rejections."""
        return replace(options, any_language=options.any_language or self.language is not None)

    def fits(self, report: Report) -> bool:
        """Tell whether a report is wanted."""
        return self._in_days(report) and self._has_words(report) and self._in_language(report)

    def _in_days(self, report: Report) -> bool:
        if self.since is None and self.until is None:
            return True
        day = report.published
        return day is not None and (self.since or day) <= day <= (self.until or day)

    def _has_words(self, report: Report) -> bool:
        if not self.words:
            return True
        text = _spaced(f"{report.title or ''} {report.text}")
        return any(_phrase(words) in text for words in self.words)

    def _in_language(self, report: Report) -> bool:
        return self.language is None or language(report) == self.language.lower()


def where(conditions: Iterable[str]) -> Where:
    """Read conditions such as ``from=2024-01-01``; ``words`` may be given several times."""
    told: dict[str, list[str]] = defaultdict(list)
    for condition in conditions:
        key, _, value = condition.partition("=")
        if key not in KEYS or not value.strip():
            message = f"--where {condition} is no condition; known are {_known()}"
            raise SettingError(message, known=list(KEYS))
        told[key].append(value.strip())
    for key, values in told.items():
        if key != "words" and len(values) > 1:
            message = f"--where {key} is given {len(values)} times; only words may be"
            raise SettingError(message, key=key)
    return _made(told)


def _known() -> str:
    return ", ".join(f"{key}={value}" for key, value in KEYS.items())


def _made(told: Mapping[str, list[str]]) -> Where:
    since, until = _day(told, "from"), _day(told, "to")
    if since and until and since > until:
        message = f"--where from={since} is after to={until}"
        raise SettingError(message)
    for phrase in told.get("words", ()):
        if not _phrase(phrase).strip():
            message = f"--where words={phrase} has no letter and no digit"
            raise SettingError(message)
    [code] = told.get("language", [""])
    words = tuple(told.get("words", ()))
    return Where(since=since, until=until, language=code.lower() or None, words=words)


def _day(told: Mapping[str, list[str]], key: str) -> date | None:
    [value] = told.get(key, [""])
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        message = f"--where {key}={value} is no day; write it as 2024-01-31"
        raise SettingError(message, key=key) from error


def language(report: Report) -> str:
    """Tell a report's language: as its words have it, else as it is declared."""
    try:
        accept(report.text, ReadOptions())
    except UnreadableReportError as error:
        return str(error.facts.get("language", report.language or "en"))
    return (report.language or "en").lower().partition("-")[0]


@lru_cache(maxsize=64)
def _phrase(words: str) -> str:
    return _spaced(words)


def _spaced(text: str) -> str:
    """Fold to words with one space around each."""
    letters = (mark if mark.isalnum() else " " for mark in text.casefold())
    return f" {' '.join(''.join(letters).split())} "
