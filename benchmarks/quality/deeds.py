"""Deeds of violence with the phrases of those who did them and of what they were done to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.quality.deed_words import load_deeds
from benchmarks.quality.phrases import Phrases
from dateline.extract.frames import Frame, conjuncts, fillers
from dateline.extract.happenings import Options, find_triggers
from dateline.extract.mentions import Trigger
from dateline.extract.reading import Reading

# Words that no pattern knows name other things in these dispatches than in the reports of today.
_SURE = Options(threshold=0.3, beyond=1.0)
_FAR = 14  # tokens from "the murder of" to the name
_AT = ("at", "in", "near", "outside", "inside", "to", "into")
HARM = "deed/harm"  # what came of a deed, whatever it was
THREAT = "deed/threat"
_STEPS = 3  # heads above a deed that may blame somebody for it


@dataclass(slots=True)
class Deed:
    """One deed: its trigger, and the heads of the phrases that fill its roles."""

    trigger: Trigger
    doers: list[int] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    things: list[int] = field(default_factory=list)
    means: list[int] = field(default_factory=list)


def find_deeds(reading: Reading, kinds: frozenset[str]) -> Iterator[Deed]:
    """Yield the deeds of some kinds, in the order of the text."""
    phrases = Phrases(reading)
    sure = {t.head: t for t in find_triggers(reading, _SURE)}
    plain = {t.head: t for t in (*_plain(reading), *_planted(reading, phrases))}
    for _, trigger in sorted((plain | sure).items()):
        if trigger.kind in kinds:
            yield _deed(reading, phrases, trigger)


def find_threats(reading: Reading) -> Iterator[Deed]:
    """Yield the killings that are threatened: "threaten to kill X", "X received death threats"."""
    parse, words, phrases = reading.parse, load_deeds(), Phrases(reading)
    for i, lemma in enumerate(parse.lemmas):
        if lemma == "threaten" and parse.tags[i].startswith("VB"):
            meant = [c for c in parse.children[i] if parse.lemmas[c] in words.kills]
            for verb in meant:
                deed = _deed(reading, phrases, _trigger(verb, THREAT, "armed-attack"))
                _sort(phrases, _all(reading, reading.frames.of(i).subjects), deed)
                yield deed
        elif lemma == "threat" and parse.lemmas[max(0, i - 1)] == "death":
            deed = _deed(reading, phrases, _trigger(i, THREAT, "armed-attack"))
            above = parse.heads[i]
            if parse.lemmas[above] in words.receives:
                told = _all(reading, reading.frames.of(above).subjects)
                deed.people += [t for t in told if phrases.sort_of(t) == "person"]
            yield deed


def _plain(reading: Reading) -> Iterator[Trigger]:
    """Yield the words that say what came of a deed, or name it outright."""
    parse, words = reading.parse, load_deeds()
    for i, lemma in enumerate(parse.lemmas):
        verb, noun = (parse.tags[i].startswith(tag) for tag in ("VB", "NN"))
        if verb and lemma in words.harms:
            yield _trigger(i, HARM, "armed-attack")
        elif verb or noun:
            kinds = (
                ("armed-attack", words.attacks),
                ("abduction", words.kidnaps),
                ("bombing", words.bombs),
            )
            yield from (_trigger(i, "deed/word", kind) for kind, known in kinds if lemma in known)


def _trigger(token: int, rule: str, kind: str) -> Trigger:
    return Trigger(first=token, end=token + 1, head=token, rule=rule, kind=kind)


def _planted(reading: Reading, phrases: Phrases) -> Iterator[Trigger]:
    """Yield the verbs by which an explosive is planted, thrown or set off."""
    parse = reading.parse
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in load_deeds().plants or not parse.tags[i].startswith("VB"):
            continue
        frame = reading.frames.of(i)
        held = [*frame.objects, *(frame.subjects if lemma in load_deeds().bursts else ())]
        if any(phrases.is_explosive(token) for token in held):
            yield _trigger(i, "deed/planted", "bombing")


def _doing(reading: Reading, token: int) -> list[int]:
    """Find who a verb around a noun says did it: "the attack, carried out by rebels"."""
    parse = reading.parse
    if not parse.tags[token].startswith("NN"):
        return []
    verbs = [c for c in parse.children[token] if parse.deps[c] in {"acl", "relcl"}]
    if parse.deps[token] in {"dobj", "nsubjpass", "nsubj"}:
        verbs.append(parse.heads[token])
    out: list[int] = []
    for verb in verbs:
        if parse.lemmas[verb] in load_deeds().does:
            frame = reading.frames.of(verb)
            out += frame.agents
            out += [t for t in frame.subjects if t != token]
    return out


def _of_whom(reading: Reading, phrases: Phrases, token: int) -> list[int]:
    """Find the name behind "the murder of ..." where the grammar lost it."""
    parse = reading.parse
    _, end = reading.sentence(token)
    if parse.lowers[token + 1 : token + 2] not in (["of"], ["against"], ["on"]):
        return []
    near = range(token + 2, min(end, token + _FAR))
    name = next((i for i in near if phrases.is_name(i) and i not in phrases.places), None)
    if name is None:
        return []
    while name + 1 < end and phrases.is_name(name + 1):
        name += 1
    return [name]


def _deed(reading: Reading, phrases: Phrases, trigger: Trigger) -> Deed:
    parse, words, head = reading.parse, load_deeds(), trigger.head
    owned = parse.lemmas[head] in words.owned and parse.tags[head].startswith("NN")
    passive = owned or parse.lemmas[head] in words.dying
    frame, deed = reading.frames.of(head), Deed(trigger)
    doers = [*frame.agents, *(() if passive else frame.subjects)]
    _sort(phrases, _all(reading, [*doers, *_doing(reading, head), *_blamed(reading, head)]), deed)
    core = list(_all(reading, _suffering(reading, frame, dying=passive)))
    around = list(_all(reading, [t for name in _AT for t in frame.preps.get(name, [])]))
    sorts = {t: phrases.sort_of(t) for t in (*core, *around)}
    deed.people = [t for t in core if sorts[t] == "person" and t not in around]
    hit = [t for t, sort in sorts.items() if sort in {"thing", "body"}]
    deed.things = [t for t in hit if not phrases.is_spared(t)]
    if owned and not deed.people:
        deed.people = _of_whom(reading, phrases, head)
    near = (t for t in range(*reading.sentence(head)) if phrases.sort_of(t) == "means")
    told = (t for t, sort in sorts.items() if sort == "means")
    deed.means = list(dict.fromkeys([*deed.means, *told, *near]))
    return deed


def _sort(phrases: Phrases, doers: Iterator[int], deed: Deed) -> None:
    """Part those who do a deed from what it is done with."""
    for token in doers:
        sort = phrases.sort_of(token)
        if sort == "means":
            deed.means.append(token)
        elif sort in {"person", "body"}:
            deed.doers.append(token)


def _blamed(reading: Reading, token: int) -> list[int]:
    """Find whom a verb above blames for the deed."""
    parse = reading.parse
    for above in list(parse.ancestors(token))[:_STEPS]:
        if parse.lemmas[above] in load_deeds().blames and parse.tags[above].startswith("VB"):
            frame = reading.frames.of(above)
            if parse.lemmas[above] == "attribute":
                return frame.preps.get("to", [])
            return [t for t in frame.objects if t != token] + frame.preps.get("on", [])
    return []


def _suffering(reading: Reading, frame: Frame, *, dying: bool) -> list[int]:
    parse, noun = reading.parse, not reading.parse.tags[frame.head].startswith("VB")
    out = [*frame.objects, *(frame.subjects if dying else ())]
    for name in ("against", "on"):
        out += frame.preps.get(name, [])
    if noun:
        out += frame.preps.get("of", [])
        if parse.deps[frame.head] == "appos":
            out.append(parse.heads[frame.head])
    return out


def _all(reading: Reading, tokens: list[int]) -> Iterator[int]:
    seen = set()
    for token in tokens:
        for one in fillers(reading.parse, token):
            if one not in seen:
                seen.add(one)
                yield one
                yield from _named(reading, one)


def _named(reading: Reading, token: int) -> Iterator[int]:
    """Yield those who are named beside a phrase: "three men: A, B and C"."""
    parse = reading.parse
    for child in parse.children[token]:
        if parse.deps[child] == "appos" and parse.tags[child].startswith("NNP"):
            rest = [t for t in conjuncts(parse, child) if t != child]
            yield from rest
