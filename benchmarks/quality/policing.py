"""What a sentence tells of the police: killing, arrests, force, inaction, or anything they did."""

from collections.abc import Collection, Iterator

from benchmarks.quality.policing_words import Policing, load_policing
from dateline.extract.frames import Frames
from dateline.extract.parse import Parse

_WISHED = frozenset(
    {"should", "must", "would", "could", "will", "shall", "may", "might", "ought", "can"}
)
_IFS = frozenset({"if", "unless"})
_GOVERNED = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "acl", "conj", "nsubjpass"})
_SAYS = frozenset({"say", "add", "tell"})
_HE = frozenset({"he", "she", "they", "we"})
_ACTIVE = frozenset({"VB", "VBD", "VBZ", "VBP", "VBG"})
_FORCES, _SECURITY = (
    frozenset({"forces", "personnel"}),
    frozenset({"security", "paramilitary", "task", "action"}),
)
_TAKEN = frozenset({"VBN", "VBD", "VBZ", "JJ"})
_PAST = frozenset({"VBN", "VBD"})
_BESIDE = 5  # tokens between the police and a clash
_STEPS = 3  # heads above a deed that may make it a wish


def find_policing(parse: Parse) -> Iterator[tuple[int, str]]:
    """Yield tokens, each with what it tells of the police, in the order of the text."""
    near = False
    frames = Frames(parse)
    speaks = False  # whether the one who spoke last is of the police
    for first, end in parse.sents:
        sentence = _Sentence(parse, frames, (first, end), continued=speaks, near=near)
        yield from sentence.told()
        speaks = sentence.speaks
        near = bool(sentence.police)


