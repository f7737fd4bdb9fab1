"""Single sentences and who did what to whom, by country.

The scorer compares CAMEO's four classes and asks for them by types of PLOVER. PLOVER files some
deeds elsewhere than CAMEO did (an appeal, a statement, the lifting of a sanction); for these the
answer names a type of the class that CAMEO gives them.
"""

from collections.abc import Iterable, Iterator

from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.sentences import readings_of
from dateline.extract.alone.deeds import Deed
from dateline.extract.alone.dyads import DyadReader
from dateline.pipeline import Reader

CLASS_OF_TYPE = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4,
    "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


def predict(_: Reader, rows: Iterable[Row]) -> Iterator[Row]:
    """List the pairs of countries of each sentence, with the type of what one did to the other."""
    for row, reading in readings_of(rows):
        dyads = DyadReader(reading).dyads()
        events = [{"source": d.source, "target": d.target, "type": _type_of(d.deed)} for d in dyads]
        yield {"id": row["id"], "events": events}


def _type_of(deed: Deed) -> str:
    """Name the deed's type of PLOVER, where that is of CAMEO's class, else one that is."""
    same = CLASS_OF_TYPE[deed.plover] == deed.quad
    return deed.plover if same else next(t for t, c in CLASS_OF_TYPE.items() if c == deed.quad)


CORPUS = Corpus(predict=predict)
