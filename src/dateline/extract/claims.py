"""Find the claims of a report: what it gives to a speaker, with cue, stance and medium.

    find_claims(parse, actors)  ->  one mention for each attributed sentence or quotation

The steps: cues and how far they reach, the content of each, what stands without a cue, and then,
in the order of the text, who speaks.
"""

from collections.abc import Iterator, Sequence

from dateline.extract.claim_content import Content, find_content
from dateline.extract.claim_cues import Cue, find_cues
from dateline.extract.claim_edges import Span
from dateline.extract.claim_free import find_labels, find_lone_quotations
from dateline.extract.claim_medium import find_medium
from dateline.extract.claim_phrases import find_phrases
from dateline.extract.claim_speakers import Speakers
from dateline.extract.claim_stance import find_stance
from dateline.extract.claim_view import MARKS, View
from dateline.extract.mentions import ActorMention, ClaimMention
from dateline.extract.parse import Parse
from dateline.knowledge.cues import load_cues

_AHEAD = 8  # cues of the same sentence that may bound the content of one


def find_claims(parse: Parse, actors: Sequence[ActorMention] = ()) -> list[ClaimMention]:
    """Find the claims of a report, in the order of their cues."""
    view = View.of(parse)
    found = sorted(_contents(view), key=lambda pair: pair[0].token)
    speakers = Speakers(view, actors)
    for _, content in found:
        speakers.cover(content.first, content.end)
    claims = (_claim(view, speakers, cue, content) for cue, content in found)
    return [claim for claim in claims if claim]


def _contents(view: View) -> Iterator[tuple[Cue, Content]]:
    """Yield each cue with its content; what stands without a cue comes last."""
    claimed = bytearray(len(view.parse))
    voiced: set[int] = set()
    for cue, content in _cued(view, claimed):
        voiced.add(view.sentence(cue.token)[0])
        yield cue, content
    for cue, span in find_labels(view, claimed):
        voiced.add(view.sentence(cue.token)[0])
        _claim_tokens(claimed, span)
        yield cue, Content(*span, "label", "asserts")
    for cue, span in find_lone_quotations(view, claimed, voiced):
        yield cue, Content(*span, "quotation", "asserts")


def _cued(view: View, claimed: bytearray) -> Iterator[tuple[Cue, Content]]:
    cues = sorted([*find_cues(view), *find_phrases(view)], key=lambda cue: cue.token)
    for number, cue in enumerate(cues):
        _, end = view.sentence(cue.token)
        later = [c for c in cues[number + 1 : number + 1 + _AHEAD] if c.token < end]
        content = find_content(view, cue, later, nested=bool(claimed[cue.token]))
        if content:
            _claim_tokens(claimed, (content.first, content.end))
            yield cue, content


def _claim_tokens(claimed: bytearray, span: Span) -> None:
    claimed[slice(*span)] = b"\1" * (span[1] - span[0])


def _claim(view: View, speakers: Speakers, cue: Cue, content: Content) -> ClaimMention | None:
    head, name = _speaker(speakers, cue)
    first, end = view.trim(content.first, content.end)
    if not name or first >= end:
        return None
    first, end, direct = _narrow(view, first, end)
    spoken = cue.token if cue.frames else None
    return ClaimMention(
        first=first,
        end=end,
        head=first,
        rule=f"claim/{content.frame}",
        speaker=name,
        speaker_head=head,
        cue=spoken,
        cue_words=None if spoken is None else view.parse.words[spoken],
        stance=find_stance(view, content, name),
        direct=direct,
        medium=find_medium(view, cue, content, name),
    )


def _speaker(speakers: Speakers, cue: Cue) -> tuple[int | None, str | None]:
    if cue.subject is not None:
        return cue.subject, speakers.name(cue.subject)
    return speakers.last(cue.token) or (None, None)


def _narrow(view: View, first: int, end: int) -> tuple[int, int, bool]:
    """Narrow content to its quotation where nothing of weight stands beside it."""
    numbers = {n for n in view.quoted[first:end] if n >= 0}
    if len(numbers) != 1:
        return first, end, False
    quotation = view.quotations[numbers.pop()]
    start, stop = max(first, quotation.first), min(end, quotation.end)
    lowers, light = view.parse.lowers, load_cues().grammar["light"]
    beside = lowers[first:start] + lowers[stop:end]
    if any(w.isalnum() and w not in MARKS and w not in light for w in beside):
        return first, end, False
    return start, stop, True
