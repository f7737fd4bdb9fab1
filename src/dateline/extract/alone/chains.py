"""What a clause tells when one verb carries another: "is about to", "refused to"."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.extract.alone.acts import Answer, act_of, noun_act
from dateline.extract.alone.deeds import BY_WORD, SHARED, Deed, denied, meant, over, pledged
from dateline.extract.parse import Parse

_BELOW = ("xcomp", "ccomp", "pcomp")
_SUBJECT = ("nsubj", "nsubjpass")
_JOINT = frozenset({"joint", "combined", "bilateral"})
_ASKING = frozenset([Deed.APPEAL, Deed.DEMAND, Deed.ACCUSE])
_ENDED = {"ease": Deed.YIELD, "sever": Deed.SANCTION}  # whatever it is that ends
_HOPES = frozenset(["hope", "hop"])
_LONGEST = 6  # verbs in a chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a clause tells, at the verb ``at``; ``noun`` carries it in place of the verb."""

    deed: Deed
    at: int
    noun: int | None = None
    mutual: bool = False
    turned: bool = False
    shared: bool = False  # two can do it together, or fail to
    asked: int | None = None  # the subject of the clause below, where it is asked to do that


def told_by(parse: Parse, verb: int, depth: int = 0) -> Told | None:
    """Follow a verb down to what it tells; None where the lists do not say."""
    answer = act_of(parse, verb)
    if answer is None or depth > _LONGEST:
        return None
    told = _judged(parse, verb, answer, depth)
    if told is None or parse.child(verb, "neg") is None:
        return told
    return _turned(told, denied)


def carried_by(parse: Parse, verb: int) -> list[int]:
    """List a verb and those that it carries down to what it tells."""
    out = [verb]
    while (inner := below(parse, out[-1])) is not None and len(out) < _LONGEST:
        if parse.deps[inner] == "ccomp":
            break
        out.append(inner)
    return out


def is_said(parse: Parse, verb: int) -> bool:
    """Tell whether a verb makes a statement of the clause below it."""
    answer = act_of(parse, verb)
    return answer is not None and answer.word == "say"


def below(parse: Parse, verb: int) -> int | None:
    """Find the clause that a verb carries, also past an adjective or a preposition."""
    for dep in ("acomp", "oprd", "attr"):
        word = parse.child(verb, dep)
        inner = parse.child(word, *_BELOW) if word is not None else None
        if inner is not None and word is not None:
            return word if act_of(parse, word) else inner
    found = [c for c in parse.children[verb] if parse.deps[c] in _BELOW]
    if found:  # a hyphen can leave several: the one that the lists know is meant
        return next((c for c in found if act_of(parse, c)), found[0])
    preps = (c for c in parse.children[verb] if parse.deps[c] == "prep")
    inner = next((i for c in preps if (i := parse.child(c, "pcomp")) is not None), None)
    return purpose(parse, verb) if inner is None else inner


def purpose(parse: Parse, verb: int) -> int | None:
    """Find what a verb is done for: "used force to clear the square"."""
    return next(
        (
            c
            for c in parse.children[verb]
            if parse.deps[c] == "advcl"
            and parse.tags[c] == "VB"
            and parse.child(c, *_SUBJECT) is None
        ),
        None,
    )


def _judged(parse: Parse, verb: int, answer: Answer, depth: int) -> Told | None:
    deed = BY_WORD.get(answer.word)
    if deed is not None:
        noun = noun_act(parse, verb)
        return _shared(
            parse,
            Told(
                deed=deed,
                at=verb,
                noun=noun[1] if noun else None,
                mutual=answer.mutual,
                turned=answer.turned,
                asked=_asked(parse, verb) if deed in _ASKING else None,
            ),
        )
    carried = _CARRIED.get(answer.word)
    return carried(parse, verb, answer, depth) if carried else None


