"""Who does what to whom in the grammar: the slots around a verb or noun.

Passives, relative and reduced clauses, shared subjects and control are undone here, so that
everything above speaks of subjects and objects only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.extract.parse import Parse

_CLAUSAL = {"ccomp", "xcomp", "pcomp"}
_MODIFIERS = {"amod", "compound", "nmod", "advmod", "nummod", "neg", "npadvmod"}
_PARTICLES = {"prt", "acomp", "oprd"}
_RELATIVE = {"who", "which", "that", "whom"}
_ADVERB_PARTICLES = {"back", "away", "off", "out", "home", "together", "down", "up", "over", "in"}
# "dozens of people", "one of the soldiers": the noun after *of* is what is meant too.
_QUANTITIES = {
    "dozen", "score", "hundred", "thousand", "million", "number", "group", "some", "many", "most",
    "several", "all", "both", "half", "one", "two",
    "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "none", "any", "few", "more", "member", "bulk", "majority", "part", "convoy",
    "column", "wave", "series", "pair", "couple", "team", "crowd", "lot", "rest", "remainder",
}  # fmt: skip
_BLAME = {"accuse", "charge", "blame", "suspect", "convict", "condemn", "criticise", "criticize"}
# Verbs that only carry a noun: "carried out an attack", "came under fire".
LIGHT = {
    "carry", "conduct", "launch", "mount", "stage", "make", "hold", "perform", "commit", "open",
    "begin", "start", "continue", "order", "announce", "declare", "impose", "issue", "give", "send",
    "sign", "reach", "take", "resume", "end", "break",
    "do", "see", "face", "suffer", "lead", "wage",
    "deliver", "unleash", "plan", "pay", "undertake", "intensify", "join", "survive", "escape",
}  # fmt: skip


@dataclass(slots=True)
class Frame:
    """Tokens that fill the slots around one predicate."""

    head: int
    subjects: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    agents: list[int] = field(default_factory=list)
    preps: dict[str, list[int]] = field(default_factory=dict)
    particles: list[int] = field(default_factory=list)
    modifiers: list[int] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    passive: bool = False
    support: int | None = None  # the light verb that carries a noun

    def slot(self, name: str) -> list[int]:
        """Return the tokens of a slot, by the name that patterns use."""
        named = {
            "subj": self.subjects + self.agents,
            "obj": self.objects,
            "agent": self.agents,
            "prt": self.particles,
            "mod": self.modifiers,
            "comp": self.clauses,
        }
        return named.get(name) or self.preps.get(name, [])


class Frames:
    """The frames of one parse, each built when it is first asked for."""

    def __init__(self, parse: Parse) -> None:
        """Start with none."""
        self._parse = parse
        self._known: dict[int, Frame] = {}

    def of(self, token: int) -> Frame:
        """Return the frame around a verb, noun or adjective."""
        frame = self._known.get(token)
        if frame is None:
            frame = self._known[token] = Frame(head=token)  # also ends a cycle of conjuncts
            _fill(self._parse, frame)
            if self._parse.tags[token].startswith("VB"):
                self._borrow(frame)
            else:
                self._lean(frame)
        return frame

    def _borrow(self, frame: Frame) -> None:
        """Find the subject or object that the grammar keeps elsewhere."""
        parse, token = self._parse, frame.head
        dep, head = parse.deps[token], parse.heads[token]
        if dep in {"relcl", "acl"}:
            self._borrow_from_noun(frame, head)
        elif not frame.subjects and head != token:
            if dep == "conj" and parse.tags[head].startswith("VB"):
                self._share(frame, self.of(head))
            elif dep in {"advcl", "xcomp", "ccomp"} and parse.tags[head].startswith(("VB", "JJ")):
                self._control(frame, self.of(head))
            elif dep == "pcomp":
                self._control_by_preposition(frame, head)

    def _borrow_from_noun(self, frame: Frame, noun: int) -> None:
        parse = self._parse
        nouns = list(conjuncts(parse, noun))[:1]
        relative = [i for i in frame.subjects + frame.objects if parse.lowers[i] in _RELATIVE]
        frame.subjects = [i for s in frame.subjects for i in (nouns if s in relative else [s])]
        frame.objects = [i for s in frame.objects for i in (nouns if s in relative else [s])]
        if relative:
            return
        if parse.deps[frame.head] == "acl" and parse.tags[frame.head] in {"VBN", "VBD"}:
            frame.passive = True
            frame.objects = frame.objects or nouns
        elif not frame.subjects:
            frame.subjects = nouns
        elif not frame.objects and not frame.passive:
            frame.objects = nouns

    def _share(self, frame: Frame, other: Frame) -> None:
        if frame.passive and other.passive:
            frame.objects = frame.objects or other.objects
        elif other.passive and self._parse.tags[frame.head] == "VBN" and not frame.objects:
            frame.passive, frame.objects = True, other.objects
        elif other.passive:
            frame.subjects = list(other.objects)
        else:
            frame.subjects = list(other.subjects)

    def _control(self, frame: Frame, other: Frame) -> None:
        holders = other.objects if other.passive else other.subjects
        if self._parse.deps[frame.head] == "xcomp" and other.objects and not other.passive:
            holders = other.objects
        if frame.passive or self._parse.tags[frame.head] == "VBN":
            frame.objects = frame.objects or list(holders)
        else:
            frame.subjects = list(holders)

    def _control_by_preposition(self, frame: Frame, preposition: int) -> None:
        parse = self._parse
        governor = parse.heads[preposition]
        above = parse.heads[governor]
        if parse.deps[governor] == "dobj" and parse.lemmas[above] in _BLAME:
            frame.subjects = [governor]  # "accused rebels of shelling", hung on the noun
        if not parse.tags[governor].startswith("VB"):
            return
        other = self.of(governor)
        blamed = parse.lemmas[governor] in _BLAME
        holders = other.objects if blamed or other.passive else other.subjects
        frame.subjects = list(holders)

    def _lean(self, frame: Frame) -> None:
        """Give a noun the subject and the circumstances of the light verb that carries it."""
        parse, token = self._parse, frame.head
        while parse.deps[token] == "conj":
            token = parse.heads[token]
        head = parse.heads[token]
        if parse.deps[token] not in {"dobj", "nsubjpass", "pobj", "nsubj", "attr"}:
            return
        if parse.deps[token] == "pobj":
            head = parse.heads[head]
        if not parse.tags[head].startswith("VB") or parse.lemmas[head] not in LIGHT:
            return
        frame.support = head
        verb = self.of(head)
        if parse.deps[token] == "dobj":
            frame.subjects = frame.subjects or list(verb.subjects)
        frame.agents = frame.agents or list(verb.agents)
        for name, tokens in verb.preps.items():
            frame.preps.setdefault(name, []).extend(t for t in tokens if t != frame.head)


def conjuncts(parse: Parse, token: int) -> Iterator[int]:
    """Yield a token and all that is coordinated with it, in the order of the text."""
    yield token
    for child in parse.children[token]:
        if parse.deps[child] == "conj":
            yield from conjuncts(parse, child)


def fillers(parse: Parse, token: int) -> Iterator[int]:
    """Yield what a slot's head stands for: its conjuncts, and the noun behind a quantity."""
    for one in conjuncts(parse, token):
        yield one
        if parse.lemmas[one] in _QUANTITIES or parse.tags[one] == "CD":
            for child in parse.children[one]:
                if parse.lowers[child] == "of":
                    for noun in parse.children[child]:
                        if parse.deps[noun] == "pobj":
                            yield from conjuncts(parse, noun)


