"""Find the claims of a report: what it gives to a speaker, with cue, stance and medium."""

from collections.abc import Iterator, Sequence

from dateline.extract.claim_content import Content, find_content
from dateline.extract.claim_cues import Cue, find_cues
from dateline.extract.claim_free import find_labels, find_lone_quotations
from dateline.extract.claim_medium import find_medium
from dateline.extract.claim_phrases import find_phrases
from dateline.extract.claim_speakers import Speakers
from dateline.extract.claim_stance import find_stance
from dateline.extract.claim_view import MARKS, View
from dateline.extract.mentions import ActorMention, ClaimMention
from dateline.extract.parse import Parse

_LIGHT = {"it", "he", "she", "they", "was", "is", "were", "are", "be", "been", "had", "has", "that",
          "the", "as", "a"}


def find_claims(parse: Parse, actors: Sequence[ActorMention] = ()) -> list[ClaimMention]:
    """Find the claims of a report, in the order of their cues."""
    view = View.of(parse)
    found = sorted(_contents(view), key=lambda pair: pair[0].token)
    speakers = Speakers(view, actors)
    for _, content in found:
        speakers.cover(content.first, content.end)
    claims = [_claim(view, speakers, cue, content) for cue, content in found]
    return [claim for claim in claims if claim]


def _contents(view: View) -> Iterator[tuple[Cue, Content]]:
    """Yield cues with their content; what stands without a cue comes last."""
    claimed = bytearray(len(view.parse))
    voiced: set[int] = set()
    cues = sorted([*find_cues(view), *find_phrases(view)], key=lambda cue: cue.token)
    for number, cue in enumerate(cues):
        _, end = view.sentence(cue.token)
        later = [c for c in cues[number + 1 : number + 9] if c.token < end]
        content = find_content(view, cue, later, nested=bool(claimed[cue.token]))
        if content:
            voiced.add(view.sentence(cue.token)[0])
            claimed[content.first : content.end] = b"\1" * (content.end - content.first)
            yield cue, content
    for cue, span in find_labels(view, claimed):
        claimed[slice(*span)] = b"\1" * (span[1] - span[0])
        voiced.add(view.sentence(cue.token)[0])
        yield cue, Content(*span, "label", "asserts")
    for cue, span in find_lone_quotations(view, claimed, voiced):
        yield cue, Content(*span, "quotation", "asserts")


def _claim(view: View, speakers: Speakers, cue: Cue, content: Content) -> ClaimMention | None:
    first, end = view.trim(content.first, content.end)
    if first >= end:
        return None
    head, name = cue.subject, speakers.name(cue.subject)
    if head is None:
        head, name = speakers.last(cue.token) or (None, None)
    if not name:
        return None
    first, end, direct = _direct(view, first, end)
    spoken = bool(cue.frames)
    return ClaimMention(
        first=first,
        end=end,
        head=first,
        rule=content.frame,
        speaker=name,
        speaker_head=head,
        cue=cue.token if spoken else None,
        cue_words=view.parse.words_of(cue.token, cue.token + 1) if spoken else None,
        stance=find_stance(view, cue, content, name),
        direct=direct,
        medium=find_medium(view, cue, content, name),
    )


def _direct(view: View, first: int, end: int) -> tuple[int, int, bool]:
    """Narrow content to its quotation where nothing of weight stands beside it."""
    numbers = sorted({n for n in view.quoted[first:end] if n >= 0})
    if not numbers:
        return first, end, False
    quotation = view.quotations[numbers[0]]
    if len(numbers) == 1:
        rest = [w for i, w in enumerate(view.parse.lowers[first:end], first)
                if not quotation.first <= i < quotation.end and w not in MARKS and w.isalnum()]
        if all(w in _LIGHT for w in rest):
            return max(first, quotation.first), min(end, quotation.end), True
    return first, end, False
