"""Did it happen, or is it denied, planned, or hanging on an if."""

from collections.abc import Iterator

from dateline.extract.frames import Frame
from dateline.extract.linear import load_model
from dateline.extract.mentions import Trigger
from dateline.extract.reading import Reading
from dateline.knowledge.ontology import kinds

_STEPS_UP = 3
_CONDITIONS = {"if", "unless", "should", "provided", "until", "were", "once"}
_CALL_OFF = {"cancel", "scrap", "abort", "foil", "thwart"}
_MODALS = {
    "may": {"may", "might", "could", "can"},
    "will": {"will", "'ll", "wo", "shall", "to"},
    "would": {"would", "should", "'d"},
}
_NEGATIONS = {"no", "not", "n't", "never", "neither", "nor", "none", "nobody", "without", "false"}


def find_factuality(reading: Reading, trigger: Trigger) -> str:
    """Choose the factuality of one happening."""
    found, _ = load_model("factuality").best(factuality_features(reading, trigger))
    return "denied" if found == "occurred" and _is_negated(reading, trigger.head) else found


def _is_negated(reading: Reading, token: int) -> bool:
    """Tell whether the clause itself says that it did not happen, or was called off."""
    parse = reading.parse
    support = reading.frames.of(token).support
    for head in (token, support):
        if head is not None and any(_negates(reading, child) for child in parse.children[head]):
            return True
    above = parse.heads[token]
    called_off = parse.lemmas[above] in _CALL_OFF and parse.deps[token] in {"nsubjpass", "dobj"}
    absent = any(parse.lowers[child] == "no" for child in parse.children[token])
    return called_off or absent


def _negates(reading: Reading, child: int) -> bool:
    parse = reading.parse
    only = child + 1 < len(parse) and parse.lowers[child + 1] in {"only", "just", "least"}
    return parse.deps[child] == "neg" and not only


def factuality_features(reading: Reading, trigger: Trigger) -> list[str]:
    """List what speaks for each factuality: helping verbs, negations, conditions, what governs."""
    parse, token = reading.parse, trigger.head
    frame = reading.frames.of(token)
    kind = trigger.kind
    out = [f"kind={kind}", f"type={kinds()[kind].type}", f"tag={parse.tags[token]}"]
    out += [f"own:{name}" for name in _signs(reading, token)]
    out += _mood(reading, token)
    if frame.support is not None:
        out += [f"own:{name}" for name in _signs(reading, frame.support)]
    out += _upwards(reading, token)
    out += _claimed(reading, token)
    out += _slots(reading, frame)
    first, end = reading.sentence(token)
    words = set(parse.lowers[first:end])
    out += [
        f"sent={w}"
        for w in sorted(words & (_CONDITIONS | _NEGATIONS | {"will", "would", "could", "may"}))
    ]
    if token in reading.quoted:
        out.append("quoted")
    out += [f"block={reading.block_at[token]}", f"lemma={parse.lemmas[token]}"]
    return out


def _mood(reading: Reading, token: int) -> Iterator[str]:
    """Tell whether the clause, or one above it, speaks of what may, will or would be, and if."""
    parse = reading.parse
    chain = [token, *list(parse.ancestors(token))[:_STEPS_UP]]
    words = {parse.lowers[c] for t in chain for c in parse.children[t] if parse.deps[c] == "aux"}
    first, end = reading.sentence(token)
    condition = any(
        parse.lowers[i] in _CONDITIONS and parse.tags[i] in {"IN", "MD", "VBD"}
        for i in range(first, end)
    )
    for name, modals in _MODALS.items():
        if words & modals:
            yield f"mood={name}"
            yield f"mood+if={name}+{condition}"
    yield f"if={condition}"


def _signs(reading: Reading, token: int) -> Iterator[str]:
    parse = reading.parse
    yield f"tag={parse.tags[token]}"
    yield f"dep={parse.deps[token]}"
    for child in parse.children[token]:
        dep, word = parse.deps[child], parse.lowers[child]
        if dep in {"aux", "auxpass", "neg", "mark", "det", "advmod", "prt"}:
            yield f"{dep}={word}"
        elif dep == "advcl":
            yield from (
                f"advcl:{parse.lowers[g]}" for g in parse.children[child] if parse.deps[g] == "mark"
            )
        elif dep == "amod":
            yield f"amod={parse.lemmas[child]}"


def _upwards(reading: Reading, token: int) -> Iterator[str]:
    parse = reading.parse
    below = token
    for step, above in enumerate(parse.ancestors(token), start=1):
        if step > _STEPS_UP:
            return
        yield f"up{step}={parse.lemmas[above]}"
        yield f"up={parse.lemmas[above]}/{parse.deps[below]}"
        yield from (f"up{step}:{name}" for name in _signs(reading, above) if "=" in name)
        below = above


def _claimed(reading: Reading, token: int) -> Iterator[str]:
    for claim in reading.claims:
        if claim.first <= token < claim.end:
            yield f"stance={claim.stance}"
            if claim.cue is not None:
                yield f"cue={reading.parse.lemmas[claim.cue]}"


def _slots(reading: Reading, frame: Frame) -> Iterator[str]:
    parse = reading.parse
    for token in frame.subjects:
        for child in parse.children[token]:
            if parse.deps[child] in {"det", "neg"}:
                yield f"s:{parse.lowers[child]}"
        if parse.lowers[token] in _NEGATIONS:
            yield "s:none"
    for token in frame.clauses:
        yield f"clause={parse.lemmas[token]}"
