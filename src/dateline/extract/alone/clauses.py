"""The words of a clause, without those of the clauses below it."""

from dateline.extract.alone.chains import Told, carried_by, purpose
from dateline.extract.alone.deeds import FORCE, Deed
from dateline.extract.parse import Parse

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_APART = frozenset(
    ["nsubj", "nsubjpass", "csubj", "relcl", "acl", "ccomp", "advcl", "parataxis", "agent"]
)
_PLACES = frozenset(["in", "at", "on", "near", "over", "outside", "inside"])
_SAME_TIME = frozenset(["when", "as"])
_EACH = frozenset([("each", "other"), ("one", "another")])
_BLAMING = frozenset([Deed.ACCUSE, Deed.INVESTIGATE, Deed.SUPPORT])


class Clauses:
    """The clauses of one text, each named by its verb."""

    def __init__(self, parse: Parse) -> None:
        """Take the parse."""
        self._parse = parse

    def subjects(self, verb: int) -> list[int]:
        """Find the nouns that a verb has for its subject; a name beside a noun is another."""
        return [c for c in self._parse.children[verb] if self._parse.deps[c] in _SUBJECTS]

    def stray_verb(self, root: int) -> int | None:
        """Find the verb of "a delegation led by X left", where it hangs below the noun."""
        if self._parse.tags[root][:2] != "NN":
            return None
        below = sorted(self._parse.subtree(root))
        return next((i for i in below if i > root and self._is_stray(i)), None)

    def _is_stray(self, i: int) -> bool:
        return self._parse.deps[i] == "acl" and self._parse.tags[i] in {"VBD", "VBZ", "VBP"}

    def beside(self, verb: int) -> list[int]:
        """List the verbs that "and" ties to a verb or to one that it carries."""
        verbs = carried_by(self._parse, verb)
        return [c for v in verbs for c in self._parse.children[v] if self._is_next(c)]

    def _is_next(self, token: int) -> bool:
        """Ask for the same form: a bare verb beside a past form is a slip of the parser."""
        tags, head = self._parse.tags, self._parse.heads[token]
        return self.is_verb_beside(token) and (tags[token] != "VB" or tags[head] in {"VB", "MD"})

    def came_with(self, verb: int) -> list[int]:
        """List the clauses that say what happened when something merely "came"."""
        return [
            c for c in self._parse.children[verb]
            if self._parse.deps[c] == "advcl" and self.subjects(c)
        ]  # fmt: skip

    def meanwhile(self, verb: int) -> list[int]:
        """List those of these clauses that tell of the same moment: "died when Chad shelled"."""
        marks = {
            c: {self._parse.lowers[i] for i in self._parse.children[c]}
            for c in self.came_with(verb)
        }
        return [c for c, words in marks.items() if words & _SAME_TIME]

    def said_to_be(self, verb: int) -> tuple[int, int] | None:
        """Read "there were soldiers killed": the noun, and the verb that it suffers."""
        noun = self._parse.child(verb, "attr")
        if noun is None or self._parse.child(verb, "expl") is None:
            return None
        inner = self._parse.child(noun, "acl")
        return (noun, inner) if inner is not None and self._parse.tags[inner] == "VBN" else None

    def words(self, verb: int) -> list[int]:
        """List the words of a clause without its subject and the clauses below it."""
        out, stack = [], [verb]
        while stack:
            i = stack.pop()
            out.append(i)
            stack += [
                c for c in self._parse.children[i]
                if self._parse.deps[c] not in _APART and not self.is_verb_beside(c)
            ]  # fmt: skip
        return sorted(out)

    def objects(self, verb: int) -> list[int]:
        """List the direct objects of a verb."""
        return [c for c in self._parse.children[verb] if self._parse.deps[c] == "dobj"]

    def between(self, noun: int) -> int | None:
        """Find the parties that a noun is said to be between."""
        for c in self._parse.children[noun]:
            if self._parse.lowers[c] in {"between", "among"}:
                return self._parse.child(c, "pobj")
        return None

    def deeper(self, told: Told) -> list[int]:
        """List what follows a verb in the nouns' own clauses: "an accord to sell Chile wheat".

        Who suffers force may have a past of his own: there only "held by Chile" counts.
        """
        parse, verb = self._parse, told.at
        nouns = [i for i in self.words(verb) if i > verb and parse.tags[i][:2] == "NN"]
        owned = [c for i in nouns for c in parse.children[i] if parse.deps[c] == "acl"]
        aims = [i for i in [purpose(parse, verb)] if i is not None]
        below = aims if told.deed in FORCE else owned + aims
        said = [s for c in below for s in self.subjects(c)]  # "hopes that Chile would come"
        by = [c for i in owned + aims for c in parse.children[i] if parse.deps[c] == "agent"]
        done = {i for c in by for i in parse.subtree(c)}  # "allegations made by Chile"
        return sorted({*said, *done, *(i for c in below for i in self.words(c))})

    def is_mutual(self, verb: int) -> bool:
        """Tell whether a clause says that several do something to "each other"."""
        pairs = zip(words := self.words(verb), words[1:], strict=False)
        return any((self._parse.lowers[a], self._parse.lowers[b]) in _EACH for a, b in pairs)

    def without_places(self, words: list[int]) -> list[int]:
        """Leave out what says only where or about what: two parties do it with each other."""
        parse = self._parse
        apart = {
            i
            for word in words
            if parse.deps[word] == "prep" and parse.lowers[word] in _PLACES
            for i in parse.subtree(word)
        }
        return [i for i in words if i not in apart]

    def by_doer(self, told: Told, words: list[int]) -> list[int]:
        """Put first who did what is blamed or praised: "condemned an attack by Thai troops"."""
        if told.deed not in _BLAMING:
            return words
        doer = [
            i
            for word in words
            if self._parse.lowers[word] == "by"
            for i in sorted(self._parse.subtree(word))
        ]
        return [*doer, *words]

    def is_verb_beside(self, token: int) -> bool:
        """Tell whether a verb is tied to another by "and"."""
        return self._parse.deps[token] == "conj" and self._parse.tags[token][:2] == "VB"

    def is_passive(self, verb: int, act: int) -> bool:
        """Tell whether the subject suffers the act; "is expected to visit" does not say so."""
        child = self._parse.child
        return child(act, "auxpass", "nsubjpass") is not None and (
            act != verb or child(act, "nsubjpass") is not None
        )
