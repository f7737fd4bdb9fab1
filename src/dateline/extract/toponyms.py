"""Every name of a place in a text with its point, whatever part it plays in what is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.coding import with_names
from dateline.extract.mentions import PlaceMention
from dateline.extract.parse import Parse
from dateline.extract.places import find_places
from dateline.knowledge.gazetteer.lookup import open_gazetteer
from dateline.knowledge.gazetteer.name_words import name_words

_HOUSE = "seat"  # a house or chamber that stands for a government is no place
_UNIT = "admin1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name by its offsets; ``kind`` is place, demonym, metonym, dateline or inside."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    kind: str


def find_toponyms(parse: Parse) -> Iterator[Toponym]:
    """Yield the names in the order of the text; phrases around a name are left out."""
    parse = with_names(parse)
    for mention in find_places(parse, open_gazetteer()):
        if mention.kind != "relative" and mention.rule != _HOUSE:
            yield _toponym(parse, mention)


def _toponym(parse: Parse, mention: PlaceMention) -> Toponym:
    return Toponym(
        start=parse.starts[_first(parse, mention)],
        end=_end(parse, mention),
        lat=mention.place.lat,
        lon=mention.place.lon,
        kind=mention.kind,
    )


def _first(parse: Parse, mention: PlaceMention) -> int:
    """Leave out a compass word before the name of a unit: "Western | Ontario"."""
    unit = mention.rule == "extended" and mention.place.precision == _UNIT
    aside = unit and parse.lowers[mention.first] in name_words().compass
    return mention.first + 1 if aside and mention.end - mention.first > 1 else mention.first


def _end(parse: Parse, mention: PlaceMention) -> int:
    """Take in the last stop of an abbreviation that has others, such as "W.Va."."""
    end = parse.ends[mention.end - 1]
    short = "." in parse.words[mention.end - 1].rstrip(".")
    return end + 1 if short and parse.text[end : end + 1] == "." else end
