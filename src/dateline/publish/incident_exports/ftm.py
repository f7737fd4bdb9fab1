"""FollowTheMoney entities, one a line: events, the articles that tell of them, named parties."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import IO, Any

import msgspec

from dateline.knowledge.crosswalk import crosswalk
from dateline.knowledge.gazetteer.countries import country_of
from dateline.knowledge.gazetteer.folding import fold
from dateline.publish import incident_places as places
from dateline.publish import incident_tolls as tolls
from dateline.publish.export import IncidentExport
from dateline.publish.named_parties import is_named, is_person
from dateline.publish.privacy import hide, shown_name, shown_title, withheld
from dateline.records import Incident, Party, Report

_LENGTH = 40  # of an id


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write the entities of each incident; one that was written before is not repeated."""
    seen: set[str] = set()
    for incident in incidents:
        for entity in _entities(incident):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                stream.write(msgspec.json.encode(entity).decode())
                stream.write("\n")


def _entities(incident: Incident) -> Iterator[dict[str, Any]]:
    if incident.factuality != "occurred":
        return
    names = withheld(incident)
    articles = [_article(r, hide(r.title or r.id, names)) for r in incident.reports]
    parties = [_party(p) for p in (*incident.actors, *incident.targets) if is_named(p)]
    yield from (*articles, *parties)
    yield _event(incident, articles, parties)


def _event(
    incident: Incident, articles: list[dict[str, Any]], parties: list[dict[str, Any]]
) -> dict[str, Any]:
    return _entity(
        f"dateline-{incident.id}",
        "Event",
        name=[shown_title(incident)],
        recordId=[incident.id],
        startDate=[incident.date.start],
        endDate=[incident.date.end],
        location=[places.place_name(incident)],
        country=[_country(places.country(incident))],
        keywords=[incident.type, incident.kind, incident.acled],
        notes=[*_tolls(incident), f"grade: {incident.grade.grade}"],
        sourceUrl=[report.url for report in incident.reports],
        publisher=[report.publisher for report in incident.reports],
        involved=[party["id"] for party in parties],
        proof=[article["id"] for article in articles],
    )


def _article(report: Report, title: str) -> dict[str, Any]:
    return _entity(
        _id("article", report.id),
        "Article",
        name=[title],
        title=[title],
        publisher=[report.publisher],
        publishedAt=[report.published],
        sourceUrl=[report.url],
    )


def _party(party: Party) -> dict[str, Any]:
    return _entity(
        _id("party", fold(party.name), party.country or ""),
        _schema(party),
        name=[shown_name(party)],
        country=[_country(party.country)],
    )


def _schema(party: Party) -> str:
    if is_person(party):
        return "Person"
    state = crosswalk().state | {"LEG", "JUD"}
    return "PublicBody" if party.role in state else "Organization"


def _tolls(incident: Incident) -> Iterator[str]:
    """Say the dead and hurt with their bounds."""
    for measure in ("killed", "injured"):
        low, best, high = (of(incident, measure) for of in (tolls.low, tolls.best, tolls.high))
        if (low, best, high) != (None, None, None):
            least, likely, most = ("?" if n is None else n for n in (low, best, high))
            yield f"{measure}: {least} to {most}, best {likely}"


def _country(alpha3: str | None) -> str | None:
    country = country_of(alpha3) if alpha3 else None
    return country.alpha2.lower() if country else None


def _entity(id_: str, schema: str, **properties: list[Any]) -> dict[str, Any]:
    """Make an entity; a property without values is left out."""
    told = {k: list(dict.fromkeys(str(v) for v in vs if v)) for k, vs in properties.items()}
    return {"id": id_, "schema": schema, "properties": {k: vs for k, vs in told.items() if vs}}


def _id(*parts: str) -> str:
    return f"dateline-{sha256('/'.join(parts).encode()).hexdigest()[:_LENGTH]}"


EXPORT = IncidentExport(
    media_type="application/jsonl",
    suffix=".ftm.jsonl",
    description="FollowTheMoney entities: events, articles and named parties",
    write=write,
)