class _Sentence:
    """One sentence, and whether the one before was spoken by the police."""

    def __init__(
        self, parse: Parse, frames: Frames, span: tuple[int, int], *, continued: bool, near: bool
    ) -> None:
        self.parse, self.frames, self.near = parse, frames, near
        first, end = self.first, self.end = span
        self.words: Policing = load_policing()
        self.police = [i for i in range(first, end) if self._is_police(i)]
        self.armed = [i for i in range(first, end) if self._is_armed(i)]
        self.speaks = self._spoken(continued=continued)

    def told(self) -> Iterator[tuple[int, str]]:
        """Yield what the sentence tells."""
        force = [i for i in range(self.first, self.end) if self._is_force(i)]
        arrests = [i for i in range(self.first, self.end) if self._is_arrest(i)]
        fails = list(self._failings())
        yield from ((i, "force") for i in force)
        yield from ((i, "arrest") for i in arrests)
        yield from ((i, "fail") for i in fails)
        yield from ((i, "kill") for i in self._deaths(force=bool(force)))
        acts = [*force, *arrests, *(i for i in self.police if self._acts(i))]
        if self.speaks and not acts:
            acts = [self.first]
        yield from ((i, "action") for i in acts)

    def _is_police(self, i: int) -> bool:
        return self.parse.lowers[i] in self.words.police

    def _is_armed(self, i: int) -> bool:
        parse = self.parse
        return self._is_police(i) or (
            parse.lowers[i] in _FORCES and parse.lowers[i - 1] in _SECURITY
        )

    def _acts(self, i: int) -> bool:
        """Tell whether the police are more than the name of a building or of a post."""
        follows = self.parse.lowers[i + 1] if i + 1 < self.end else ""
        return follows not in self.words.posts

    def _spoken(self, *, continued: bool) -> bool:
        parse = self.parse
        for i in range(self.first, self.end):
            if parse.lemmas[i] in _SAYS and parse.tags[i].startswith("VB"):
                subject = parse.child(i, "nsubj")
                if subject is None:
                    continue
                if parse.lowers[subject] in _HE:
                    return continued
                a, b = parse.edges[subject]
                return any(a <= p < b for p in self.police)
        return False

    def _is_force(self, i: int) -> bool:
        parse, word = self.parse, self.parse.lowers[i]
        if word in self.words.force:
            return not self._unreal(i)
        if word in self.words.shooting:
            return self._shoots(i) and self._by_police(i) and not self._unreal(i)
        if word in {"clash", "clashed"}:
            return self._clashes(i)
        if word == "shells":
            return parse.lemmas[i - 1] in {"gas", "teargas", "tear-gas"}
        strikes = parse.lemmas[i] in self.words.strikes and parse.tags[i] in _ACTIVE
        return strikes and any(parse.heads[p] == i and parse.deps[p] == "nsubj" for p in self.armed)

    def _shoots(self, i: int) -> bool:
        """Tell firing from a blaze: "opened fire", "police firing", "fired rounds"."""
        if self.parse.lowers[i] != "fire":
            return True
        before = self.parse.lemmas[i - 1] if i > self.first else ""
        return before in {"open", "police", "to", "resort"}

    def _by_police(self, i: int) -> bool:
        """Tell whether the police shoot, as far as nobody else is said to."""
        shooters, parse = self._shooters(i), self.parse
        named = [t for t in shooters if parse.lowers[t] not in _HE and parse.tags[t] != "WDT"]
        if named:
            return any(self._holds_police(t) for t in named)
        aimed = self._follows(i, {"at", "dead"})
        return not aimed and (bool(self.armed) or self.near)

    def _shooters(self, i: int) -> list[int]:
        parse, frame = self.parse, self.frames.of(i)
        found = [*frame.subjects, *frame.agents]
        if not found and frame.support is not None:
            found = self.frames.of(frame.support).subjects
        if not found and parse.lowers[i] == "fire" and parse.deps[i] == "dobj":
            found = self.frames.of(parse.heads[i]).subjects
        return found

    def _holds_police(self, token: int) -> bool:
        a, b = self.parse.edges[token]
        return any(a <= p < b for p in self.armed)

    def _clashes(self, i: int) -> bool:
        """Tell whether the police clash with others, and somebody dies."""
        near = self.parse.lowers[max(self.first, i - _BESIDE) : i + _BESIDE]
        return any(w.startswith("police") for w in near) and any(
            self.parse.lemmas[t] in self.words.deaths for t in range(self.first, self.end)
        )

    def _is_arrest(self, i: int) -> bool:
        parse, lemma = self.parse, self.parse.lemmas[i]
        if lemma in self.words.arrests:
            real = lemma == "arrest" or parse.tags[i] in _TAKEN
            return real and self._is_taking(i) and not self._unreal(i)
        if lemma == "custody":
            return self._before(i, 3, self.words.into) and not self._unreal(i)
        if lemma == "bar":
            return self._before(i, 1, {"behind"}) and not self._unreal(i)
        return parse.tags[i] in _PAST and self._is_taken(i, lemma)

    def _is_taken(self, i: int, lemma: str) -> bool:
        """Read "were held", "picked up", "booked for murder"."""
        if lemma in {"round", "pick"}:
            return self._follows(i, {"up"})
        if lemma == "hold":
            return self._is_person_held(i)
        return lemma == "book" and self._follows(i, {"for", "under", "in"}) and not self._unreal(i)

    def _is_taking(self, i: int) -> bool:
        """Leave out arrest warrants, house arrest, and the arrest of a decline."""
        if self._follows(i, self.words.not_before) or self._before(i, 1, self.words.not_after):
            return False
        objects = [*self.frames.of(i).objects, *self.frames.of(i).clauses]
        return not any(self.parse.lemmas[o] in self.words.things for o in objects)

    def _is_person_held(self, i: int) -> bool:
        held = self.frames.of(i).objects if self.frames.of(i).passive else []
        return any(self.parse.lemmas[t] in self.words.people for t in held)

    def _follows(self, i: int, words: Collection[str]) -> bool:
        return i + 1 < self.end and self.parse.lowers[i + 1] in words

    def _before(self, i: int, span: int, words: Collection[str]) -> bool:
        return not set(words).isdisjoint(self.parse.lowers[max(self.first, i - span) : i])

    def _failings(self) -> Iterator[int]:
        parse, words, tokens = self.parse, self.words, range(self.first, self.end)
        state = any(parse.lowers[i] in words.authorities for i in tokens)
        if not (self.police or self.near or state):
            return
        text = " ".join(parse.lowers[self.first : self.end])
        if any(phrase in text for phrase in words.idle):
            yield self.first
        if self.police or any(parse.lemmas[i] in words.harms for i in tokens):
            yield from (i for i in tokens if self._fails(i))

    def _fails(self, i: int) -> bool:
        lemma = self.parse.lemmas[i]
        if lemma in self.words.failings:
            return bool(self.police) or self.parse.tags[i] != "NN"
        return bool(self.police) and lemma in self.words.undone and self._negated(i)

    def _deaths(self, *, force: bool) -> Iterator[int]:
        """Yield the deaths where force is used, and those of whom only the police would kill."""
        parse, words = self.parse, self.words
        for i in range(self.first, self.end):
            if parse.lemmas[i] not in words.deaths or self._unreal(i):
                continue
            frame = self.frames.of(i)
            hunted = any(parse.lowers[t] in words.militants for t in frame.objects)
            if force or (hunted and frame.passive and not frame.agents):
                yield i

    def _negated(self, i: int) -> bool:
        parse = self.parse
        return any(
            parse.deps[c] == "neg" or parse.lowers[c] in {"no", "any"} for c in parse.children[i]
        )

    def _unreal(self, i: int) -> bool:
        """Tell whether it is denied, demanded or only meant to be."""
        parse, token = self.parse, i
        for _ in range(_STEPS):
            if any(self._unmakes(c) for c in parse.children[token]):
                return True
            above = parse.heads[token]
            if above == token or parse.deps[token] not in _GOVERNED:
                return False
            if parse.lemmas[above] in self.words.wishes:
                return True
            token = above
        return False

    def _unmakes(self, child: int) -> bool:
        dep, word = self.parse.deps[child], self.parse.lowers[child]
        wished = dep == "aux" and word in _WISHED
        return wished or dep == "neg" or word == "no" or (dep == "mark" and word in _IFS)
