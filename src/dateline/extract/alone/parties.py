"""The party that a phrase alone stands for."""

from spacy.language import Language

from dateline.extract.actors import find_actors
from dateline.extract.coding import with_names
from dateline.extract.parse import Parse
from dateline.extract.places import find_places
from dateline.knowledge.gazetteer.lookup import open_gazetteer

_UNKNOWN = "UNK"


class PartyOf:
    """Reads phrases one at a time."""

    def __init__(self, nlp: Language) -> None:
        """Take a loaded language model."""
        self._nlp = nlp

    def __call__(self, phrase: str, context: str) -> tuple[str | None, str | None]:
        """Give country and role; None where the phrase does not tell."""
        parse = with_names(Parse.of(self._nlp(f"{phrase}\n{context}" if context else phrase)))
        places = find_places(parse, open_gazetteer())
        found = [a for a in find_actors(parse, places) if parse.starts[a.first] < len(phrase)]
        where = [p.place.country for p in places if parse.starts[p.first] < len(phrase)]
        if not found:
            return (where[0], "CVL") if where else (None, None)
        best = max(found, key=lambda a: (-a.first, a.end - a.first))
        party = best.party
        if best.named and party.role == _UNKNOWN and party.country is None:
            return (where[0], "CVL") if where else (None, None)  # a name that nobody knows
        return party.country, party.role
