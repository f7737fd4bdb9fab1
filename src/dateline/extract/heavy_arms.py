"""What no other genre tells: people killed or hurt by shells, bombs, drones or missiles.

A brief of two sentences may speak more of the fire brigade than of the war and is none the less a
report of it: where heavy arms hurt somebody, the genre of the words around is not asked.
"""

from dateline.extract.happenings import RESULTS
from dateline.extract.mentions import Trigger
from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.knowledge.ontology import kinds

_CODES = frozenset(
    (
        "Air/drone strike",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Suicide bomb",
    )
)
_WORDS = frozenset(
    "airstrike artillery blast bomb bombing drone explosion mine missile mortar rocket shell"
    " shelling strike".split()
)
SURE = 0.7  # of a trigger; at 0.55 one quiet report of the development corpus is read as war
_HARM = frozenset(("killed", "injured"))


def may_be_told(parse: Parse) -> bool:
    """Tell quickly whether a sentence has both heavy arms and somebody hurt."""
    armed = {parse.sent_of[n] for n, lemma in enumerate(parse.lemmas) if lemma in _WORDS}
    hurt = {parse.sent_of[n] for n, lemma in enumerate(parse.lemmas) if lemma in RESULTS}
    return bool(armed & hurt)


def are_told(reading: Reading, trigger: Trigger) -> bool:
    """Tell whether a happening is an attack by heavy arms that hurt somebody in its sentence."""
    sent_of = reading.parse.sent_of
    return kinds()[trigger.kind].acled in _CODES and any(
        figure.measure in _HARM and sent_of[figure.head] == sent_of[trigger.head]
        for figure in reading.figures
    )