def _fill(parse: Parse, frame: Frame) -> None:
    verbal = parse.tags[frame.head].startswith("VB")
    slots = {dep: slot for deps, slot in _slots_of(frame) for dep in deps}
    for child in parse.children[frame.head]:
        dep = parse.deps[child]
        frame.passive = frame.passive or dep in {"nsubjpass", "auxpass"}
        if dep == "dative":
            frame.preps.setdefault("to", []).extend(_objects_of(parse, child) or [child])
        elif dep in {"prep", "agent"}:
            _fill_preposition(parse, frame, child, dep)
        elif verbal and parse.lowers[child] in _ADVERB_PARTICLES and dep not in _CLAUSAL:
            frame.particles.append(child)
        elif dep in slots:
            slots[dep].append(child)


def _slots_of(frame: Frame) -> list[tuple[set[str], list[int]]]:
    return [
        ({"nsubj", "csubj", "poss"}, frame.subjects),
        ({"nsubjpass", "dobj", "attr"}, frame.objects),
        (_PARTICLES, frame.particles),
        (_MODIFIERS, frame.modifiers),
        (_CLAUSAL, frame.clauses),
    ]


def _fill_preposition(parse: Parse, frame: Frame, child: int, dep: str) -> None:
    objects = _objects_of(parse, child)
    name = parse.lowers[child]
    if name == "by" and (dep == "agent" or not parse.tags[frame.head].startswith("VB")):
        frame.agents.extend(objects)
        frame.passive = frame.passive or dep == "agent"
    frame.preps.setdefault(name, []).extend(objects)
    if name in _ADVERB_PARTICLES and not objects:
        frame.particles.append(child)


def _objects_of(parse: Parse, preposition: int) -> list[int]:
    """List the nouns a preposition governs, also over a second preposition ("out of")."""
    out = []
    for child in parse.children[preposition]:
        if parse.deps[child] in {"pobj", "pcomp"}:
            out.append(child)
        elif parse.deps[child] == "prep":
            out.extend(_objects_of(parse, child))
    return out
