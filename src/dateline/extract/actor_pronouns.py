"""Pronouns: the nearest earlier mention of fitting kind and number, subjects first."""

from collections.abc import Iterator, Sequence

from dateline.extract.actor_draft import Draft
from dateline.extract.parse import Parse
from dateline.knowledge.actors import word_list

_ONE = frozenset("he she him her his hers himself herself".split())
_MANY = frozenset("they them their theirs themselves".split())
_THING = frozenset({"it", "its", "itself"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACH = 3  # sentences back that a pronoun may point
_TAGS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})
_IDLE = frozenset({"seem", "appear", "rain", "take", "matter", "turn", "happen"})


def stand_in(parse: Parse, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Draft each pronoun that points to an earlier mention."""
    by_head = {draft.head: draft for draft in drafts}
    seen: list[Draft] = []
    waiting = list(reversed(drafts))
    for i, tag in enumerate(parse.tags):
        while waiting and waiting[-1].head < i:
            seen.append(waiting.pop())
        if tag not in _TAGS:
            if i in by_head and by_head[i].rule == "count":
                _fill_count(parse, i, by_head[i], seen)
            continue
        source = _source(parse, i, by_head, seen)
        if source is not None:
            draft = _pronoun(i, source)
            by_head[i] = draft
            seen.append(draft)
            yield draft


def _pronoun(i: int, source: Draft) -> Draft:
    whole = source.whole if source.rule == "pronoun" and source.whole is not None else source
    return Draft(
        i, i + 1, i, "pronoun", whole.name, whole.role, whole.nature, whole.countries,
        named=whole.named, plural=whole.plural, state=whole.state, key=whole.key,
        office=whole.office, whole=whole, stateless=whole.stateless,
    )  # fmt: skip


def _source(parse: Parse, i: int, by_head: dict[int, Draft], seen: Sequence[Draft]) -> Draft | None:
    lower = parse.lowers[i]
    if lower in word_list("speaker"):
        return _speaker(parse, i, by_head)
    if lower in _RELATIVE:
        return _relative(parse, i, by_head)
    if lower in _THING and _is_idle(parse, i):
        return None
    if lower in _ONE or lower in _MANY or lower in _THING:
        return _nearest(parse, i, seen)
    return None


def _fill_count(parse: Parse, i: int, draft: Draft, seen: Sequence[Draft]) -> None:
    """Read "nine were freed" as nine of the people counted before."""
    here = parse.sent_of[i]
    for earlier in reversed(seen):
        if here - parse.sent_of[earlier.head] > 1:
            return
        if earlier.plural and earlier.rule != "count" and earlier.nature in {"person", "people"}:
            draft.role, draft.countries, draft.whole = earlier.role, earlier.countries, earlier
            draft.name = earlier.name if draft.plural else draft.name
            return


def _relative(parse: Parse, i: int, by_head: dict[int, Draft]) -> Draft | None:
    """Find the noun that a relative clause hangs by."""
    for up in parse.ancestors(i):
        if parse.deps[up] == "relcl":
            return by_head.get(parse.heads[up])
    return None


def _speaker(parse: Parse, i: int, by_head: dict[int, Draft]) -> Draft | None:
    """Find who says the words that "we" stands in: the subject of a verb above, outside."""
    for up in parse.ancestors(i):
        if parse.deps[up] not in {"ccomp", "parataxis"}:
            continue
        verb = parse.heads[up]
        subject = parse.child(verb, "nsubj")
        if subject is not None and subject in by_head:
            return by_head[subject]
    return None


def _is_idle(parse: Parse, i: int) -> bool:
    """Tell whether "it" points to nothing: "it seems", "it was clear that"."""
    verb = parse.heads[i]
    if parse.lemmas[verb] in _IDLE:
        return True
    if parse.lemmas[verb] != "be":
        return False
    deps = {parse.deps[c] for c in parse.children[verb]}
    return bool(deps & {"ccomp", "xcomp", "advcl"}) and bool(deps & {"acomp", "attr"})


def _nearest(parse: Parse, i: int, seen: Sequence[Draft]) -> Draft | None:
    here = parse.sent_of[i]
    best, best_score = None, 0.0
    for draft in reversed(seen):
        back = here - parse.sent_of[draft.head]
        if back > _REACH:
            break
        if _fits(parse.lowers[i], draft) and not _bound(parse, i, draft.head):
            score = _score(parse, draft, back)
            if score > best_score:
                best, best_score = draft, score
    return best


def _score(parse: Parse, draft: Draft, back: int) -> float:
    score = 5.0 - back
    if parse.deps[draft.head] in _SUBJECTS:
        score += 1.2
    if draft.rule == "pronoun":
        score += 0.4
    if draft.named:
        score += 0.3
    if parse.deps[draft.head] in {"compound", "amod", "poss", "nmod"}:
        score -= 1.0
    return score


def _fits(lower: str, draft: Draft) -> bool:
    if lower in _ONE:
        return draft.person
    if lower in _MANY:
        return draft.plural or (draft.nature in {"people", "body"} and draft.role != "GOV")
    if draft.nature == "people":
        return draft.role != "CVL"
    return not draft.plural and draft.nature in {"body", "state", "area"}


def _bound(parse: Parse, i: int, other: int) -> bool:
    """Tell whether the grammar keeps both apart: subject and object of one verb are two."""
    if parse.tags[i] == "PRP$" or parse.lowers[i].endswith(("self", "selves")):
        return False
    verb = parse.heads[i]
    return parse.heads[other] == verb and parse.deps[other] != "conj"
