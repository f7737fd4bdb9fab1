"""Words that say when, and the forms they make, by language."""

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from dateline.errors import KnowledgeError
from dateline.knowledge.files import ROOM, read_toml

Value = int | str
Phrase = tuple[tuple[str, ...], str, Value]  # the further words, the class code, the value
MORE = "~"  # a further token of a word of several tokens
NONE = "."  # a token that plays no part in telling when
# Classes of numbers: the shape of the digits decides them, not a list.
NUMERIC = (
    "int", "big", "year", "hhmm", "clock", "decimal", "nth", "span", "isodate", "decade_name",
    "dtg", "day_month",
)  # fmt: skip
_FIRST_CODE = 0xE000  # private use: a code never looks like text or like regex syntax


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An expression over word classes, the rule that resolves it, and its examples."""

    rule: str
    form: str
    yes: dict[str, str] = {}
    no: list[str] = []


class Lists(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that decide between readings; the data file says what each list is for."""

    capital: frozenset[str]
    future: frozenset[str]
    upcoming: frozenset[str]
    lasting: frozenset[str]
    counted: frozenset[str]
    opinion: frozenset[str]
    scheduled: frozenset[str]
    unchanged: frozenset[str]
    not_when: frozenset[str]


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    lists: Lists
    words: dict[str, dict[str, Value]]
    glue: dict[str, dict[str, Value]]
    parts: dict[str, str]
    form: list[Form]


@dataclass(frozen=True)
class TimeLexicon:
    """Each word's class code and value, and one pattern over codes for all forms.

    ``phrases`` lists, by first word, the further words of entries of several tokens, the
    longest first; ``rules`` names the rule of each group of ``pattern``.
    """

    lists: Lists
    words: dict[str, tuple[str, Value]]
    phrases: dict[str, list[Phrase]]
    codes: dict[str, str]
    classes: dict[str, str]
    starters: frozenset[str]
    pattern: re.Pattern[str]
    rules: dict[str, str]
    forms: tuple[Form, ...]


@cache
def time_lexicon(language: str = "en") -> TimeLexicon:
    """Load the words and forms of a language."""
    file = read_toml(ROOM / "lexicon" / language / "times.toml", _File)
    classes = [*NUMERIC, *file.words, *file.glue]
    codes = {name: chr(_FIRST_CODE + i) for i, name in enumerate(classes)}
    words, phrases = _entries({**file.words, **file.glue}, codes)
    return TimeLexicon(
        lists=file.lists,
        words=words,
        phrases=phrases,
        codes=codes,
        classes={code: name for name, code in codes.items()},
        starters=frozenset(codes[name] for name in (*NUMERIC, *file.words)),
        pattern=_pattern(file, codes),
        rules={f"f{i}": form.rule for i, form in enumerate(file.form)},
        forms=tuple(file.form),
    )


def _entries(
    classes: dict[str, dict[str, Value]], codes: dict[str, str]
) -> tuple[dict[str, tuple[str, Value]], dict[str, list[Phrase]]]:
    words: dict[str, tuple[str, Value]] = {}
    phrases: dict[str, list[Phrase]] = {}
    for name, entries in classes.items():
        for entry, value in entries.items():
            first, *rest = entry.split()
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), codes[name], value))
            elif first in words:
                message = f"times.toml: {first!r} is in two classes"
                raise KnowledgeError(message, word=first)
            else:
                words[first] = (codes[name], value)
    for options in phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    return words, phrases


def _pattern(file: _File, codes: dict[str, str]) -> re.Pattern[str]:
    def code(match: re.Match[str]) -> str:
        name = match[0]
        if name in file.parts:
            return _NAME.sub(code, file.parts[name])
        if name not in codes:
            message = f"times.toml: no class of words is called {name!r}"
            raise KnowledgeError(message, name=name)
        return f"(?:{codes[name]}{MORE}*)"

    groups = (f"(?P<f{i}>{_NAME.sub(code, form.form)})" for i, form in enumerate(file.form))
    source = "|".join(groups).replace(" ", "")
    return re.compile(re.sub(r"\((?!\?)", "(?:", source))


_NAME = re.compile(r"[A-Za-z_]+")
