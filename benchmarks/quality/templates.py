"""Incident templates out of deeds: one of each type, with the phrases that fill its slots."""

from collections.abc import Iterable, Iterator

from benchmarks.quality.corpus import Row
from benchmarks.quality.deed_words import load_deeds
from benchmarks.quality.deeds import HARM, Deed, find_deeds
from benchmarks.quality.phrases import Phrases
from benchmarks.quality.template_settings import day_of, is_old, place_of
from dateline.extract.factuality import find_factuality
from dateline.extract.reading import Reading

_TYPES = {
    "armed-attack": "attack",
    "execution": "attack",
    "mob-violence": "attack",
    "bombing": "bombing",
    "suicide-bombing": "bombing",
    "abduction": "kidnapping",
    "looting-or-destruction": "arson",
}
_HOSTS = ("bombing", "attack", "arson")  # what harm belongs to, where no deed is told with it
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {word: str(number) for number, word in enumerate(_UNITS)}
_ACTING = frozenset({"REB", "CRM", "UNK", "MIL"})


def templates_of(reading: Reading, place: str | None) -> Row:
    """Fill the templates of one dispatch that was sent from a place."""
    phrases = Phrases(reading)
    groups: dict[str, list[Deed]] = {}
    for deed in find_deeds(reading, frozenset(_TYPES)):
        name = _type_of(reading, deed)
        if _counts(reading, phrases, deed, name):
            groups.setdefault(name, []).append(deed)
    _host(groups)
    found = [
        {
            "type": name,
            "stage": "accomplished",
            "date": day_of(reading, deeds),
            "location": place_of(reading, deeds, place),
            **_fills(reading, phrases, name, deeds),
        }
        for name, deeds in groups.items()
    ]
    return {"incidents": found, "roles": _roles(found), "roles_full": _roles(found, full=True)}


def _type_of(reading: Reading, deed: Deed) -> str:
    if deed.trigger.rule == HARM:
        return ""
    name, lemma = _TYPES[deed.trigger.kind], reading.parse.lemmas[deed.trigger.head]
    if name != "arson":
        return name
    return (
        "arson" if lemma in load_deeds().burns else "robbery" if lemma in load_deeds().robs else ""
    )


def _counts(reading: Reading, phrases: Phrases, deed: Deed, name: str) -> bool:
    """Leave out what armed sides do to each other, what is not told as fact, and bare words."""
    if find_factuality(reading, deed.trigger) != "occurred" or is_old(reading, deed):
        return False
    told = bool(deed.people or deed.things)
    if reading.parse.tags[deed.trigger.head] == "NNS" and not told:
        return False
    roles = [phrases.role_of(t) for t in deed.people if phrases.name(t) is None]
    if roles and all(role == "REB" for role in roles) and not deed.things:
        return False
    return told or bool(deed.doers) or name == "bombing"


def _host(groups: dict[str, list[Deed]]) -> None:
    """Give harm to the deed it came of, and attacks that hit nobody to the bombing."""
    loose = groups.pop("", [])
    host = next((name for name in _HOSTS if name in groups), None)
    if host:
        groups[host] += loose
    attacks = groups.get("attack", [])
    if attacks and "bombing" in groups and not any(deed.people for deed in attacks):
        groups["bombing"] += groups.pop("attack")


def _fills(reading: Reading, phrases: Phrases, name: str, deeds: list[Deed]) -> Row:
    doers = list(dict.fromkeys(t for deed in deeds for t in deed.doers))
    things = list(dict.fromkeys(t for deed in deeds for t in deed.things))
    means = list(dict.fromkeys(t for deed in deeds for t in deed.means))
    effect = {"effect": "some damage"} if name in {"bombing", "arson"} else {}
    people = [t for t in doers if phrases.sort_of(t) == "person" and _may_act(phrases, t)]
    return {
        "instruments": _strings(phrases, _means(phrases, means, name)),
        "perp_individuals": _doers(phrases, people),
        "perp_orgs": _bodies(reading, phrases, deeds, doers),
        "phys_targets": [{"strings": [s]} | effect for s in _things(phrases, things)],
        "hum_targets": _humans(reading, phrases, deeds, name),
    }


def _may_act(phrases: Phrases, token: int) -> bool:
    """Tell whether a phrase can be who did it: armed, unknown, or anybody told of as such."""
    anybody = phrases.parse.lemmas[token] in load_deeds().anybody
    return anybody or phrases.role_of(token) in _ACTING


def _doers(phrases: Phrases, heads: list[int]) -> list[list[str]]:
    """Give each doer once; rebels under several words are the same ones."""
    out: dict[str, list[str]] = {}
    for token in heads:
        rebel = phrases.role_of(token) == "REB"
        key = "REB" if rebel else phrases.parse.lemmas[token]
        out.setdefault(key, [phrases.doer(token)])
    return list(out.values())


