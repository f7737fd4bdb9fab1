"""The record a command works on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dateline.errors import SettingError

if TYPE_CHECKING:  # it takes a tenth of a second, and `--help` needs none of it
    from dateline.store import Store

F = TypeVar("F", bound=Callable[..., Any])
DAY = click.DateTime(["%Y-%m-%d"])

record_option = click.option(
    "--record",
    "address",
    envvar="DATELINE_RECORD",
    default="dateline.db",
    show_default=True,
    metavar="PATH|URL",
    help="The record: a file, or postgresql://…  [env: DATELINE_RECORD]",
)
author_option = click.option(
    "--author",
    envvar="DATELINE_AUTHOR",
    default=getuser,
    metavar="NAME",
    help="Who decides; by default your user name.  [env: DATELINE_AUTHOR]",
)
reason_option = click.option(
    "--reason", required=True, metavar="WORDS", help="Why; kept with the judgement."
)


@contextmanager
def opened(address: str) -> Iterator["Store"]:
    """Open the record that is there, or the past one that ``as-of`` has made."""
    from dateline.store import open_store

    past = click.get_current_context().find_root().obj
    if past is not None:
        yield past
        return
    if "://" not in address and not Path(address).exists():
        message = f"There is no record at {address}; `dateline add PATH…` makes one"
        raise SettingError(message, address=address)
    with open_store(address, create=False) as store:
        yield store
