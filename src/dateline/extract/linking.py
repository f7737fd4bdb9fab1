"""Which happening a figure counts."""

from collections.abc import Sequence

from dateline.extract.linear import load_model
from dateline.extract.mentions import FigureMention, Trigger
from dateline.extract.reading import Reading
from dateline.knowledge.ontology import kinds

# Nearly every figure counts some happening: only a hopeless guess is worse than none.
_SURE = 0.03
BACK, ON = 6, 1


def link(reading: Reading, figure: FigureMention, triggers: Sequence[Trigger]) -> int | None:
    """Return the index of the trigger whose happening the figure counts, or None."""
    model = load_model("links")
    yes = model.classes.index("yes")
    ranked = [
        (model.probabilities(link_features(reading, figure, t))[yes], -at)
        for at, t in enumerate(triggers)
        if -BACK <= sentences_apart(reading, figure, t) <= ON
    ]
    best = max(ranked, default=None)
    return -best[1] if best and best[0] > _SURE else None


def link_features(reading: Reading, figure: FigureMention, trigger: Trigger) -> list[str]:
    """List what speaks for the figure belonging to the trigger's happening."""
    parse = reading.parse
    anchor = figure.head if figure.anchor is None else figure.anchor
    far = sentences_apart(reading, figure, trigger)
    inside = figure.first <= trigger.head < figure.end or trigger.head == anchor
    kind, measure = trigger.kind, figure.measure
    side = "after" if figure.head > trigger.head else "before"
    gap = min(12, abs(anchor - trigger.head))
    out = [f"far={far}", f"inside={inside}", f"kind+measure={kind}+{measure}"]
    out += [f"type+measure+far={kinds()[kind].type}+{measure}+{far}", f"side={side}+{far}"]
    out += [
        f"measure+far={measure}+{far}",
        f"gap={gap}+{far == 0}",
        f"inside+measure={inside}+{measure}",
    ]
    if far == 0:
        above = list(parse.ancestors(anchor))
        below = list(parse.ancestors(trigger.head))
        out.append(f"over={trigger.head in above}+{anchor in below}")
        if trigger.head in above:
            out.append(f"steps={min(5, above.index(trigger.head))}")
    between = range(min(trigger.head, figure.head) + 1, max(trigger.head, figure.head))
    out.append(
        f"breaks={min(3, sum(parse.words[t] in {';', ',', '.'} for t in between))}+{far == 0}"
    )
    return out


def sentences_apart(reading: Reading, figure: FigureMention, trigger: Trigger) -> int:
    """Count the sentences from the figure on to the trigger; negative where it stands earlier."""
    sent_of = reading.parse.sent_of
    return max(-BACK - 1, min(ON + 1, sent_of[trigger.head] - sent_of[figure.head]))
