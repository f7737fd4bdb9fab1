"""The same happening told again: triggers of one report that belong to one event."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.arguments import Arguments
from dateline.extract.happenings import DAMAGE, RESULTS
from dateline.extract.linear import load_model
from dateline.extract.mentions import Trigger
from dateline.extract.reading import Reading
from dateline.knowledge.ontology import kinds
from dateline.records import BlockKind

_SURE = 0.5
_SURE_OF_A_REPEAT = 0.25
_SURE_ACROSS_TYPES = 0.7  # another type is rather another happening
_SURE_OF_A_RESULT = 0.15  # the codebook's: what an attack did is told of it, not beside it
_NEAR = 2  # sentences
_ANAPHORS = {"the", "this", "that", "these", "those", "such", "both"}
_NEW = {"another", "a", "an", "second", "third", "other", "separate", "earlier", "later", "new"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One trigger with its arguments and factuality: one telling of a happening."""

    trigger: Trigger
    arguments: Arguments
    factuality: str


def merge(reading: Reading, tellings: list[Telling]) -> list[list[Telling]]:
    """Group the tellings of the same happening, in the order in which each is first told."""
    model = load_model("merging")
    yes = model.classes.index("yes")
    groups: list[list[Telling]] = []
    for telling in tellings:
        ranked = []
        for at, group in enumerate(groups):
            told = [one for one in group if not _in_headline(reading, one.trigger)] or group
            ends = dict.fromkeys((told[0], told[-1]))  # the first and the latest telling
            near = [one for one in ends if _may_be_one(reading, one, telling)]
            shares = [
                model.probabilities(merge_features(reading, one, telling))[yes] for one in near
            ]
            ranked.append((max(shares, default=0.0), at))
        best = max(ranked, default=(0.0, -1))
        if ranked and best[0] > _needed(reading, groups[best[1]], telling):
            groups[best[1]].append(telling)
        else:
            groups.append([telling])
    return [_ordered(reading, group) for group in groups]


def _ordered(reading: Reading, group: list[Telling]) -> list[Telling]:
    """Put headlines, results, and nouns under a verb of the same happening behind; else keep."""
    parse = reading.parse
    verbs = {one.trigger.head for one in group}

    def weakness(one: Telling) -> tuple[bool, bool, bool]:
        head = one.trigger.head
        under = parse.heads[head] in verbs - {head} and parse.tags[head].startswith("NN")
        return _in_headline(reading, one.trigger), parse.lemmas[head] in RESULTS, under

    return sorted(group, key=weakness)


def _may_be_one(reading: Reading, left: Telling, right: Telling) -> bool:
    """Leave out what hardly ever is one: another type, sentences apart."""
    sent_of = reading.parse.sent_of
    far = sent_of[right.trigger.head] - sent_of[left.trigger.head]
    return far <= _NEAR or kinds()[left.trigger.kind].type == kinds()[right.trigger.kind].type


def _needed(reading: Reading, group: list[Telling], right: Telling) -> float:
    """Tell how sure a merger must be: headlines and captions tell the story again."""
    if _is_outcome(reading, group, right) or _is_outcome(reading, [right], *group):
        return _SURE_OF_A_RESULT
    if kinds()[group[0].trigger.kind].type != kinds()[right.trigger.kind].type:
        return _SURE_ACROSS_TYPES
    alone = all(_in_headline(reading, one.trigger) for one in group)
    repeats = alone or _in_headline(reading, right.trigger)
    return _SURE_OF_A_REPEAT if repeats else _SURE


def _is_outcome(reading: Reading, results: list[Telling], *attack: Telling) -> bool:
    """Tell whether one side tells what came of the attack that the other tells close by."""
    if not all(_is_result(reading, one) for one in results) or _is_result(reading, attack[0]):
        return False
    sent_of = reading.parse.sent_of
    near = (
        abs(sent_of[one.trigger.head] - sent_of[other.trigger.head]) <= 1
        for one in results
        for other in attack
    )
    return kinds()[attack[0].trigger.kind].type == "ASSAULT" and any(near)


