"""What the models see of a trigger and another mention: how the grammar joins them."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from dateline.extract.frames import fillers
from dateline.extract.mentions import ActorMention, Mention, PlaceMention, TimeMention, Trigger
from dateline.extract.reading import Reading
from dateline.knowledge.ontology import kinds

_LONGEST_PATH = 5
_FAR = 12


class PairFeatures:
    """Names the features of one trigger beside the mentions around it."""

    def __init__(self, reading: Reading, trigger: Trigger) -> None:
        """Take the report and the trigger; its slots are laid out once."""
        self._reading = reading
        self._parse = reading.parse
        self._trigger = trigger
        self._type = kinds()[trigger.kind].type
        self._above = {trigger.head: 0}
        for steps, token in enumerate(self._parse.ancestors(trigger.head), start=1):
            self._above[token] = steps
        self._slots = dict(self._lay_out())

    def actor(self, mention: ActorMention) -> list[str]:
        """List what speaks for the mention as the doer, as the target, or as neither."""
        slot = self._slots.get(mention.head, "-")
        party = mention.party
        named = "named" if mention.named else "pronoun" if mention.pronoun else "common"
        lemma = self._parse.lemmas[mention.head]
        out = list(self._joint(mention, slot))
        out += [
            f"role={party.role}",
            f"role+slot={party.role}+{slot}",
            f"role+type={party.role}+{self._type}",
            f"role+kind={party.role}+{self._trigger.kind}",
            f"role+slot+type={party.role}+{slot}+{self._type}",
            f"{named}+{slot}",
            f"person={mention.person}+{slot}",
            f"lemma={lemma}",
            f"lemma+slot={lemma}+{slot}",
            f"speaks={self._speaks(mention)}",
            f"speaks+type={self._speaks(mention)}+{self._type}",
            f"state={mention.state}+{slot}+{self._type}",
        ]
        return out

    def place(self, mention: PlaceMention, rank: int) -> list[str]:
        """List what speaks for the mention as the place; ``rank`` counts from the nearest."""
        slot = self._slots.get(mention.head, "-")
        precision = mention.place.precision
        out = list(self._joint(mention, slot))
        out += [
            f"precision={precision}",
            f"precision+slot={precision}+{slot}",
            f"precision+type={precision}+{self._type}",
            f"rank={min(rank, 4)}",
            f"rank+type={min(rank, 4)}+{self._type}",
            f"before={self._before(mention)}",
            f"before+type={self._before(mention)}+{self._type}",
            f"relation={mention.kind}",
            f"dep={self._parse.deps[mention.head]}",
            *self._topic(mention),
        ]
        return out

    @cached_property
    def _last_place(self) -> PlaceMention | None:
        grounds = self._reading.grounds
        at = bisect_left(grounds, self._trigger.head, key=lambda place: place.head)
        return grounds[at - 1] if at else None

    def _topic(self, mention: PlaceMention) -> Iterator[str]:
        """Tell how much the report, and what stands before the trigger, is about the place."""
        often = min(3, self._reading.place_counts[mention.place.name])
        last = mention == self._last_place
        yield from (f"often={often}", f"last={last}", f"often+type={often}+{self._type}")
        yield f"last+type={last}+{self._type}+{self._sentences(mention)}"
        yield f"paragraph={self._paragraph(mention)}+{self._type}"

    def _paragraph(self, mention: Mention) -> bool:
        """Tell whether no line break stands between the mention and the trigger."""
        starts = self._parse.starts
        first, end = sorted((starts[mention.head], starts[self._trigger.head]))
        return "\n" not in self._parse.text[first:end]

    def time(self, mention: TimeMention, rank: int, *, ruled: bool, carried: bool) -> list[str]:
        """List what speaks for the mention as the date, told by the grammar or carried over."""
        slot = self._slots.get(mention.head, "-")
        out = list(self._joint(mention, slot))
        out += [
            f"precision={mention.when.precision}",
            f"rank={min(rank, 4)}",
            f"rank+type={min(rank, 4)}+{self._type}",
            f"ruled={ruled}",
            f"ruled+type={ruled}+{self._type}",
            f"carried={carried}+{ruled}",
            f"carried+type={carried}+{ruled}+{self._type}",
            f"rule={mention.rule}",
            f"rule+far={mention.rule}+{self._sentences(mention)}",
            f"before={self._before(mention)}",
            f"paragraph={self._paragraph(mention)}+{self._type}",
            f"tense={self._parse.tags[self._trigger.head]}+{mention.rule}",
        ]
        return out

    def _joint(self, mention: Mention, slot: str) -> Iterator[str]:
        path, far = self._path(mention.head), self._sentences(mention)
        kind = self._trigger.kind
        tag = self._parse.tags[self._trigger.head][:2]
        side = "after" if mention.head > self._trigger.head else "before"
        gap = min(abs(mention.head - self._trigger.head), _FAR)
        yield from (f"slot={slot}", f"slot+kind={slot}+{kind}", f"slot+type={slot}+{self._type}")
        yield from (f"slot+tag={slot}+{tag}", f"path={path}", f"path+type={path}+{self._type}")
        yield from (f"far={far}", f"far+type={far}+{self._type}", f"far+kind={far}+{kind}")
        yield from (f"side={side}", f"gap={gap}", f"side+tag={side}+{tag}", f"kind={kind}")
        yield f"block={self._reading.block_at[mention.head]}"
        if mention.head in self._reading.quoted:
            yield f"quoted={self._trigger.head in self._reading.quoted}"

    def _lay_out(self) -> Iterator[tuple[int, str]]:
        frame = self._reading.frames.of(self._trigger.head)
        named = [("m", frame.modifiers), *((f"p_{k}", v) for k, v in frame.preps.items())]
        named += [("o", frame.objects), ("s", frame.subjects), ("by", frame.agents)]
        named = [*self._through_verb(), *named, ("self", [self._trigger.head])]
        for slot, tokens in named:
            for head in tokens:
                for token in fillers(self._parse, head):
                    yield token, slot
                    if slot[:2] == "p_":
                        yield from self._behind(token, slot)

    def _through_verb(self) -> list[tuple[str, list[int]]]:
        """Lay out the slots of the verb above a noun: "Protesters set *fire* to the offices"."""
        parse, head = self._parse, self._trigger.head
        verb = parse.heads[head]
        if parse.tags[head].startswith("VB") or not parse.tags[verb].startswith("VB"):
            return []
        frame = self._reading.frames.of(verb)
        slots = [("v_s", frame.subjects), ("v_o", frame.objects), ("v_by", frame.agents)]
        return slots + [(f"v_{name}", tokens) for name, tokens in frame.preps.items()]

    def _behind(self, token: int, slot: str) -> Iterator[tuple[int, str]]:
        """Reach one preposition further: "a market in Omdurman"."""
        for child in self._parse.children[token]:
            if self._parse.deps[child] == "prep":
                for noun in self._parse.children[child]:
                    if self._parse.deps[noun] == "pobj":
                        yield noun, f"{slot}>"

    def _path(self, token: int) -> str:
        """Spell the dependencies from the mention up, and down to the trigger."""
        ups: list[str] = []
        while token not in self._above:
            ups.append(self._parse.deps[token])
            head = self._parse.heads[token]
            if head == token or len(ups) > _LONGEST_PATH:
                return "far"
            token = head
        downs = self._above[token]
        if len(ups) + downs > _LONGEST_PATH:
            return "far"
        spine, at = [], self._trigger.head
        for _ in range(downs):
            spine.append(self._parse.deps[at])
            at = self._parse.heads[at]
        return "^".join(ups) + "v" + ".".join(reversed(spine))

    def _sentences(self, mention: Mention) -> int:
        here = self._parse.sent_of[self._trigger.head]
        return max(-6, min(2, self._parse.sent_of[mention.head] - here))

    def _before(self, mention: Mention) -> str:
        at = mention.first - 1
        while at >= 0 and self._parse.tags[at] in {"DT", "JJ"}:
            at -= 1
        return self._parse.lowers[at] if at >= 0 else ""

    def _speaks(self, mention: ActorMention) -> bool:
        head = self._trigger.head
        return any(
            c.speaker_head is not None
            and mention.first <= c.speaker_head < mention.end
            and c.first <= head < c.end
            for c in self._reading.claims
        )
