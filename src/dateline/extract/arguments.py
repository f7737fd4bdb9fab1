"""Who, to whom, where and when: the mentions that play a part in a happening."""

from dataclasses import dataclass
from datetime import date

from dateline.extract.linear import load_model
from dateline.extract.mentions import ActorMention, PlaceMention, TimeMention, Trigger
from dateline.extract.pairs import PairFeatures
from dateline.extract.reading import Reading
from dateline.extract.times import date_of
from dateline.records import When

# Places and dates may stand some sentences before their happening, hardly ever after it.
SENTENCES_BACK, SENTENCES_ON = 4, 0
_SURE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The mentions that fill the roles of one happening."""

    actors: tuple[ActorMention, ...] = ()
    targets: tuple[ActorMention, ...] = ()
    place: PlaceMention | None = None
    time: TimeMention | None = None


def find_arguments(reading: Reading, trigger: Trigger) -> Arguments:
    """Choose the mentions that fill the roles of one trigger."""
    pairs = PairFeatures(reading, trigger)
    actors, targets = _parties(reading, trigger, pairs)
    return Arguments(
        actors=actors,
        targets=targets,
        place=_place(reading, trigger, pairs),
        time=_time(reading, trigger, pairs),
    )


def actors_near(reading: Reading, trigger: Trigger) -> list[ActorMention]:
    """List the parties in the trigger's sentence."""
    first, end = reading.sentence(trigger.head)
    return [m for m in reading.actors if first <= m.head < end and m.head != trigger.head]


def places_near(reading: Reading, trigger: Trigger) -> list[PlaceMention]:
    """List the places that may be meant, the nearest first; demonyms and metonyms are parties."""
    first, end = _window(reading, trigger)
    found = [p for p in reading.places if first <= p.head < end and p.kind in {"place", "relative"}]
    return sorted(found, key=lambda p: (_distance(reading, trigger, p.head), p.first))


def times_near(reading: Reading, trigger: Trigger) -> list[TimeMention]:
    """List the dates that may be meant, the nearest first; the last stands for the present tense."""
    first, end = _window(reading, trigger)
    found = [t for t in reading.times if first <= t.head < end and t.when.start]
    found.sort(key=lambda t: (_distance(reading, trigger, t.head), t.first))
    now = _present(reading, trigger, reading.report.published)
    return [*found, now] if now else found


def _present(reading: Reading, trigger: Trigger, published: date | None) -> TimeMention | None:
    """Read the present tense as the day of publication."""
    parse, token = reading.parse, trigger.head
    if published is None:
        return None
    while parse.deps[token] not in {"ROOT", "relcl", "advcl", "ccomp"} and not _finite(reading, token):
        token = parse.heads[token]
    if not _finite(reading, token):
        return None
    when = When(start=published, end=published, precision="day")
    return TimeMention(first=token, end=token + 1, head=token, rule="present", when=when)


def _finite(reading: Reading, token: int) -> bool:
    parse = reading.parse
    helpers = [c for c in parse.children[token] if parse.deps[c] in {"aux", "auxpass"}]
    return any(parse.tags[t] in {"VBZ", "VBP"} for t in (token, *helpers))


def _window(reading: Reading, trigger: Trigger) -> tuple[int, int]:
    sents, number = reading.parse.sents, reading.parse.sent_of[trigger.head]
    first = sents[max(0, number - SENTENCES_BACK)][0]
    end = sents[min(len(sents) - 1, number + SENTENCES_ON)][1]
    return first, end


def _distance(reading: Reading, trigger: Trigger, token: int) -> tuple[int, int]:
    sent_of = reading.parse.sent_of
    return abs(sent_of[token] - sent_of[trigger.head]), abs(token - trigger.head)


def _parties(
    reading: Reading, trigger: Trigger, pairs: PairFeatures
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    model = load_model("parties")
    parts: dict[str, list[ActorMention]] = {"actor": [], "target": []}
    for mention in actors_near(reading, trigger):
        part, _ = model.best(pairs.actor(mention))
        known = parts.get(part)
        if known is not None and mention.party.name not in {m.party.name for m in known}:
            known.append(mention)
    return tuple(parts["actor"]), tuple(parts["target"])


def _place(reading: Reading, trigger: Trigger, pairs: PairFeatures) -> PlaceMention | None:
    model = load_model("places")
    yes = model.classes.index("yes")
    ranked = [
        (float(model.probabilities(pairs.place(p, rank))[yes]), -rank, p)
        for rank, p in enumerate(places_near(reading, trigger))
    ]
    best = max(ranked, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] > _SURE else None


def _time(reading: Reading, trigger: Trigger, pairs: PairFeatures) -> TimeMention | None:
    model = load_model("times")
    yes = model.classes.index("yes")
    ruled = date_of(reading.parse, reading.times, trigger.head, reading.report.published)
    near = times_near(reading, trigger)
    if ruled and ruled not in near:
        near.append(ruled)
    ranked = [
        (float(model.probabilities(pairs.time(t, rank, ruled=t == ruled))[yes]), -rank, t)
        for rank, t in enumerate(near)
    ]
    best = max(ranked, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] > _SURE else None