def _is_result(reading: Reading, telling: Telling) -> bool:
    """Tell whether a telling only says who was killed or what was ruined."""
    kind, lemma = telling.trigger.kind, reading.parse.lemmas[telling.trigger.head]
    if kind == "looting-or-destruction":
        return lemma in DAMAGE and not telling.arguments.actors
    return kind in ("armed-attack", "execution") and lemma in RESULTS


def merge_features(reading: Reading, left: Telling, right: Telling) -> list[str]:
    """List what speaks for two tellings being of one happening; ``left`` stands first."""
    a, b = left.trigger, right.trigger
    parse = reading.parse
    same_kind, same_type = a.kind == b.kind, kinds()[a.kind].type == kinds()[b.kind].type
    alike = "kind" if same_kind else "type" if same_type else "none"
    far = min(5, parse.sent_of[b.head] - parse.sent_of[a.head])
    out = [f"alike={alike}", f"far={far}", f"alike+far={alike}+{far}"]
    out += [f"kinds={a.kind}+{b.kind}", f"alike+kind={alike}+{b.kind}"]
    out += [f"lemma={parse.lemmas[a.head] == parse.lemmas[b.head]}+{alike}"]
    out += [f"tags={parse.tags[a.head][:2]}+{parse.tags[b.head][:2]}+{alike}"]
    out += [f"{name}+{alike}" for name in _determined(reading, b.head)]
    out += [f"{name}+{alike}" for name in _agreement(left, right)]
    out += list(_agreement(left, right))
    out.append(f"headline={_in_headline(reading, a)}+{_in_headline(reading, b)}+{alike}")
    out.append(f"factuality={left.factuality == right.factuality}+{alike}")
    results = f"{parse.lemmas[a.head] in RESULTS}+{parse.lemmas[b.head] in RESULTS}"
    out += [f"result={results}", f"result+far={results}+{far}", f"result+alike={results}+{alike}"]
    out += [f"result+{name}+{results}" for name in _agreement(left, right)]
    if far == 0:
        out += [f"joined={name}" for name in _joined(reading, a.head, b.head)]
    return out


def _determined(reading: Reading, token: int) -> Iterator[str]:
    parse = reading.parse
    if parse.tags[token].startswith("VB"):
        yield "verb"
    words = {
        parse.lowers[c] for c in parse.children[token] if parse.deps[c] in {"det", "amod", "poss"}
    }
    if words & _NEW:
        yield "new"
    elif words & _ANAPHORS:
        yield "anaphor"
    else:
        yield "bare"


def _agreement(left: Telling, right: Telling) -> Iterator[str]:
    one, two = left.arguments, right.arguments
    for name in ("actors", "targets"):
        mine = {m.party.name for m in getattr(one, name)}
        other = {m.party.name for m in getattr(two, name)}
        yield f"{name}={_compare(mine, other)}"
    places = [{a.place.place.name} if a.place else set() for a in (one, two)]
    yield f"place={_compare(*places)}"
    days = [{a.time.when.start} if a.time else set() for a in (one, two)]
    yield f"date={_compare(*days)}"


def _compare(one: set, two: set) -> str:  # type: ignore[type-arg]
    if one and two:
        return "same" if one & two else "differ"
    return "one" if one or two else "neither"


def _in_headline(reading: Reading, trigger: Trigger) -> bool:
    return reading.block_at[trigger.head] in {BlockKind.HEADLINE, BlockKind.CAPTION}


def _joined(reading: Reading, a: int, b: int) -> Iterator[str]:
    parse = reading.parse
    above = list(parse.ancestors(b))
    if a in above:
        yield f"down:{parse.deps[b]}"
        yield f"down:{parse.deps[b]}+{parse.lemmas[a]}"
    elif b in list(parse.ancestors(a)):
        yield f"up:{parse.deps[a]}"
        yield f"up:{parse.deps[a]}+{parse.lemmas[b]}"
    elif parse.deps[b] == "conj" or parse.deps[a] == "conj":
        yield "conj"
    else:
        yield "apart"
