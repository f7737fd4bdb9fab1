"""Numbers of people who speak: "wounding about 20, a doctor and two residents said"."""

from dateline.extract.figure_counted import Counted
from dateline.extract.parse import Parse
from dateline.knowledge.cues import load_cues

_REACH = 8  # tokens from a speaker to the verb
_NAMING = ("NN", "CD", "DT", "JJ", "CC", "PR", "PO", "IN")
_SAYING = frozenset(("VBD", "VBZ", "VBP"))
_FRAME = "clause"
_AUXILIARIES = frozenset(("had", "has", "have"))


def speaks(parse: Parse, counted: Counted) -> bool:
    """Tell whether a verb of saying follows, with nothing but further speakers between."""
    sentence = parse.sent_of[counted.first]
    for token in range(counted.end, min(len(parse), counted.end + _REACH)):
        if parse.sent_of[token] != sentence:
            return False
        tag = parse.tags[token]
        if tag in _SAYING:  # "admits four and says": the verb has the subject of the one before
            return parse.tags[token - 1] != "CC" and _says(parse.lowers[token])
        if not tag.startswith(_NAMING) or parse.lowers[token] in ("that", "who", "which"):
            return False
    return False


def _says(word: str) -> bool:
    cues = load_cues()
    return word not in _AUXILIARIES and _FRAME in cues.frames.get(cues.lemma_of.get(word, ""), {})
