"""The list of verbs and nouns that tell what one party does to another."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.extract.frames import fillers
from dateline.extract.parse import Parse
from dateline.knowledge.files import read_table

_ROOM = Path(__file__).parent
_ANY = frozenset({"-"})
_SOME = frozenset({"+"})  # any object will do, but there is one
_OBJECTS = ("dobj", "nsubjpass", "attr", "oprd")
_BESIDE = ("prt", "prep", "advmod", "dative", "acomp", "oprd")
_INTO = frozenset({"in", "into", "under"})  # "enter into talks", "come under attack"
_ONTO = _INTO | {"on"}  # "go on strike": too loose for a noun to tell by itself


@dataclass(frozen=True, slots=True)
class Answer:
    """What a word tells: a deed or another word of the list, and who does it."""

    word: str
    mutual: bool = False
    turned: bool = False  # the subject is the one that it is done to

    @classmethod
    def of(cls, cell: str) -> "Answer":
        """Read a cell of the list."""
        return cls(cell.rstrip("<="), "=" in cell, "<" in cell)


@dataclass(frozen=True, slots=True)
class _Row:
    beside: frozenset[str]
    groups: frozenset[str]
    answer: Answer


@cache
def _verbs() -> dict[str, list[_Row]]:
    out: dict[str, list[_Row]] = defaultdict(list)
    for verbs, beside, groups, cell in read_table(_ROOM / "acts.tsv"):
        row = _Row(frozenset(beside.split()), frozenset(groups.split()), Answer.of(cell))
        for verb in verbs.split():
            out[verb].append(row)
    return dict(out)


@cache
def _nouns() -> dict[str, dict[str, Answer]]:
    """Map each noun to its groups, in the order of the list."""
    out: dict[str, dict[str, Answer]] = defaultdict(dict)
    for group, cell, lemmas in read_table(_ROOM / "nouns.tsv"):
        for lemma in lemmas.split():
            out[lemma][group] = Answer.of(cell)
    return dict(out)


def listed_words() -> set[str]:
    """List all that the lists answer."""
    of_verbs = {row.answer.word for rows in _verbs().values() for row in rows}
    of_nouns = {answer.word for groups in _nouns().values() for answer in groups.values()}
    return of_verbs | of_nouns - {"-"}


def act_of(parse: Parse, verb: int) -> Answer | None:
    """Look up what a verb or adjective tells where it stands; None where the list lacks it."""
    rows = _verbs().get(parse.lemmas[verb].lower(), ())
    if not rows:
        return None
    nouns = list(objects(parse, verb))
    groups = {group for noun in nouns for group in _groups(parse, noun)}
    groups |= {parse.lemmas[noun].lower() for noun in objects(parse, verb, _ONTO)}
    beside = {parse.lowers[c] for i in (verb, *nouns) for c in _beside(parse, i)}
    some = frozenset({"+"}) if nouns else frozenset()
    fitting = (
        row.answer
        for row in rows
        if (row.beside == _ANY or row.beside & beside)
        and (row.groups == _ANY or row.groups & groups or row.groups == some == _SOME)
    )
    return next(fitting, None)


def noun_act(parse: Parse, verb: int) -> tuple[Answer, int] | None:
    """Give what the first object that names a deed tells, and the object."""
    return next(
        ((answer, noun) for noun in objects(parse, verb) if (answer := deed_of(parse, noun))), None
    )


def deed_of(parse: Parse, noun: int) -> Answer | None:
    """Give what a noun tells, by itself or by one before it: "asset freeze", "arrest warrant"."""
    found = list(_groups(parse, noun).values())
    told = [answer for answer in found if answer.word != "-"]
    return told[0] if told else None


def objects(parse: Parse, verb: int, into: frozenset[str] = _INTO) -> Iterator[int]:
    """Yield what a verb acts on or carries, and the noun behind a quantity."""
    for c in parse.children[verb]:
        if parse.deps[c] in _OBJECTS:
            yield from fillers(parse, c)
    for c in parse.children[verb]:
        if parse.deps[c] == "prep" and parse.lowers[c] in into:
            inner = parse.child(c, "pobj")
            if inner is not None:
                yield from fillers(parse, inner)


def _groups(parse: Parse, noun: int) -> dict[str, Answer]:
    known = _nouns()
    own = parse.lemmas[noun].lower()
    before = [c for c in parse.children[noun] if parse.deps[c] in {"compound", "amod"}]
    words = [parse.lemmas[c].lower() for c in before[::-1]]
    joined = [f"{word}-{own}" for word in words]
    return next((known[word] for word in [*joined, own, *words] if word in known), {})


def _beside(parse: Parse, i: int) -> Iterator[int]:
    return (c for c in parse.children[i] if parse.deps[c] in _BESIDE)
