"""Which deeds are the news of a report: signs that they are told as such."""

from collections.abc import Iterable, Iterator

from benchmarks.quality.deed_words import load_deeds
from benchmarks.quality.deeds import Deed
from benchmarks.quality.phrases import Phrases
from benchmarks.quality.points import load_points
from benchmarks.quality.template_settings import is_told_of_day
from dateline.extract.reading import Reading

_LONG = 700  # tokens
_OFTEN, _TWICE, _MANY = 4, 2, 8
_WAR = 5  # words of battle
_OURS = 4  # words of the first person
_UP = 3  # heads above a deed
_ASIDE = frozenset({"relcl", "acl", "advcl", "pobj", "pcomp"})
_PRESENT = frozenset({"VBP", "VBZ", "VBG"})


def are_news(signs: Iterable[str]) -> bool:
    """Tell whether the deeds of one type make a template."""
    return load_points()["incident"].takes(signs)


def signs_of(
    reading: Reading, phrases: Phrases, name: str, groups: dict[str, list[Deed]]
) -> Iterator[str]:
    """Yield what speaks for and against the deeds of one type being the news."""
    deeds = groups[name]
    yield name
    if len(groups) > 1:
        yield "crowded"
    yield from _of_report(reading)
    yield from _of_place(reading, deeds)
    yield from _of_telling(reading, phrases, deeds)
    yield from _of_people(phrases, deeds)


def _of_report(reading: Reading) -> Iterator[str]:
    words, parse = load_deeds(), reading.parse
    battle = sum(lemma in words.battle for lemma in parse.lemmas)
    if battle:
        yield "fighting"
    if battle >= _WAR:
        yield "war"
    if len(parse) > _LONG:
        yield "long"
    if sum(word in words.ours for word in parse.lowers) >= _OURS:
        yield "ours"


def _of_place(reading: Reading, deeds: list[Deed]) -> Iterator[str]:
    """Say where in the report the deeds are told, and how often."""
    told = {reading.parse.sent_of[deed.trigger.head] for deed in deeds}
    yield from {0: ("first",), 1: ("second",)}.get(min(told), ())
    if len(deeds) == 1:
        yield "once"
    if len(told) >= _TWICE:
        yield "twice"
    if len(told) >= _OFTEN:
        yield "often"
    if len(deeds) >= _MANY:
        yield "many"


def _of_telling(reading: Reading, phrases: Phrases, deeds: list[Deed]) -> Iterator[str]:
    tags = {reading.parse.tags[deed.trigger.head] for deed in deeds}
    if any(is_told_of_day(reading, deed) for deed in deeds):
        yield "day"
    if all(_is_aside(reading, deed) for deed in deeds):
        yield "aside"
    if all(is_general(phrases, deed) for deed in deeds):
        yield "general"
    if tags & _PRESENT:
        yield "present"
    if all(deed.trigger.head in reading.quoted for deed in deeds):
        yield "quoted"


def _is_aside(reading: Reading, deed: Deed) -> bool:
    """Tell whether a deed is told only beside something else: "since the murder of ..."."""
    parse, token = reading.parse, deed.trigger.head
    return any(parse.deps[t] in _ASIDE for t in (token, *list(parse.ancestors(token))[:_UP]))


def is_general(phrases: Phrases, deed: Deed) -> bool:
    """Tell whether a deed befalls nobody in particular: "they murder peasants"."""
    parse = phrases.parse
    return not any(
        phrases.name(token)
        or parse.tags[token] in {"NN", "NNP"}
        or any(parse.tags[child] in {"CD", "DT"} for child in parse.children[token])
        for token in (*deed.people, *deed.things)
    )


def _of_people(phrases: Phrases, deeds: list[Deed]) -> Iterator[str]:
    people = [token for deed in deeds for token in deed.people]
    named = [token for token in people if phrases.name(token)]
    roles = {phrases.role_of(token) for token in people if token not in named}
    if named:
        yield "named"
    if roles - {"REB", "MIL"}:
        yield "civil"
    elif roles and not named:
        yield "soldiers"
    if any(deed.things for deed in deeds):
        yield "thing"
    elif not people:
        yield "nothing"
    if any(phrases.role_of(token) != "GOV" for deed in deeds for token in deed.doers):
        yield "doer"
