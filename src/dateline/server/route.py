"""What a file of routes defines: a router, under the address of the API."""

from dataclasses import dataclass

from fastapi import APIRouter


@dataclass(frozen=True, slots=True)
class Route:
    """A group of routes; ``router`` has no prefix but its own."""

    router: APIRouter
