"""Whether a text is one that Dateline can read: running English words of a sane length."""

import re
from functools import cache
from typing import Any

from dateline.errors import UnreadableReportError
from dateline.ingest.options import ReadOptions

# Without a stop or a line break so far, text is no prose; the longest sentences of resolutions of
# the Security Council have some 1,500 words. What reads a sentence looks at pairs of its words.
_LONGEST_SENTENCE = 3_000  # words
# The tokenizer peels marks off a word one by one and copies the rest: 10,000 brackets take 13 s.
_LONGEST_WORD = 2_000  # characters
_FEWEST_LETTERS = 0.3  # share of what is not white space; tables of violations have 0.55

_LONGEST_NAME = 2_000  # bytes; PostgreSQL's indexes take no more than 2,700

_SENTENCE_END = re.compile(r"[.!?…;:]+[\"'”’)\]]*\s|\n|\r")
_LETTERS = re.compile(r"[^\W\d_]+")

_JUDGED = 500  # characters: enough for 300 right answers of 300 news articles
_FEWEST_JUDGED = 60  # letters; a shorter text may be a list of names
_SURE = 0.95
# Names and capitals mislead the judge of languages; English is told by its small words as well.
_SMALL_WORDS = frozenset(
    "the of and to in a that is was for on with at by from it as were has have had be been are his"
    " he their they which who not but after an this near said two no".split()
)
_FEWEST_SMALL = 0.12  # share of words; English news has 0.3 to 0.45, telegrams and tables 0.15


def accept(text: str, options: ReadOptions) -> None:
    """Refuse a text that Dateline cannot read, with the reason."""
    if not text.strip():
        message = "is empty" if not text else "holds nothing but white space"
        raise UnreadableReportError(message)
    if len(text) > options.max_characters:
        message = (
            f"has {len(text):,} characters, more than the {options.max_characters:,} of one report"
            " (option max_characters); split it into its reports"
        )
        raise UnreadableReportError(message, characters=len(text))
    _refuse_half_characters(text)
    _refuse_shapeless(text)
    _refuse_endless(text)
    if not options.any_language:
        _refuse_foreign(text)


def accept_name(name: str | None, what: str) -> None:
    """Refuse an id or address that a record could not find again."""
    if name is not None and not is_fit(name):
        message = (
            f"has an {what} that is empty, holds control characters or is longer than"
            f" {_LONGEST_NAME:,} bytes; give it another"
        )
        raise UnreadableReportError(message)


def is_fit(name: str) -> bool:
    """Tell whether an id or address can be kept and found again on every database."""
    return bool(name.strip()) and name.isprintable() and len(name.encode()) <= _LONGEST_NAME


def _refuse_half_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"holds half of a character at offset {error.start}: it was cut or garbled"
        raise UnreadableReportError(message, offset=error.start) from error


def _refuse_shapeless(text: str) -> None:
    letters = sum(map(len, _LETTERS.findall(text)))
    if letters == 0:
        message = "holds no words"
        raise UnreadableReportError(message)
    solid = sum(map(len, text.split()))
    if letters < solid * _FEWEST_LETTERS:
        message = f"is no running text: only {letters} of {solid} characters are letters"
        raise UnreadableReportError(message, letters=letters)
    longest = max(text.split(), key=len)
    if len(longest) > _LONGEST_WORD:
        message = f"holds {len(longest):,} characters without white space ({longest[:20]}…)"
        raise UnreadableReportError(message, characters=len(longest))


def _refuse_endless(text: str) -> None:
    longest = max(len(sentence.split()) for sentence in _SENTENCE_END.split(text))
    if longest > _LONGEST_SENTENCE:
        message = (
            f"holds {longest:,} words without a stop or a line break; more than"
            f" {_LONGEST_SENTENCE:,} are no sentence"
        )
        raise UnreadableReportError(message, words=longest)


def _refuse_foreign(text: str) -> None:
    sample = text.lstrip()[:_JUDGED].lower()
    words = _LETTERS.findall(sample)
    small = sum(word in _SMALL_WORDS for word in words)
    if sum(map(len, words)) < _FEWEST_JUDGED or small > len(words) * _FEWEST_SMALL:
        return
    language, share = _judge().classify(sample)
    if language != "en" and (small == 0 or share >= _SURE):
        message = (
            f"language {str(language)!r} ({share:.0%} sure): Dateline reads English; give a"
            " translation, or set any_language to read it nevertheless"
        )
        raise UnreadableReportError(message, language=str(language))


@cache
def _judge() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