def _bodies(
    reading: Reading, phrases: Phrases, deeds: list[Deed], doers: list[int]
) -> list[list[str]]:
    """Give each body once, an abbreviation with its name as one."""
    sentences = [reading.sentence(deed.trigger.head) for deed in deeds]
    near = [reading.parse.words_of(*s) for span in sentences for s in phrases.parties(*span)]
    names = [*near, *(b for t in doers for b in phrases.bodies(t)), *_claiming(reading, phrases)]
    out: dict[str, list[str]] = {}
    for name in names:
        short = name if name.isupper() else "".join(w[0] for w in name.split() if w[0].isupper())
        out.setdefault(short.upper(), [name])
    own = [t for t in doers if phrases.sort_of(t) == "body"]
    return list(out.values()) or _strings(phrases, own)


def _claiming(reading: Reading, phrases: Phrases) -> Iterator[str]:
    """Yield the bodies that claim a deed or are blamed for it anywhere in the text."""
    parse, words = reading.parse, load_deeds()
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in words.blamed:
            continue
        _, end = reading.sentence(i)
        if lemma == "claim" and not words.credit.isdisjoint(parse.lemmas[i:end]):
            for subject in reading.frames.of(i).subjects:
                body = phrases.sort_of(subject) == "body" or parse.words[subject].isupper()
                yield from ([phrases.words(subject)] if body else phrases.bodies(subject))
        yield from (parse.words_of(*span) for span in phrases.parties(i, end))


def _means(phrases: Phrases, heads: list[int], name: str) -> list[int]:
    if name not in {"bombing", "attack"}:
        return []
    vague, lemmas = load_deeds().vague, phrases.parse.lemmas
    return [t for t in heads if name == "bombing" or lemmas[t] not in vague]


def _strings(phrases: Phrases, heads: Iterable[int]) -> list[list[str]]:
    """Give each noun once, as it is first written."""
    out: dict[str, list[str]] = {}
    for token in heads:
        out.setdefault(phrases.parse.lemmas[token], [phrases.words(token)])
    return list(out.values())


def _things(phrases: Phrases, heads: Iterable[int]) -> list[str]:
    out: dict[str, str] = {}
    for token in heads:
        out.setdefault(phrases.parse.lemmas[token], phrases.thing(token))
    return list(out.values())


def _humans(reading: Reading, phrases: Phrases, deeds: list[Deed], name: str) -> list[Row]:
    out: dict[str, Row] = {}
    for deed in deeds:
        effect = "" if name == "kidnapping" else _effect(reading, deed)
        for token in deed.people:
            if phrases.role_of(token) == "REB":
                continue
            row = _human(reading, phrases, token)
            key = " ".join(row.get("names") or row.get("descriptions") or ()).lower()
            same = next((k for k in out if key and (key in k or k in key)), key)
            held = out.setdefault(same, row)
            if effect and "effect" not in held:
                held["effect"] = effect
    return list(out.values())


def _human(reading: Reading, phrases: Phrases, token: int) -> Row:
    named, described = phrases.name(token), phrases.description(token)
    number = _number(reading, token)
    row: Row = {"number": number} if number else {}
    if named:
        row["names"] = [named]
    if described:
        row["descriptions"] = [described]
    return row


def _effect(reading: Reading, deed: Deed) -> str:
    lemma = reading.parse.lemmas[deed.trigger.head]
    return (
        "injury" if lemma in load_deeds().wounds else "death" if lemma in load_deeds().kills else ""
    )


def _number(reading: Reading, token: int) -> str | None:
    parse = reading.parse
    counts = (parse.lowers[c] for c in parse.children[token] if parse.deps[c] == "nummod")
    word = next(counts, None)
    if word:
        return word if word.isdigit() else _NUMBERS.get(word)
    return "1" if parse.tags[token] in {"NN", "NNP"} else None


def _roles(found: Iterable[Row], *, full: bool = False) -> Row:
    out: Row = {name: [] for name in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
    for one in found:
        out["PerpInd"] += one["perp_individuals"]
        out["PerpOrg"] += one["perp_orgs"]
        out["Weapon"] += one["instruments"]
        out["Target"] += [target["strings"] for target in one["phys_targets"]]
        for human in one["hum_targets"]:
            names = [*human.get("names", ()), *(human.get("descriptions", ()) if full else ())]
            out["Victim"] += [names] if names else []
    return {name: list({tuple(e): e for e in entities}.values()) for name, entities in out.items()}
