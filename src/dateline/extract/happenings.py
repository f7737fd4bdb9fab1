"""Which words tell of a happening, and of which kind: patterns propose, the model decides."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.features import WordFeatures, best_pattern
from dateline.extract.linear import LinearModel, load_model
from dateline.extract.mentions import Trigger
from dateline.extract.reading import Reading
from dateline.extract.triggers import PatternMatcher
from dateline.knowledge.ontology import patterns

NOTHING = "-"
# Of all the thresholds tried by cross-validation on the training reports, the best F1.
THRESHOLD = 0.4
_AUXILIARIES = {"be", "have", "do", "will", "can", "may", "must", "shall", "would", "could", "should", "might"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How sure the model must be that a word tells of a happening."""

    threshold: float = THRESHOLD


# Verbs that only say that something goes on or is meant: what they govern is what happens.
_ASPECTS = {
    "continue", "begin", "start", "keep", "resume", "complete", "finish", "try", "attempt", "manage",
    "plan", "use", "prepare", "intend", "want", "seek", "go", "come", "help",
}  # fmt: skip
# Verbs that tell what came of a happening, and tell it alone only where nothing else does.
RESULTS = {
    "kill", "wound", "injure", "die", "hurt", "maim", "perish", "dead", "damage", "death", "injury",
    "casualty", "succumb", "lose", "cost", "claim", "toll",
}  # fmt: skip


def find_triggers(reading: Reading, options: Options = Options()) -> list[Trigger]:  # noqa: B008
    """Find the words that name a happening, in the order of the text."""
    matcher = PatternMatcher(reading)
    features = WordFeatures(reading, matcher)
    found = (judge(matcher, features.of(i), i, options) for i in candidates(reading))
    return [trigger for trigger in found if trigger]


def candidates(reading: Reading) -> Iterator[int]:
    """Yield the words that could name a happening: full verbs, nouns, and what a pattern knows."""
    parse, known = reading.parse, patterns()
    for token, tag in enumerate(parse.tags):
        if not parse.words[token][0].isalpha():
            continue
        lemma, dep = parse.lemmas[token], parse.deps[token]
        if tag.startswith("VB"):
            empty = lemma in _AUXILIARIES or (lemma in _ASPECTS and _governs(reading, token))
            if dep not in {"aux", "auxpass"} and not empty:
                yield token
        elif tag.startswith("NN"):
            if dep != "compound" and (lemma in known or not tag.startswith("NNP")):
                yield token
        elif tag.startswith("JJ") and lemma in known:
            yield token


def _governs(reading: Reading, verb: int) -> bool:
    """Tell whether a verb has a clause, or an object that a pattern knows, to say what happens."""
    parse, known = reading.parse, patterns()
    children = parse.children[verb]
    return any(
        parse.deps[c] == "xcomp" or (parse.deps[c] == "dobj" and parse.lemmas[c] in known)
        for c in children
    )


def judge(
    matcher: PatternMatcher, features: list[str], token: int, options: Options = Options()  # noqa: B008
) -> Trigger | None:
    """Decide whether a word tells of a happening, and of which kind."""
    model = load_model("triggers")
    shares = model.probabilities(features)
    nothing = model.classes.index(NOTHING)
    sure = 1 - float(shares[nothing])
    found = matcher.matches.get(token, ())
    new = next((p for p in found if p.kind not in model.classes), None)  # a kind added since training
    if new is None and sure <= options.threshold:
        return None
    shares[nothing] = 0
    kind = new.kind if new else model.classes[int(shares.argmax())]
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
