"""The filters of an address, the same at every route: made into a query for who asks."""

from dataclasses import dataclass, replace
from typing import Annotated, Any, TypeAlias, TypeVar

import msgspec
from fastapi import Depends, Query
from pydantic import BaseModel, Field, StringConstraints

from dateline.errors import SettingError, UnknownNameError
from dateline.keeping.asking import asked
from dateline.records import Position
from dateline.records import Query as Asked
from dateline.server.visitors import Visitor, signed_in

T = TypeVar("T")
Number: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]  # what a database takes
_Word: TypeAlias = Annotated[str | None, StringConstraints(max_length=500)]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=1000)]
Cursor: TypeAlias = Annotated[str | None, Query(max_length=400)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The filters as they were given, the query they make, and who asks."""

    given: dict[str, str]
    query: Asked
    note: str | None
    visitor: Visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbered:
    number: Number


class FilterWords(BaseModel):
    """The filters by their names; all that are given hold together."""

    place: _Word = Field(None, description="At or around a place, or in a country.")
    box: _Word = Field(None, description="west,south,east,north in degrees.")
    near: _Word = Field(None, description="latitude,longitude in degrees.")
    radius: _Word = Field(None, description="Kilometres, with place and near.")
    since: _Word = Field(None, alias="from", description="On or after this day.")
    to: _Word = Field(None, description="On or before this day.")
    type: _Word = Field(None, description="One of the sixteen types.")
    kind: _Word = Field(None, description="The finer code.")
    family: _Word = Field(None, description="air,fire,blast,clash,coercion,protest,diplomacy")
    actor: _Word = Field(None, description="Who acts, or is acted on.")
    weapon: _Word = None
    grade: _Word = None
    origins: _Word = Field(None, description="At least so many, independent.")
    text: _Word = Field(None, description="With all these words.")
    protected: _Word = Field(None, description="A class of protected sites, or any.")
    unplaced: _Word = Field(None, description="true: only what has no place.")
    undated: _Word = Field(None, description="true: only what has no day.")


async def filters(
    words: Annotated[FilterWords, Query()], visitor: Annotated[Visitor, Depends(signed_in)]
) -> Filters:
    """Understand the filters; readers are not shown sensitive incidents."""
    return understood(words.model_dump(by_alias=True, exclude_none=True), visitor)


def understood(given: dict[str, str], visitor: Visitor) -> Filters:
    """Make a query of filters that were given by name."""
    try:
        made = asked(given)
    except UnknownNameError as error:
        raise SettingError(str(error), **error.facts) from error
    query = made.query if visitor.analyst else replace(made.query, sensitive=False)
    return Filters(given=given, query=query, note=made.note, visitor=visitor)


Filtered: TypeAlias = Annotated[Filters, Depends(filters)]


def cursor_of(**place: Any) -> str:
    """Write a place in a list as an opaque word."""
    return msgspec.json.encode(place).hex()


def placed(cursor: str | None, form: type[T]) -> T | None:
    """Read a cursor again; one that is not of this list is refused."""
    if cursor is None:
        return None
    try:
        return msgspec.convert(msgspec.json.decode(bytes.fromhex(cursor)), form)
    except (ValueError, RecursionError, msgspec.DecodeError) as error:
        message = "This is no cursor of this list; take the one that the page before gave as next"
        raise SettingError(message) from error


def numbered(cursor: str | None) -> int | None:
    """Read the cursor of a list whose entries are numbered."""
    found = placed(cursor, _Numbered)
    return found.number if found else None


def position_of(cursor: str | None) -> Position | None:
    """Read the cursor of a list of incidents."""
    return placed(cursor, Position)