def _through(parse: Parse, verb: int, answer: Answer, depth: int) -> Told | None:
    inner = below(parse, verb)
    if inner is not None:
        return told_by(parse, inner, depth + 1)
    bare = answer.word == "through" and parse.lemmas[verb] != "be"  # "prepared an attack"
    return _carried(parse, verb, answer) if bare else None


def _carried(parse: Parse, verb: int, answer: Answer) -> Told | None:
    """Read what the object of a verb tells: "held talks"."""
    found = noun_act(parse, verb)
    if found is None:
        return None
    own, noun = found
    turned = own.turned or answer.turned
    told = Told(deed=BY_WORD[own.word], at=verb, noun=noun, mutual=own.mutual, turned=turned)
    return _shared(parse, told)


def _asked(parse: Parse, verb: int) -> int | None:
    """Find who is asked to do what is asked: "demanded that Chad leave"."""
    inner = parse.child(verb, "ccomp")
    return parse.child(inner, *_SUBJECT) if inner is not None else None


def _light(parse: Parse, verb: int, answer: Answer, depth: int) -> Told | None:
    return _carried(parse, verb, answer) or _through(parse, verb, answer, depth)


def _mean(parse: Parse, verb: int, answer: Answer, depth: int) -> Told | None:
    inner = below(parse, verb)
    if inner is None:
        return _turned(_light(parse, verb, answer, depth), meant)
    asked = parse.child(inner, *_SUBJECT)
    if asked is not None:  # who wants somebody to act asks for it; who hopes so does not
        hopes = parse.lemmas[verb] in _HOPES
        return None if hopes else Told(deed=Deed.APPEAL, at=verb, asked=asked)
    return _turned(told_by(parse, inner, depth + 1), meant)


def _pledge(parse: Parse, verb: int, answer: Answer, depth: int) -> Told | None:
    told = _light(parse, verb, answer, depth)
    if told is None or (told.at == verb and told.deed is Deed.MOBILIZE):  # "pledged 300 soldiers"
        return Told(deed=Deed.INTEND, at=verb, shared=True)
    return _turned(told, pledged)


def _refuse(parse: Parse, verb: int, answer: Answer, depth: int) -> Told | None:
    inner = below(parse, verb)
    if inner is None:
        return Told(deed=Deed.REJECT, at=verb) if parse.child(verb, "dobj", "nsubjpass") else None
    told = _through(parse, verb, answer, depth)
    return _turned(told, lambda _: Deed.REJECT) if told else Told(deed=Deed.REJECT, at=verb)


def _end(parse: Parse, verb: int, answer: Answer, depth: int) -> Told | None:
    told = _light(parse, verb, answer, depth)
    if told is None and answer.word in _ENDED and parse.child(verb, "dobj", "nsubjpass"):
        return Told(deed=_ENDED[answer.word], at=verb)
    return replace(ended, mutual=False) if (ended := _turned(told, over)) else None


_CARRIED: dict[str, Callable[[Parse, int, Answer, int], Told | None]] = {
    "through": _through, "light": _light, "mean": _mean, "pledge": _pledge, "refuse": _refuse,
    "end": _end, "ease": _end, "sever": _end,
}  # fmt: skip

STRUCTURAL = frozenset({*_CARRIED, "say", "none"})  # answers of the list that are no deeds


def _turned(told: Told | None, turn: Callable[[Deed], Deed | None]) -> Told | None:
    deed = turn(told.deed) if told is not None else None
    return replace(told, deed=deed) if told is not None and deed is not None else None


def _shared(parse: Parse, told: Told) -> Told:
    """Take a joint exercise for cooperation, one party's own for a show of force."""
    told = replace(told, shared=told.mutual or told.deed in SHARED)
    if told.deed is not Deed.MOBILIZE or told.noun is None:
        return told
    joint = any(parse.lowers[c] in _JOINT | {"with"} for c in parse.children[told.noun])
    return replace(told, deed=Deed.COOPERATE, mutual=True, shared=True) if joint else told
