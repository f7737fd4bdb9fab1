"""Which words tell of a happening, and of which kind: patterns propose, the model decides."""

from dataclasses import dataclass

from dateline.extract.features import WordFeatures, best_pattern
from dateline.extract.linear import load_model
from dateline.extract.mentions import Trigger
from dateline.extract.reading import Reading
from dateline.extract.triggers import PatternMatcher
from dateline.knowledge.ontology import patterns

NOTHING = "-"
# Between 0.45 and 0.6 the F1 of the gold corpora moves by less than a point; the upper side is the
# more precise one.
THRESHOLD = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How sure the model must be that a word tells of a happening."""

    threshold: float = THRESHOLD


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


def find_triggers(reading: Reading, options: Options = Options()) -> list[Trigger]:
    """Find the words that name a happening, in the order of the text."""
    matcher = PatternMatcher(reading)
    features = WordFeatures(reading, matcher)
    words = candidates(reading, matcher)
    shares = load_model("triggers").probabilities_of([features.of(token) for token in words])
    judged = (
        judge(matcher, token, share, options) for token, share in zip(words, shares, strict=True)
    )
    return [trigger for trigger in judged if trigger]


def candidates(reading: Reading, matcher: PatternMatcher) -> list[int]:
    """List the words that could name a happening: those that a pattern of the ontology knows.

    Letting the model judge every word was tried: of what it then found beyond the patterns,
    seven in ten were false.
    """
    return [token for token in sorted(matcher.matches) if not is_empty(reading, token)]


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
    options: Options = Options(),
) -> Trigger | None:
    """Decide by the probability of each kind whether a word tells of a happening, and of which."""
    classes = load_model("triggers").classes
    nothing = classes.index(NOTHING)
    sure = 1 - shares[nothing]
    found = matcher.matches.get(token, ())
    new = next((p for p in found if p.kind not in classes), None)  # a kind added since training
    if new is None and sure <= options.threshold:
        return None
    told = [share if at != nothing else 0.0 for at, share in enumerate(shares)]
    kind = new.kind if new else classes[max(range(len(told)), key=told.__getitem__)]
    pattern = best_pattern(found, kind)
    return Trigger(
        first=token,
        end=token + 1,
        head=token,
        rule=pattern.rule if pattern else "model/trigger",
        kind=kind,
        weapon=pattern.weapon if pattern else None,
        sure=sure,
    )
