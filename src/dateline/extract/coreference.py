"""Who is meant again: short names, abbreviations, "the ministry", "he", "who"."""

from collections.abc import Iterator, Sequence

from dateline.extract.actor_draft import Draft
from dateline.extract.actor_pronouns import stand_in
from dateline.extract.parse import Parse
from dateline.knowledge.actors.folding import fold_name

_GROUP_WORDS = frozenset(
    "group movement militia organisation organization faction outfit insurgency network".split()
)
_SHORT_NAME = 7  # letters of the longest abbreviation
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def resolve(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """Link every mention to what it repeats, and add the pronouns that stand for one."""
    by_head = {draft.head: draft for draft in drafts}
    _join_appositions(parse, by_head)
    _join_names(parse, drafts)
    _follow_descriptions(parse, drafts)
    pronouns = list(stand_in(parse, drafts))
    for pronoun in pronouns:
        owned = by_head.get(parse.heads[pronoun.head])
        if parse.deps[pronoun.head] == "poss" and owned is not None and not owned.countries:
            owned.countries = pronoun.countries
    return sorted([*drafts, *pronouns], key=lambda draft: draft.head)


def _adopt(draft: Draft, source: Draft) -> None:
    """Take over what an earlier mention of the same party tells."""
    draft.whole = source
    draft.name = source.name
    draft.countries = draft.countries or source.countries
    draft.role = source.role
    draft.named = draft.named or source.named
    draft.key = draft.key or source.key
    draft.stateless = source.stateless


def _join_appositions(parse: Parse, by_head: dict[int, Draft]) -> None:
    """Let "Aya Haddad, the health minister" and "the health minister, Aya Haddad" share all."""
    for head, draft in by_head.items():
        if parse.deps[head] != "appos":
            continue
        other = _apposed(parse, head, by_head)
        if other is None or not draft.person or parse.words[draft.first - 1] == "(":
            continue
        name, office = (draft, other) if draft.named and not other.named else (other, draft)
        if name.named and not office.named and name.role == "CVL":
            name.role, name.office = office.role, office.office
            name.countries = name.countries or office.countries
        if name.named and not office.named:
            _adopt(office, name)


def _apposed(parse: Parse, head: int, by_head: dict[int, Draft]) -> Draft | None:
    """Find the person that an apposition speaks of: "the head of the police, Ana Lima"."""
    at = parse.heads[head]
    while at in by_head and not by_head[at].person and parse.deps[at] == "pobj":
        at = parse.heads[parse.heads[at]]
    other = by_head.get(at)
    return other if other is not None and other.person else None


def _join_names(parse: Parse, drafts: Sequence[Draft]) -> None:
    """Give all mentions of a named party its fullest name, and what any of them tells."""
    chains: dict[str, list[Draft]] = {}
    short = _abbreviations(parse, drafts)
    persons = _surnames(drafts)
    for draft in drafts:
        key = _chain_key(draft, short, persons)
        if key is not None:
            chains.setdefault(key, []).append(draft)
    for members in chains.values():
        if len(members) > 1:
            _share(members)


def _chain_key(draft: Draft, short: dict[str, str], persons: dict[str, str]) -> str | None:
    if not draft.named or draft.whole is not None or draft.state:
        return None
    if draft.name in short:
        return short[draft.name]
    last = _last_word(draft.name)
    if draft.person:
        return draft.key or persons.get(last, last)
    if last in persons and " " not in draft.name and draft.rule.startswith("name/"):
        return persons[last]
    if draft.nature in {"body", "name"}:
        return draft.key or fold_name(draft.name)
    return None


def _surnames(drafts: Sequence[Draft]) -> dict[str, str]:
    """Map the last word of each full personal name to its chain."""
    out: dict[str, str] = {}
    for draft in drafts:
        if draft.named and draft.person and (draft.key or " " in draft.name):
            last = _last_word(draft.name)
            out.setdefault(last, draft.key or last)
    return out


def _last_word(name: str) -> str:
    return fold_name(name).rsplit(" ", 1)[-1]


def _abbreviations(parse: Parse, drafts: Sequence[Draft]) -> dict[str, str]:
    """Map "RSF" in "Rapid Support Forces (RSF)" to the chain of the full name."""
    out: dict[str, str] = {}
    for draft in drafts:
        at = draft.head + 1
        if not draft.named or at + 2 >= len(parse) or parse.words[at] != "(":
            continue
        word = parse.words[at + 1]
        if parse.words[at + 2] == ")" and word.isupper() and 1 < len(word) <= _SHORT_NAME:
            out[word] = draft.key or fold_name(draft.name)
            out.setdefault(draft.name, out[word])
    return out


def _share(members: list[Draft]) -> None:
    fullest = max(members, key=lambda d: (len(d.name.split()), len(d.name), -d.head))
    telling = next((d for d in members if d.role not in {"UNK", "CVL"}), fullest)
    countries = next((d.countries for d in members if d.countries), ())
    for draft in members:
        draft.name = fullest.name
        draft.role = telling.role
        draft.countries = draft.countries or countries
        draft.office = draft.office or telling.office
        draft.nature = fullest.nature if draft.rule.startswith("name/") else draft.nature


def _follow_descriptions(parse: Parse, drafts: Sequence[Draft]) -> None:
    """Link "the council", "the minister", "the army" to the nearest earlier one that fits."""
    offices: dict[str, Draft] = {}
    words: dict[str, Draft] = {}
    group: Draft | None = None
    for draft in drafts:
        if draft.whole is None and not draft.named and draft.office:
            _describe(parse, draft, offices, words, group)
        if draft.named and draft.role in {"REB", "CRM"} and draft.nature == "body":
            group = draft
        _remember(draft, offices, words)


def _describe(
    parse: Parse,
    draft: Draft,
    offices: dict[str, Draft],
    words: dict[str, Draft],
    group: Draft | None,
) -> None:
    office = draft.office or ""
    earlier = offices.get(office)
    bare = _is_bare(parse, draft)
    if bare and draft.person and earlier is not None and earlier.named:
        _adopt(draft, earlier)
    elif bare and not draft.person and office in words:
        _adopt(draft, words[office])
    elif bare and group is not None and office in _GROUP_WORDS:
        _adopt(draft, group)
    elif earlier is not None and not draft.countries:
        draft.countries = earlier.countries
        if bare and draft.role == "UNK":
            draft.role = earlier.role


def _is_bare(parse: Parse, draft: Draft) -> bool:
    """Tell whether a mention is no more than an article and a noun: "the council"."""
    first = parse.lowers[draft.first]
    return draft.head == draft.first + 1 == draft.end - 1 and first in {"the", "this", "that"}


def _remember(draft: Draft, offices: dict[str, Draft], words: dict[str, Draft]) -> None:
    if draft.office and (draft.countries or draft.named):
        before = offices.get(draft.office)
        if before is None or draft.named or not before.named:
            offices[draft.office] = draft
    if draft.named and draft.nature == "body":
        for word in _lowered(draft.name):
            words[word] = draft


def _lowered(name: str) -> Iterator[str]:
    for word in fold_name(name).split(" "):
        yield word
        if word.endswith("s"):
            yield word[:-1]
