"""The codes that everything is told in, and what this server is."""

from dataclasses import dataclass
from importlib.metadata import distribution
from typing import Any

from fastapi import APIRouter, Request, Response

from dateline import version
from dateline.knowledge.codes import code_lists
from dateline.knowledge.families import FAMILIES, family_of
from dateline.knowledge.gazetteer.build import SOURCES
from dateline.knowledge.gazetteer.lookup import open_gazetteer
from dateline.knowledge.ontology import TYPES, kinds, weapon_words
from dateline.knowledge.protected import protected_words
from dateline.publish.columns import RADIUS_KM
from dateline.publish.forms.listed import label
from dateline.reconcile.fields import FACTUALITIES
from dateline.server.answers import answer, encoded, of_revision
from dateline.server.route import Route
from dateline.server.service import service_of
from dateline.server.visitors import Reader

ROUTER = APIRouter(tags=["codes"])


@dataclass(frozen=True, slots=True, kw_only=True)
class KindForm:
    """A kind of event."""

    name: str
    label: str
    type: str
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A code and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyForm:
    """Kinds that look alike on the map."""

    name: str
    label: str
    colour: str
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """All codes, for forms and legends."""

    types: tuple[str, ...]
    kinds: tuple[KindForm, ...]
    families: tuple[FamilyForm, ...]
    grades: tuple[Meaning, ...]
    weapons: tuple[str, ...]
    measures: tuple[str, ...]
    qualifiers: tuple[str, ...]
    populations: tuple[str, ...]
    roles: tuple[Meaning, ...]
    precisions: tuple[str, ...]
    date_precisions: tuple[str, ...]
    factualities: tuple[str, ...]
    protected: tuple[str, ...]
    stances: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What this server is, and what it stands on."""

    version: str
    counts: dict[str, int]
    gazetteer: dict[str, Any]
    notices: str


@dataclass(frozen=True, slots=True)
class _Kinded:
    kind: str
    type: str


@ROUTER.get("/codes", response_model=Codes)
async def codes(_: Reader) -> Response:
    """Give the codebook's codes, with what they mean."""
    lists = code_lists()
    return answer(
        Codes(
            types=tuple(TYPES),
            kinds=tuple(
                KindForm(
                    name=name,
                    label=label(name),
                    type=kind.type,
                    family=family_of(_Kinded(name, kind.type)).name,
                )
                for name, kind in kinds().items()
            ),
            families=tuple(
                FamilyForm(name=f.name, label=f.label, colour=f.colour, shape=f.shape)
                for f in FAMILIES
            ),
            grades=tuple(Meaning(name=n, meaning=m) for n, m in lists.grades.items()),
            weapons=tuple(sorted({*weapon_words().values(), "mixed", "naval"})),
            measures=lists.measures,
            qualifiers=lists.qualifiers,
            populations=lists.populations,
            roles=tuple(Meaning(name=n, meaning=m) for n, m in lists.roles.items()),
            precisions=tuple(RADIUS_KM),
            date_precisions=lists.date_precisions,
            factualities=FACTUALITIES,
            protected=tuple(sorted(protected_words().classes)),
            stances=lists.stances,
        )
    )


@ROUTER.get("/about", response_model=About)
async def about(request: Request, visitor: Reader) -> Response:
    """Tell the version, what the record holds, and on what data the program stands."""
    service = service_of(request)

    def make() -> bytes:
        form = About(
            version=version(),
            counts=service.store.counts(),
            gazetteer={"places": open_gazetteer().count(), "sources": _sources()},
            notices=_notices(),
        )
        return encoded(form)

    return await of_revision(request, visitor, make)


def _sources() -> list[dict[str, str]]:
    return [
        {"name": s.name, "version": s.version, "licence": s.licence} for _, s in SOURCES.items()
    ]


def _notices() -> str:
    """Give the notices that were installed with the program."""
    files = distribution("dateline").files or ()
    found = next((file for file in files if file.name == "NOTICE"), None)
    return found.read_text() if found else ""


ROUTE = Route(ROUTER)
