"""Find the parties of a report: who acts, who is acted on, who speaks.

    actors = find_actors(parse, places)
    actor_at(actors, token)      ->  the mention with that head, else the shortest around it

Every noun phrase or pronoun that can be a party is one mention; "X and Y" are two.
"""

from collections.abc import Sequence

from dateline.extract.actor_context import Whereabouts
from dateline.extract.actor_draft import Draft
from dateline.extract.actor_drafts import draft_parties
from dateline.extract.actor_spans import find_spans
from dateline.extract.coreference import resolve
from dateline.extract.mentions import ActorMention, PlaceMention
from dateline.extract.parse import Parse
from dateline.knowledge.actors import garrisons, word_list
from dateline.records import Party

_NOWHERE = frozenset({"IGO"})  # roles that belong to no country
_UNTOLD = frozenset({"UNK", "NGO", "BUS"})  # roles whose country is never taken from the context


def find_actors(parse: Parse, places: Sequence[PlaceMention] = ()) -> list[ActorMention]:
    """Find every mention of a party, in the order of the text."""
    spans = find_spans(parse, places)
    where = Whereabouts(parse, spans, places)
    drafts = resolve(parse, draft_parties(parse, spans, where.told))
    return [_mention(draft, where) for draft in drafts]


def actor_at(actors: Sequence[ActorMention], token: int) -> ActorMention | None:
    """Return the mention whose head is the token, else the shortest that covers it."""
    around = [a for a in actors if a.first <= token < a.end]
    return min(around, key=lambda a: (a.head != token, a.end - a.first), default=None)


def _mention(draft: Draft, where: Whereabouts) -> ActorMention:
    return ActorMention(
        first=draft.first,
        end=draft.end,
        head=draft.head,
        rule=f"actor/{draft.rule}",
        party=Party(
            name=" ".join(draft.name.split()), country=_country(draft, where), role=draft.role
        ),
        named=draft.named,
        person=draft.person,
        pronoun=draft.rule == "pronoun",
        state=draft.state,
    )


def _country(draft: Draft, where: Whereabouts) -> str | None:
    if len(draft.countries) == 1:
        return draft.countries[0]
    if draft.countries:
        home = draft.role == "MIL" and draft.rule == "known"
        return draft.countries[0] if home else where.choose(draft.countries)
    if draft.stateless or draft.role in _NOWHERE | _UNTOLD:
        return None
    here = where.country(draft.whole.head if draft.whole is not None else draft.head)
    if draft.office in word_list("opponent"):
        return where.opponent(here) or here
    return _garrison(draft, here) or here


def _garrison(draft: Draft, here: str | None) -> str | None:
    """Name whose forces are meant in a territory that has none of its own."""
    known = garrisons()
    return known.get((here or "", draft.role)) or known.get((here or "", draft.office or ""))
