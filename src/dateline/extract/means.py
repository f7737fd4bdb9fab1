"""With what it was done: the weapon of a happening."""

from collections.abc import Iterator

from dateline.extract.frames import fillers
from dateline.extract.linear import load_model
from dateline.extract.mentions import Trigger, WeaponMention
from dateline.extract.reading import Reading
from dateline.knowledge.ontology import kinds

NO_WEAPON = "-"
_ARMED = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID", "COOPERATE"}
_STRIKES = ("airstrike", "drone-strike", "missile-strike", "shelling", "combined-strike", "bombing")
_MEANS = {"t", "s", "o", "m", "with"}
_WITH = ("with", "by", "from", "of", "in")


def find_weapon(reading: Reading, trigger: Trigger) -> WeaponMention | None:
    """Choose the weapon of one happening: a word that names it, or the trigger that means it."""
    if kinds()[trigger.kind].type not in _ARMED:
        return None
    weapon, _ = load_model("weapons").best(weapon_features(reading, trigger))
    told = {
        reading.weapon_at[token] for slot, token in _in_clause(reading, trigger) if slot in _MEANS
    }
    attack = kinds()[trigger.kind].type == "ASSAULT"
    if len(told) == 1 and weapon != "mixed" and (attack or weapon != NO_WEAPON):
        weapon = told.pop()  # what the clause names is surer than what it implies
    if weapon == NO_WEAPON:
        weapon = _implied(trigger.kind)
    if weapon == NO_WEAPON:
        return None
    head = next(
        (t for t in _named(reading, trigger) if reading.weapon_at[t] == weapon), trigger.head
    )
    rule = f"weapon/{weapon}" if head != trigger.head else trigger.rule
    return WeaponMention(first=head, end=head + 1, head=head, rule=rule, weapon=weapon)


def fitting_kind(reading: Reading, trigger: Trigger) -> str:
    """Return the kind that goes with the one means the clause tells: any strike by a drone is one.

    Only a strike or blast whose own kind does not know that weapon changes its kind.
    """
    own = kinds()[trigger.kind].weapons
    if trigger.kind not in _STRIKES:
        return trigger.kind
    told = {
        reading.weapon_at[token] for slot, token in _in_clause(reading, trigger) if slot in _MEANS
    }
    if len(told) != 1 or told & set(own):
        return trigger.kind
    weapon = told.pop()
    return next((name for name in _STRIKES if weapon in kinds()[name].weapons), trigger.kind)


def _implied(kind: str) -> str:
    """Return the weapon of a kind that knows one only: a drone strike is by a drone."""
    weapons = kinds()[kind].weapons
    return weapons[0] if len(weapons) == 1 else NO_WEAPON


def weapon_features(reading: Reading, trigger: Trigger) -> list[str]:
    """List what speaks for each weapon: the trigger, what its clause and its sentence name."""
    kind, lemma = trigger.kind, reading.parse.lemmas[trigger.head]
    out = [
        f"kind={kind}",
        f"lemma={lemma}",
        f"meant={trigger.weapon}",
        f"meant+kind={trigger.weapon}+{kind}",
    ]
    named = list(_named(reading, trigger))
    for slot, token in _in_clause(reading, trigger):
        weapon = reading.weapon_at[token]
        out += [f"clause={weapon}", f"clause+slot={weapon}+{slot}", f"clause+kind={weapon}+{kind}"]
        out.append(f"word={reading.parse.lemmas[token]}")
    for token in named:
        weapon = reading.weapon_at[token]
        out += [f"sentence={weapon}", f"sentence+kind={weapon}+{kind}"]
    weapons = {reading.weapon_at[t] for t in named}
    out.append(f"several={min(3, len(weapons))}+{kind}")
    first, end = reading.sentence(trigger.head)
    out += [
        f"b={reading.parse.lemmas[i]}"
        for i in range(first, end)
        if reading.parse.tags[i][:2] in {"NN", "VB"}
    ]
    return out


def _named(reading: Reading, trigger: Trigger) -> Iterator[int]:
    """Yield the tokens that name a weapon, those of the clause first."""
    seen = set()
    for _, token in _in_clause(reading, trigger):
        seen.add(token)
        yield token
    first, end = reading.sentence(trigger.head)
    yield from (t for t in range(first, end) if t in reading.weapon_at and t not in seen)


def _in_clause(reading: Reading, trigger: Trigger) -> Iterator[tuple[str, int]]:
    parse, frame = reading.parse, reading.frames.of(trigger.head)
    slots = [("t", [trigger.head]), ("s", frame.subjects + frame.agents), ("o", frame.objects)]
    slots += [("m", frame.modifiers), *((name, frame.preps.get(name, [])) for name in _WITH)]
    for slot, tokens in slots:
        for head in tokens:
            for token in fillers(parse, head):
                parts = [
                    token,
                    *(c for c in parse.children[token] if parse.deps[c] in {"compound", "amod"}),
                ]
                yield from ((slot, part) for part in parts if part in reading.weapon_at)
