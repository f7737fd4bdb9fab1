"""What the first pass sees of a raw text: its words, and the lexicon's entries among them.

The lexicon has the words with which the ontology's patterns begin, in all their forms, and the
words and phrases of the genres. One Aho-Corasick scan finds them all, over the words of the text
in small letters with one space between them; so an entry ends where a word does.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import ahocorasick_rs as ac

from dateline.knowledge.genres import load_genres
from dateline.knowledge.ontology import patterns

WINDOW = 60  # words: about a paragraph
_WORD = re.compile(r"[^\W\d_]+")
_STEPS = (1, 2, 3, 5, 8)  # how many entries of a sort make a difference
_TRIGGER = "trigger"
_SILENT_E = re.compile(r"(?<=[^aeo])e$")
_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgklmnprtz]$")
# The irregular forms of the ontology's words, base form first.
_IRREGULAR = """
be am are been is was were; bid bade bidden; beat beaten; begin began begun; beseech besought;
bind bound; blow blew blown; break broke broken; bring brought; build built; burn burnt; buy bought;
catch caught; chide chid; come came; dig dug; dive dove; draw drew drawn; drive drove driven;
fall fell fallen; feed fed; fight fought; find found; flee fled; fling flung; fly flew flown;
forbid forbad forbade forbidden; freeze froze frozen; get got gotten; give gave given;
go went gone; grow grew grown; hang hung; have had has; hide hid hidden; hold held; keep kept;
lay laid; lead led; leave left; lend lent; lose lost; make made; meet met; mow mown;
overrun overran; overthrow overthrew overthrown; pay paid; plead pled; retake retook retaken;
ride rode ridden; ring rang rung; rise rose risen; run ran; saw sawn; say said; seek sought;
sell sold; send sent; shake shook shaken; shoot shot; sink sank sunk sunken; sit sat;
slay slew slain; speak spoke spoken; spend spent; spill spilt; stand stood; steal stole stolen;
strike struck stricken; swear swore sworn; sweep swept; swell swollen; take took taken;
tear tore torn; tell told; throw threw thrown; tread trod trodden; undertake undertook undertaken;
unfreeze unfroze unfrozen; uphold upheld; waylay waylaid; win won; withdraw withdrew withdrawn;
withhold withheld; withstand withstood; die dying; tie tying; lie lying; memorandum memoranda;
ultimatum ultimata
"""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The different words of a stretch of text, and how many entries of each sort are in it."""

    words: Sequence[str]
    entries: Counter[str]

    def features(self) -> list[str]:
        """Name what a linear model weighs, in the order of the text."""
        steps = (
            f"{sort}>{step}"
            for sort, number in self.entries.items()
            for step in _STEPS
            if number >= step
        )
        return [*self.words, *steps]

    @property
    def has_trigger(self) -> bool:
        """Tell whether a word is there with which a pattern of the ontology begins."""
        return self.entries[_TRIGGER] > 0


def words_of(text: str) -> list[str]:
    """List the words of a text in small letters; letters alone make a word."""
    return _WORD.findall(text.lower())


def stretches(words: Sequence[str]) -> tuple[Stretch, list[Stretch]]:
    """Look at a text as a whole, and at its parts of about a paragraph each."""
    found = list(_lexicon().find(words))
    number = max(1, round(len(words) / WINDOW))
    edges = [at * len(words) // number for at in range(number + 1)]
    parts = [_stretch(words, found, first, end) for first, end in pairwise(edges)]
    return _stretch(words, found, 0, len(words)), parts


def forms(base: str) -> Iterator[str]:
    """Yield a base form and what inflection makes of it; some of it is no English, which harms not.

    >>> sorted(forms("raid"))
    ['raid', 'raided', 'raides', 'raiding', 'raids']
    """
    yield base
    stem = _SILENT_E.sub("", base)
    if base.endswith("y"):
        yield from (base[:-1] + end for end in ("ies", "ied"))
    if _DOUBLED.search(base):
        yield from (base + base[-1] + end for end in ("ed", "ing"))
    yield from (stem + end for end in ("ed", "es", "ing"))
    yield base + "s"
    yield from _irregular().get(base, ())


def _stretch(
    words: Sequence[str], found: list[tuple[int, "_Entry"]], first: int, end: int
) -> Stretch:
    here = dict.fromkeys(entry for at, entry in found if first <= at < end)
    return Stretch(
        words=list(dict.fromkeys(words[first:end])),
        entries=Counter(sort for entry in here for sort in entry.sorts),
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """One word or phrase of the lexicon, whatever its form, and what it speaks for."""

    base: str
    sorts: tuple[str, ...]


class _Lexicon:
    """The entries with all their forms, ready to be scanned for."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        by_form: dict[str, list[_Entry]] = {}
        for entry in entries:
            for form in forms(entry.base):
                by_form.setdefault(f" {form} ", []).append(entry)
        self._entries = list(by_form.values())
        self._scan = ac.AhoCorasick(list(by_form))

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, _Entry]]:
        """Yield the entries with the number of the word at which each begins."""
        starts = list(accumulate((len(word) + 1 for word in words), initial=0))
        text = f" {' '.join(words)} "
        for form, start, _ in self._scan.find_matches_as_indexes(text, overlapping=True):
            at = bisect_right(starts, start) - 1
            for entry in self._entries[form]:
                yield at, entry


@cache
def _lexicon() -> _Lexicon:
    return _Lexicon([*_trigger_entries(), *_genre_entries()])


def _trigger_entries() -> Iterator[_Entry]:
    for lemma in patterns():
        yield _Entry(" ".join(words_of(lemma)), (_TRIGGER,))


def _genre_entries() -> Iterator[_Entry]:
    genres = load_genres()
    phrases = (
        (f"{first} {second} {' '.join(rest)}", weights)
        for first, by_second in genres.phrases.items()
        for second, known in by_second.items()
        for rest, weights in known
    )
    for written, weights in (*genres.words.items(), *phrases):
        base = " ".join(words_of(written))
        if len(base) > 1:
            sorts = [sort for name, weight in weights for sort in (name, f"{name}:{weight:.0f}")]
            yield _Entry(base, tuple(f"genre={sort}" for sort in sorts))


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    lists = (entry.split() for entry in _IRREGULAR.split(";"))
    return {base: tuple(others) for base, *others in lists}
