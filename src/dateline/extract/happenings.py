"""Which words tell of a happening, and of which kind: patterns propose, models decide."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.features import best_pattern
from dateline.extract.judging import NOTHING, Shares, classes, linear_shares, seen_shares
from dateline.extract.mentions import Trigger
from dateline.extract.reading import Reading
from dateline.extract.triggers import PatternMatcher
from dateline.knowledge.ontology import patterns

# Between 0.45 and 0.6 the F1 of the gold corpora moves by less than a point; the upper side is the
# more precise one.
THRESHOLD = 0.55
BEYOND = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How sure the models must be that a word tells of a happening, and whether both are asked.

    ``beyond`` is asked of words that no pattern of the ontology knows.
    """

    threshold: float = THRESHOLD
    beyond: float = BEYOND
    encoder: bool = True


USUAL = Options()

_EMPTY = {"be", "have", "do", "will", "can", "may", "must", "shall", "would", "could", "should"}
# Verbs that only say that something goes on or is meant: what they govern is what happens.
_ASPECTS = {
    "continue", "begin", "start", "keep", "resume",
    "complete", "finish", "try", "attempt", "manage",
    "plan", "use", "prepare", "intend", "want", "seek", "go", "come", "help",
}  # fmt: skip
# Verbs that tell what came of a happening, and tell it alone only where nothing else does.
RESULTS = {
    "kill", "wound", "injure", "die", "hurt", "maim", "perish", "dead", "damage", "death", "injury",
    "casualty", "succumb", "lose", "cost", "claim", "toll",
}  # fmt: skip

# ... and what came of it for things.
DAMAGE = {"blow", "burn", "collapse", "damage", "destroy", "flatten", "gut", "raze", "wreck"}


def find_triggers(reading: Reading, options: Options = USUAL) -> list[Trigger]:
    """Find the words that name a happening, in the order of the text."""
    matcher = PatternMatcher(reading)
    shares = shares_of(reading, matcher, options)
    judged = (judge(matcher, token, shares[token], options) for token in sorted(shares))
    return [trigger for trigger in judged if trigger]


def shares_of(reading: Reading, matcher: PatternMatcher, options: Options = USUAL) -> Shares:
    """Give every word that could name a happening the probability of each kind, and of none."""
    known = candidates(reading, matcher)
    shares = linear_shares(reading, matcher, known)
    if not options.encoder:
        return shares
    beyond = [token for token in telling_words(reading, matcher) if token not in shares]
    return seen_shares(reading, shares, beyond)


def candidates(reading: Reading, matcher: PatternMatcher) -> list[int]:
    """List the words that a pattern of the ontology knows."""
    return [token for token in sorted(matcher.matches) if not is_empty(reading, token)]


def telling_words(reading: Reading, matcher: PatternMatcher) -> Iterator[int]:
    """Yield the words that may name a happening: full verbs, nouns, and what a pattern knows."""
    parse = reading.parse
    for token, tag in enumerate(parse.tags):
        verb = tag.startswith("VB") and parse.deps[token] not in {"aux", "auxpass"}
        noun = tag in {"NN", "NNS"} and parse.deps[token] != "compound"
        full = (verb or noun) and parse.lemmas[token] not in _EMPTY
        telling = (full or token in matcher.matches) and not is_empty(reading, token)
        if telling and parse.words[token][0].isalpha():
            yield token


def is_empty(reading: Reading, token: int) -> bool:
    """Tell whether a verb only says that what it governs goes on or is meant."""
    parse = reading.parse
    return parse.lemmas[token] in _ASPECTS and _governs(reading, token)


def _governs(reading: Reading, verb: int) -> bool:
    """Tell whether a verb has a clause, or an object that a pattern knows, to say what happens."""
    parse, known = reading.parse, patterns()
    children = parse.children[verb]
    return any(
        parse.deps[c] == "xcomp" or (parse.deps[c] == "dobj" and parse.lemmas[c] in known)
        for c in children
    )


def judge(
    matcher: PatternMatcher,
    token: int,
    shares: list[float],
    options: Options = USUAL,
) -> Trigger | None:
    """Decide by the probability of each kind whether a word tells of a happening, and of which."""
    names = classes()
    nothing = names.index(NOTHING)
    sure = 1 - shares[nothing]
    found = matcher.matches.get(token, ())
    new = next((p for p in found if p.kind not in names), None)  # a kind added since training
    if new is None and sure <= (options.threshold if found else options.beyond):
        return None
    told = [share if at != nothing else 0.0 for at, share in enumerate(shares)]
    kind = new.kind if new else names[max(range(len(told)), key=told.__getitem__)]
    pattern = best_pattern(found, kind)
    return Trigger(
        first=token,
        end=token + 1,
        head=token,
        rule=pattern.rule if pattern else "model/encoder",
        kind=kind,
        weapon=pattern.weapon if pattern else None,
        sure=sure,
    )
