"""Connections to PostgreSQL: made anew when they break, to whichever server takes writes."""

from typing import Any

import sqlalchemy as sa

from dateline.errors import SettingError
from dateline.store.faults import notice_loss

_SCHEMES = ("postgresql", "postgres")
# Unless the address says otherwise: a server that does not answer is given up within seconds, both
# when it is called and while it is waited for.
_DEFAULTS = {
    "application_name": "dateline",
    "connect_timeout": "5",
    "keepalives_idle": "15",
    "keepalives_interval": "5",
    "keepalives_count": "3",
}
_STAYING = 5  # connections that are kept open; up to ten more while they are needed
# The server, too, gives up a client that is gone: its transaction would keep all writers waiting.
_SERVER_SIDE = (
    "SET tcp_keepalives_idle = 15",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
)


def postgresql_engine(address: str) -> sa.Engine:
    """Set up connections to the database at ``postgresql://…``; none is made yet."""
    scheme, _, rest = address.partition("://")
    if scheme not in _SCHEMES:
        message = f"A record is a file or postgresql://…, not {scheme}://"
        raise SettingError(message, address=address)
    try:
        url = _completed(sa.make_url(f"postgresql+psycopg://{_apart(rest)}"))
        engine = sa.create_engine(url, pool_size=_STAYING)
    except (sa.exc.ArgumentError, ValueError) as error:
        message = (
            f"{scheme}://… is no address: it has the form postgresql://user:password@host/name"
        )
        raise SettingError(message) from error
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "handle_error", notice_loss)
    return engine


def _apart(rest: str) -> str:
    """Write several hosts, as PostgreSQL's own programs take them, as SQLAlchemy does."""
    where, slash, name = rest.partition("/")
    user, at, hosts = where.rpartition("@")
    if "," not in hosts:
        return rest
    name, _, asked = name.partition("?")
    several = "&".join([*(f"host={host}" for host in hosts.split(",")), *filter(None, [asked])])
    return f"{user}{at}{slash}{name}?{several}"


def _completed(url: sa.URL) -> sa.URL:
    defaults = dict(_DEFAULTS)
    if not isinstance(url.query.get("host", ""), str):
        defaults["target_session_attrs"] = "read-write"  # of several, the one that takes writes
    return url.update_query_dict({k: v for k, v in defaults.items() if k not in url.query})


def _prepare(connection: Any, _: object) -> None:
    connection.autocommit = True
    for statement in _SERVER_SIDE:
        connection.execute(statement)
    connection.autocommit = False
