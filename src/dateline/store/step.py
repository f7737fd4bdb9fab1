"""What a migration is."""

from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step of the schema; ``run`` does it on either database, inside a transaction."""

    name: str
    run: Callable[[sa.Connection], None]
