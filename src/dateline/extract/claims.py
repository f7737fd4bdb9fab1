"""Find the claims of a report: what it gives to a speaker, with cue, stance and medium."""

from collections.abc import Sequence

from dateline.extract.claim_content import Content, find_content
from dateline.extract.claim_cues import Cue, find_cues
from dateline.extract.claim_phrases import find_phrases
from dateline.extract.claim_speakers import Speakers
from dateline.extract.claim_view import MARKS, View
from dateline.extract.mentions import ActorMention, ClaimMention
from dateline.extract.parse import Parse

_LIGHT = {"it", "he", "she", "they", "was", "is", "were", "are", "be", "been", "had", "has", "that",
          "the", "as", "a"}


def find_claims(parse: Parse, actors: Sequence[ActorMention] = ()) -> list[ClaimMention]:
    """Find the claims of a report, in the order of the text."""
    view = View.of(parse)
    speakers = Speakers(view, actors)
    cues = sorted([*find_cues(view), *find_phrases(view)], key=lambda cue: cue.token)
    out: list[ClaimMention] = []
    for number, cue in enumerate(cues):
        first, end = view.sentence(cue.token)
        earlier = [c for c in cues[:number] if c.token >= first]
        later = [c for c in cues[number + 1 :] if c.token < end]
        content = find_content(view, cue, later, earlier)
        claim = content and _claim(view, speakers, cue, content)
        if claim:
            speakers.cover(claim.first, claim.end)
            out.append(claim)
    return out


def _claim(view: View, speakers: Speakers, cue: Cue, content: Content) -> ClaimMention | None:
    first, end = view.trim(content.first, content.end)
    if first >= end:
        return None
    name = speakers.name(cue.subject)
    if not name:
        return None
    first, end, direct = _direct(view, first, end)
    return ClaimMention(
        first=first,
        end=end,
        head=first,
        rule=content.frame,
        speaker=name,
        speaker_head=cue.subject,
        cue=cue.token,
        cue_words=view.parse.words[cue.token],
        stance=content.stance,
        direct=direct,
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
