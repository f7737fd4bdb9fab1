"""Find every place that a text names, and tell which place on earth it is.

``find_places`` returns, in the order of the text, mentions of these kinds: *place*, *relative*
(a phrase around a place: "20 km south of X", "X airport", "northern X", "between A and B"),
*demonym*, *metonym* (a capital or seat that stands for its government), *dateline*, and *inside*
(part of an office's name: "Kabul University"). A relative mention covers the plain one.
"""

from collections.abc import Sequence

from dateline.extract.mentions import PlaceMention
from dateline.extract.parse import Parse
from dateline.extract.place_anaphora import find_anaphors
from dateline.extract.place_context import Resolver
from dateline.extract.place_name import Name
from dateline.extract.place_names import find_names
from dateline.extract.place_phrases import Phrase, PhraseFinder
from dateline.extract.place_unknown import settle_unknown
from dateline.knowledge.gazetteer.lookup import Gazetteer
from dateline.records import Place


def find_places(
    parse: Parse, gazetteer: Gazetteer, *, home: Sequence[str] | None = None
) -> list[PlaceMention]:
    """Find the places of a text; ``home`` names the paper's own country ("USA") or unit."""
    names = find_names(parse, gazetteer)
    Resolver(parse, gazetteer, home or ()).resolve(names)
    settle_unknown(parse, names, gazetteer)
    mentions = [_mention(parse, name) for name in names if name.chosen]
    phrases = [
        *PhraseFinder(parse, gazetteer).phrases(names),
        *find_anaphors(parse, names, gazetteer),
    ]
    mentions += [_relative(parse, phrase) for phrase in phrases]
    return sorted(mentions, key=lambda m: (m.first, m.end, m.kind))


def _mention(parse: Parse, name: Name) -> PlaceMention:
    entry = name.chosen
    assert entry is not None  # noqa: S101 - unresolved names are left out before
    end = name.end
    if (
        name.level_end
        and name.role == "place"
        and not parse.lowers[name.level_end - 1].endswith("s")
    ):
        end = name.level_end
    span = end if parse.words[end - 1][:1].isupper() else name.end
    known = name.rule != "unknown"
    place = Place(
        name=parse.words_of(name.first, end),
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        precision=_precision(name, known=known),
    )
    return PlaceMention(
        first=name.first,
        end=span,
        head=_root(parse, name.first, span),
        rule=name.rule,
        place=place,
        kind=name.role,
        geonameid=entry.id if known and entry.id > 0 else None,
    )


def _precision(name: Name, *, known: bool) -> str:
    entry = name.chosen
    if entry is None or name.role in {"demonym", "metonym"}:
        return "country" if entry is None or entry.kind == "country" else entry.precision
    if not known or entry.precision in {"settlement", "site"}:
        return name.level or ("settlement" if not known else entry.precision)
    return entry.precision


def _relative(parse: Parse, phrase: Phrase) -> PlaceMention:
    words = parse.words_of(phrase.first, phrase.end)
    place = Place(
        name=phrase.entry.name if phrase.rule == "back" else words,  # "the city" has one
        country=phrase.country,
        lat=phrase.lat,
        lon=phrase.lon,
        precision=phrase.precision,
    )
    return PlaceMention(
        first=phrase.first,
        end=phrase.end,
        head=_root(parse, phrase.first, phrase.end),
        rule=phrase.rule,
        place=place,
        kind="relative",
    )


def _root(parse: Parse, first: int, end: int) -> int:
    """Return the word of a token range that the others hang on."""
    inside = (i for i in range(end - 1, first - 1, -1) if not first <= parse.heads[i] < end)
    return next(inside, end - 1)
