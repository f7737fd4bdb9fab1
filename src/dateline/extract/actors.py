"""Find the parties of a report: who acts, who is acted on, who speaks.

    actors = find_actors(parse, places)
    actor_at(actors, token)      ->  the mention with that head, else the shortest around it

Every noun phrase or pronoun that can be a party is one mention; "X and Y" are two.
"""

from collections.abc import Sequence

from dateline.extract.actor_context import Whereabouts
from dateline.extract.actor_drafts import Draft, of_drafts
from dateline.extract.actor_spans import find_spans
from dateline.extract.coreference import resolve
from dateline.extract.mentions import ActorMention, PlaceMention
from dateline.extract.parse import Parse
from dateline.records import Party

_NOWHERE = frozenset({"IGO"})  # roles that belong to no country
_UNTOLD = frozenset({"UNK", "NGO", "BUS"})  # roles whose country is never taken from the context


def find_actors(parse: Parse, places: Sequence[PlaceMention] = ()) -> list[ActorMention]:
    """Find every mention of a party, in the order of the text."""
    spans = find_spans(parse, places)
    where = Whereabouts(parse, spans, places)
    drafts = resolve(parse, list(of_drafts(parse, spans)))
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
    if draft.role in _NOWHERE or draft.stateless and not draft.countries:
        return None
    at = draft.whole.head if draft.whole is not None else draft.head
    if draft.countries:
        return where.choose(draft.countries, at)
    return None if draft.role in _UNTOLD else where.country(at)
