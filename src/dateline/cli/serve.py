"""``dateline serve``: the web app and the HTTP API over a record."""

import os
from typing import TYPE_CHECKING

import click

from dateline.cli._record import record_option

if TYPE_CHECKING:
    from dateline.server.options import Options
    from dateline.store import Store


@click.command("serve")
@record_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--base",
    metavar="URL",
    help="The address by which others reach it, such as https://desk.example.org.",
)
@click.option(
    "--allow-network",
    "allowed",
    multiple=True,
    metavar="NETWORK",
    help="A private network that feeds, pages and webhooks may be on, as 10.1.0.0/16.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=min(2, os.cpu_count() or 1),
    show_default="2, or 1 on a single core",
    help="Processes that answer, each with memory of its own; more for many users at once.",
)
@click.option("--no-work", is_flag=True, help="Do not poll, read or deliver: another server does.")
def serve(
    *,
    address: str,
    host: str,
    port: int,
    base: str | None,
    allowed: tuple[str, ...],
    workers: int,
    no_work: bool,
) -> None:
    """Serve the web app and the API over a record, which is made where there is none.

    The first start prints a link that signs you in as admin, once. E-mail of watches is sent by
    the server that the variables DATELINE_SMTP_HOST, _PORT, _USER, _PASSWORD and _SENDER name.
    """
    from urllib.parse import urlsplit

    from dateline.ingest.addresses import networks
    from dateline.server.options import Options, post_from
    from dateline.store import open_store

    own = base or f"http://{host}:{port}"
    options = Options(
        record=address,
        host=host,
        port=port,
        base=own.rstrip("/"),
        names=tuple({host, urlsplit(own).hostname or host}),
        allowed=networks(allowed),
        post=post_from(),
        workers=workers,
        work=not no_work,
    )
    with open_store(address, patience=0) as store:  # who waits would keep all others waiting
        _run(store, options)


def _run(store: "Store", options: "Options") -> None:
    from dateline.server.running import run, welcome

    click.echo(welcome(store, options))
    run(store, options)


COMMAND = serve
