"""Find the medium of a claim: "on Telegram", "in a statement", "told state radio"."""

from dateline.extract.claim_content import Content
from dateline.extract.claim_cues import Cue
from dateline.extract.claim_view import BOUNDARIES, View
from dateline.knowledge.cues import load_cues

_NEAR = 8  # tokens from the preposition to the medium: "on the foreign ministry's own website"
_BEHIND = 10  # tokens behind the reach of the cue in which a medium may still follow
_WORDS = 3  # the longest medium of the list, "two-way radio"


def find_medium(view: View, cue: Cue, content: Content, speaker: str) -> str | None:
    """Find the medium that the cue names, else the one that speaks, else the one the verb means."""
    cues, lowers = load_cues(), view.parse.lowers
    _, stop = view.sentence(cue.token)
    for i in range(cue.first, min(stop, cue.end + _BEHIND)):
        if view.quoted[i] >= 0 or content.first <= i < content.end:
            continue
        hearer = i == cue.token and cue.lemma in cues.grammar["hearers"]
        if hearer or lowers[i] in cues.media["before"]:
            limit = content.first if i < content.first else stop
            found = _medium_at(view, i + 1, min(limit, i + _NEAR))
            if found:
                return found
    return _speaking(speaker) or cues.sent_by.get(cue.lemma)


def _medium_at(view: View, first: int, stop: int) -> str | None:
    """Return the longest medium in the words that follow, up to the next mark."""
    parse, media = view.parse, load_cues().media
    for i in range(first, stop):
        if parse.words[i] in BOUNDARIES or view.quoted[i] >= 0 or parse.lowers[i] == "that":
            return None
        if parse.words[i] in media["name"]:
            return parse.words[i]
        for size in range(_WORDS, 0, -1):
            if " ".join(parse.lowers[i : i + size]) in media["noun"]:
                return parse.words_of(i, min(i + size, len(parse)))
    return None


def _speaking(speaker: str) -> str | None:
    words = speaker.lower().split()
    spoken = any(word in load_cues().media["station"] for word in words)
    return speaker if spoken else None
