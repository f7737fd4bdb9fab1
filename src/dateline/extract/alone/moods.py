"""Whether a happening is told as done, meant, demanded or refused."""

from enum import Enum

from dateline.extract.parse import Parse

_WILL = frozenset(["will", "'ll", "would", "shall", "may", "might"])
_OUGHT = frozenset(["must", "should", "ought"])
_MEANT = frozenset(
    ["promise", "pledge", "offer", "willing", "prepared", "ready", "plan", "intend", "prepare",
     "agree", "vow"]
)  # fmt: skip
_REFUSED = frozenset(["refuse", "fail", "decline", "reject", "deny"])
_ENDED = frozenset(
    ["cancel", "halt", "suspend", "cut", "reduce", "stop", "lift", "ease", "shorten", "end",
     "remove", "drop", "relax", "postpone", "call", "break"]
)  # fmt: skip
_PARTICLE = {"call": "off", "break": "off"}  # without it these verbs end nothing
_INSIDE = frozenset(["dobj", "xcomp", "pobj", "prep", "compound", "acomp", "attr"])


class Mood(Enum):
    """How a happening is told, where not as done."""

    WILL = "will"
    OUGHT = "ought"
    NOT = "not"
    ENDED = "ended"


def mood_of(parse: Parse, token: int) -> Mood | None:
    """Read the mood of a word from the verbs above it, within its clause."""
    i = token
    while True:
        mood = _own(parse, i, token)
        if mood is not None:
            return mood
        if parse.deps[i] not in _INSIDE:
            return None
        i = parse.heads[i]


def _own(parse: Parse, i: int, token: int) -> Mood | None:
    if i != token and parse.lemmas[i] in _MEANT:
        return Mood.WILL
    if i != token and parse.lemmas[i] in _REFUSED:
        return Mood.NOT
    if i != token and _ends(parse, i):
        return Mood.ENDED
    if parse.child(i, "neg") is not None:
        return Mood.NOT
    return mood_by_auxiliary(parse, i)


def _ends(parse: Parse, i: int) -> bool:
    lemma = parse.lemmas[i]
    if lemma not in _ENDED or parse.tags[i][:2] != "VB":
        return False
    particle = parse.child(i, "prt")
    told = parse.lowers[particle] if particle is not None else None
    return _PARTICLE.get(lemma, told) == told


def mood_by_auxiliary(parse: Parse, i: int) -> Mood | None:
    """Read the mood of a verb from its own auxiliaries."""
    words = {parse.lowers[c] for c in parse.children[i] if parse.deps[c] == "aux"}
    return Mood.OUGHT if words & _OUGHT else Mood.WILL if words & _WILL else None


def ought(parse: Parse) -> int | None:
    """Find a verb that is said to be a duty: "said that they must leave"."""
    for i, dep in enumerate(parse.deps):
        if dep == "ccomp" and mood_by_auxiliary(parse, i) is Mood.OUGHT:
            return i
    return None
