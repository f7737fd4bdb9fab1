"""The codes that everything is told in, and what this server is."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from dateline import version
from dateline.keeping.glancing import GRADE_MEANINGS
from dateline.knowledge.families import FAMILIES, family_of
from dateline.knowledge.licences import notices
from dateline.knowledge.ontology import TYPES, kinds, weapon_words
from dateline.knowledge.protected import protected_words
from dateline.publish.columns import RADIUS_KM
from dateline.publish.forms.listed import label
from dateline.reconcile.correcting import FACTUALITIES
from dateline.server.answers import answer, encoded, of_revision
from dateline.server.route import Route
from dateline.server.service import service_of
from dateline.server.visitors import Reader

ROUTER = APIRouter(tags=["codes"])
_MEASURES = (
    "killed injured casualties missing abducted detained displaced evacuated treated sentenced "
    "participants damaged destroyed intercepted launched other"
).split()
_QUALIFIERS = "exact about at-least at-most range".split()
_POPULATIONS = "people civilian military combatant children women police aid-worker mixed".split()
_STANCES = "asserts denies estimates accuses warns promises demands confirms doubts".split()
_ROLES = {
    "GOV": "a government or its officials",
    "MIL": "a state's armed forces",
    "POL": "police",
    "REB": "rebels, insurgents",
    "CRM": "gangs and criminals",
    "CVL": "civilians and their things",
    "REF": "refugees and displaced people",
    "MED": "hospitals and health workers",
    "EDU": "schools and their people",
    "REL": "religious sites and people",
    "AID": "aid organisations",
    "JRN": "journalists",
    "OPP": "a political opposition",
    "LEG": "a parliament",
    "JUD": "courts",
    "SPY": "intelligence services",
    "BUS": "businesses",
    "LAB": "workers",
    "IGO": "international organisations",
    "NGO": "other organisations",
    "UNK": "not known",
}


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
    accuracy: tuple[dict[str, Any], ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kinded:
    kind: str
    type: str


@ROUTER.get("/codes", response_model=Codes)
async def codes(_: Reader) -> Response:
    """Give the codebook's codes, with what they mean."""
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
            grades=tuple(Meaning(name=n, meaning=m) for n, m in GRADE_MEANINGS.items()),
            weapons=tuple(sorted({*weapon_words().values(), "mixed", "naval"})),
            measures=tuple(_MEASURES),
            qualifiers=tuple(_QUALIFIERS),
            populations=tuple(_POPULATIONS),
            roles=tuple(Meaning(name=n, meaning=m) for n, m in _ROLES.items()),
            precisions=tuple(RADIUS_KM),
            date_precisions=("day", "week", "month", "year", "unknown"),
            factualities=FACTUALITIES,
            protected=tuple(sorted(protected_words().classes)),
            stances=tuple(_STANCES),
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
            gazetteer=gazetteer(),
            accuracy=tuple(accuracy()),
            notices=notices(),
        )
        return encoded(form)

    return await of_revision(request, visitor, make)


ROUTE = Route(ROUTER)
