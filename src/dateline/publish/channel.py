"""What a channel is, and what goes out on it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from dateline.records import Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An incident as a watch tells of it: found first ``published``, as it is since ``updated``.

    ``earlier`` are the revisions that were told before with their moments, the oldest first. An
    incident that is ``removed`` was taken for another or for none; ``successors`` are what it
    became.
    """

    incident: Listed
    published: datetime
    updated: datetime
    revision: int = 1
    earlier: tuple[tuple[int, datetime], ...] = ()
    removed: bool = False
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """What a watch has to tell, and the addresses that its links are made from.

    ``id`` never changes; ``address`` shows the watch, ``own_address`` is the feed's; ``base`` is
    where the web app is. ``sender`` names this Dateline as CAP and e-mail want it: a domain.
    """

    id: str
    title: str
    base: str
    address: str
    own_address: str
    updated: datetime
    sender: str = "dateline.invalid"
    entries: tuple[Entry, ...] = ()
    incident_path: str = "/incidents/{id}"

    def link(self, incident: str) -> str:
        """Give the address of an incident's page."""
        return self.base.rstrip("/") + self.incident_path.format(id=quote(incident, safe=""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way out; a ``pushed`` one is sent, any other is fetched by whoever wants it."""

    name: str
    description: str
    media_type: str
    write: Callable[[Bulletin], bytes]
    pushed: bool = False
