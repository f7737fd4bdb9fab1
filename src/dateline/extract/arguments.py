"""Who, to whom, where and when: the mentions that play a part in a happening."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.extract.linear import load_model
from dateline.extract.mentions import ActorMention, PlaceMention, TimeMention, Trigger
from dateline.extract.pairs import PairFeatures
from dateline.extract.reading import Reading
from dateline.extract.times import carried_time, date_of
from dateline.records import When

# Places and dates may stand some sentences before their happening, hardly ever after it.
SENTENCES_BACK, SENTENCES_ON = 6, 0
MOST_PLACES = 10
# A slot is worth filling where it is right more than about half as often as slots are on the
# whole: that is where the F1 of all slots turns (cross-validation on the training reports).
_SURE = 0.35
# A second party that is not coordinated with the first must be likelier than that.
_SURE_OF_ANOTHER = 0.6


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
    near = [m for m in reading.actors if first <= m.head < end]
    heads = {m.head for m in near}
    return [m for m in near if not _describes(reading, m.head, heads)]


def _describes(reading: Reading, token: int, heads: set[int]) -> bool:
    """Tell whether a noun only says what a party beside it is: "Kyiv, the largest city"."""
    parse = reading.parse
    return parse.deps[token] == "appos" and parse.heads[token] in heads


def places_near(reading: Reading, trigger: Trigger) -> list[PlaceMention]:
    """List the places that may be meant, the nearest first; demonyms and metonyms are parties."""
    first, end = _window(reading, trigger)
    found = [p for p in reading.grounds if first <= p.head < end]
    found.sort(key=lambda p: (_distance(reading, trigger, p.head), p.first))
    return found[:MOST_PLACES]


def times_near(reading: Reading, trigger: Trigger) -> list[TimeMention]:
    """List the dates that may be meant, the nearest first; the present tense comes last."""
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
    while parse.deps[token] not in {"ROOT", "relcl", "advcl", "ccomp"} and not _finite(
        reading, token
    ):
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
    near = actors_near(reading, trigger)
    shares = [model.probabilities(pairs.actor(mention)) for mention in near]
    chosen = []
    for part, other in (("actor", "target"), ("target", "actor")):
        mine, theirs = model.classes.index(part), model.classes.index(other)
        ranked = [
            (share[mine], -at)
            for at, share in enumerate(shares)
            if share[mine] > max(_SURE, share[theirs])
        ]
        chosen.append(
            _select(reading, [(sure, near[-at]) for sure, at in sorted(ranked, reverse=True)])
        )
    return chosen[0], chosen[1]


def _select(reading: Reading, ranked: list[tuple[float, ActorMention]]) -> tuple[ActorMention, ...]:
    """Keep the likeliest, what is coordinated with it, and what is likely on its own."""
    kept: list[ActorMention] = []
    named = [one for one in ranked if not one[1].pronoun and not _modifies(reading, one[1])]
    for sure, mention in named or ranked:
        inside = any(
            k.first <= mention.head < k.end or mention.first <= k.head < mention.end for k in kept
        )
        known = mention.party.name in {k.party.name for k in kept}
        if inside or known:
            continue
        if not kept or sure > _SURE_OF_ANOTHER or _coordinated(reading, kept[0].head, mention.head):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.first))


def _modifies(reading: Reading, mention: ActorMention) -> bool:
    """Tell whether the mention only describes a noun: "military drills", "police post"."""
    return reading.parse.deps[mention.head] in {"compound", "amod", "nmod"} and not mention.state


def _coordinated(reading: Reading, one: int, other: int) -> bool:
    parse = reading.parse
    while parse.deps[one] == "conj":
        one = parse.heads[one]
    while parse.deps[other] == "conj":
        other = parse.heads[other]
    return one == other


def _place(reading: Reading, trigger: Trigger, pairs: PairFeatures) -> PlaceMention | None:
    model = load_model("places")
    yes = model.classes.index("yes")
    ranked = [
        (model.probabilities(pairs.place(p, rank))[yes], -rank, p)
        for rank, p in enumerate(places_near(reading, trigger))
    ]
    best = max(ranked, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] > _SURE else None


def _time(reading: Reading, trigger: Trigger, pairs: PairFeatures) -> TimeMention | None:
    model = load_model("times")
    yes = model.classes.index("yes")
    ranked = [
        (model.probabilities(features)[yes], -rank, mention)
        for rank, (mention, features) in enumerate(time_options(reading, trigger, pairs))
    ]
    best = max(ranked, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] > _SURE else None


def time_options(
    reading: Reading, trigger: Trigger, pairs: PairFeatures
) -> Iterator[tuple[TimeMention, list[str]]]:
    """Yield each date that may be meant with its features; what the grammar names comes first."""
    parse, published = reading.parse, reading.report.published
    ruled = date_of(parse, reading.times, trigger.head, published)
    carried = carried_time(parse, reading.times, trigger.head, published)
    near = {t.head: t for t in times_near(reading, trigger)}
    near |= {t.head: t for t in (carried, ruled) if t and t.when.start}
    for rank, (head, mention) in enumerate(near.items()):
        is_ruled, is_carried = (t is not None and t.head == head for t in (ruled, carried))
        yield mention, pairs.time(mention, rank, ruled=is_ruled, carried=is_carried)
