"""Events, figures and claims out of what the finders found, each field with its words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.figure_sums import add_up
from dateline.extract.linking import link
from dateline.extract.means import find_weapon
from dateline.extract.mentions import ActorMention, Mention, TimeMention
from dateline.extract.merging import Telling
from dateline.extract.quoting import quote_clause
from dateline.extract.reading import Reading
from dateline.extract.wholes import common_ground, find_wholes
from dateline.extract.withdrawal import is_withdrawn
from dateline.knowledge.ontology import kinds
from dateline.records import Basis, Claim, Event, Figure, Party, Quote, Record, When

# The codebook's: what ended over thirty days before publication is background.
BACKGROUND_AFTER = timedelta(days=30)
_BY_FORCE = {"ASSAULT", "MOBILIZE"}
_FORCES = {"joint-exercise", "withdrawal", "military-aid"}
_SINCE = "since"


def assemble(reading: Reading, groups: list[list[Telling]]) -> Record:
    """Build the record of one report from its tellings, figures and claims."""
    events = [_event(reading, f"e{n}", group) for n, group in enumerate(groups, start=1)]
    events = find_wholes(events)
    owner = {t.trigger.head: e.id for e, group in zip(events, groups, strict=True) for t in group}
    figures = add_up(_figures(reading, groups, owner)) if events else ()
    claims = _claims(reading, owner) if events else ()
    return Record(
        report=reading.report,
        blocks=reading.blocks,
        events=tuple(events),
        figures=tuple(figures),
        claims=tuple(claims),
    )


def _event(reading: Reading, name: str, group: list[Telling]) -> Event:
    lead = group[0]
    kind = kinds()[lead.trigger.kind]
    place = next((t.arguments.place for t in group if t.arguments.place), None)
    targets = _parties(group, "targets")
    if kind.type == "ASSAULT":
        place = common_ground(reading, place, targets)
    time = next((t.arguments.time for t in group if t.arguments.time), None)
    when = time.when if time else When()
    weapon, weapon_basis = _weapon(reading, group)
    actors = [m for m in _parties(group, "actors") if not _only_speaks(reading, m, group)]
    speakers = _speakers(reading, group)
    return Event(
        id=name,
        type=kind.type,
        kind=lead.trigger.kind,
        acled=kind.acled,
        cameo=kind.cameo,
        factuality=lead.factuality,
        background=is_background(when, time, reading.report.published),
        actors=tuple(_acting(m, lead.trigger.kind) for m in actors),
        targets=tuple(_acted_on(m, lead.trigger.kind) for m in targets),
        weapon=weapon,
        place=place.place if place else None,
        date=when,
        attribution=tuple(dict.fromkeys(name for name, _ in speakers)),
        evidence=_evidence(reading, group),
        basis=(
            *_basis(reading, "kind", [lead.trigger]),
            _telling_basis(reading, lead),
            *_basis(reading, "actors", actors),
            *_basis(reading, "targets", targets),
            *weapon_basis,
            *_basis(reading, "place", [place] if place else []),
            *_basis(reading, "date", [time] if time else []),
            *(Basis(field="attribution", rule=rule, quotes=(q,)) for _, (rule, q) in speakers),
        ),
    )


def is_background(when: When, time: TimeMention | None, published: date | None) -> bool:
    """Tell whether a happening is context: it ended, or its running state began, long before."""
    if published is None or when.end is None or when.start is None or time is None:
        return False
    running = time.rule == _SINCE
    return published - (when.start if running else when.end) > BACKGROUND_AFTER


def _evidence(reading: Reading, group: list[Telling]) -> tuple[Quote, ...]:
    quotes = [quote_clause(reading, telling.trigger.head) for telling in group]
    return tuple(dict.fromkeys(quotes))


def _basis(reading: Reading, field: str, mentions: Sequence[Mention]) -> tuple[Basis, ...]:
    quote = reading.parse.quote
    return tuple(Basis(field=field, rule=m.rule, quotes=(quote(m.first, m.end),)) for m in mentions)


def _telling_basis(reading: Reading, telling: Telling) -> Basis:
    head = telling.trigger.head
    return Basis(
        field="factuality", rule="model/factuality", quotes=(reading.parse.quote(head, head + 1),)
    )


def _parties(group: list[Telling], part: str) -> list[ActorMention]:
    """Collect the parties of all tellings, each name once; a telling that has them comes first."""
    out: dict[str, ActorMention] = {}
    for telling in group:
        for mention in getattr(telling.arguments, part):
            out.setdefault(mention.party.name, mention)
        if out:
            break
    return list(out.values())


def _only_speaks(reading: Reading, mention: ActorMention, group: list[Telling]) -> bool:
    """Tell whether a party only says that something was done, by nobody it names."""
    heads = [telling.trigger.head for telling in group]
    passive = all(_is_passive(reading, head) for head in heads)
    return passive and any(
        mention.head == claim.speaker_head and not claim.first <= mention.head < claim.end
        for claim in reading.claims
        if any(claim.first <= head < claim.end for head in heads)
    )


def _is_passive(reading: Reading, token: int) -> bool:
    parse = reading.parse
    return any(parse.deps[child] in ("auxpass", "nsubjpass") for child in parse.children[token])


def _acting(mention: ActorMention, kind: str) -> Party:
    """Give a state that acts by force of arms the role of its forces."""
    party = mention.party
    by_force = kinds()[kind].type in _BY_FORCE or kind in _FORCES - {"military-aid"}
    if party.role == "GOV" and mention.state and by_force:
        return replace(party, role="MIL")
    return party


def _acted_on(mention: ActorMention, kind: str) -> Party:
    """Give a country or city that is attacked as such the role of civilians."""
    if mention.state and kinds()[kind].type == "ASSAULT":
        return replace(mention.party, role="CVL")
    return mention.party


def _weapon(reading: Reading, group: list[Telling]) -> tuple[str | None, tuple[Basis, ...]]:
    for telling in group:
        found = find_weapon(reading, telling.trigger)
        if found:
            quote = reading.parse.quote(found.first, found.end)
            return found.weapon, (Basis(field="weapon", rule=found.rule, quotes=(quote,)),)
    return None, ()


def _speakers(reading: Reading, group: list[Telling]) -> list[tuple[str, tuple[str, Quote]]]:
    out = []
    for telling in group:
        for claim in reading.claims:
            if claim.first <= telling.trigger.head < claim.end:
                at = claim.first if claim.speaker_head is None else claim.speaker_head
                out.append((claim.speaker, (claim.rule, reading.parse.quote(at, at + 1))))
    return out


def _figures(reading: Reading, groups: list[list[Telling]], owner: dict[int, str]) -> list[Figure]:
    triggers = [t.trigger for group in groups for t in group]
    names = {n: f"f{n + 1}" for n in range(len(reading.figures))}
    out = []
    for n, found in enumerate(reading.figures):
        at = link(reading, found, triggers)
        quote = reading.parse.quote(found.first, found.end)
        claim = next((c for c in reading.claims if c.first <= found.head < c.end), None)
        out.append(
            Figure(
                id=names[n],
                measure=found.measure,
                low=found.low,
                high=found.high,
                qualifier=found.qualifier,
                population=found.population,
                event=owner[triggers[at].head] if at is not None else None,
                by=claim.speaker if claim else None,
                scope=found.scope,
                quote=quote.quote,
                start=quote.start,
                end=quote.end,
                of=names.get(found.whole) if found.whole is not None else None,
                unit=found.unit,
                withdrawn=is_withdrawn(reading.parse, found),
                basis=(Basis(field="measure", rule=found.rule, quotes=(quote,)),),
            )
        )
    return out


def _claims(reading: Reading, owner: dict[int, str]) -> list[Claim]:
    out = []
    for n, found in enumerate(reading.claims, start=1):
        quote = reading.parse.quote(found.first, found.end)
        told = [event for token, event in owner.items() if found.first <= token < found.end]
        out.append(
            Claim(
                id=f"c{n}",
                speaker=found.speaker,
                cue=found.cue_words,
                medium=found.medium,
                stance=found.stance,
                quote=quote.quote,
                start=quote.start,
                end=quote.end,
                direct=found.direct,
                events=tuple(dict.fromkeys(told)),
                basis=(Basis(field="quote", rule=found.rule, quotes=(quote,)),),
            )
        )
    return out
