"""``dateline evaluate``: how often this version is right, on a gold file of one's own."""

from pathlib import Path

import click

from dateline.cli._output import opened

FORMS = ("table", "json", "html")


@click.command("evaluate")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMS), default="table", show_default=True)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="PATH",
    help="Write to a file, which appears whole or not at all.",
)
def evaluate(*, gold: Path, form: str, output: Path | None) -> None:
    """Read the reports of a gold file, and score what is coded against what it says.

    GOLD holds records as `dateline read --format jsonl` writes them, corrected by a person, one a
    line. Intervals are those in which 95 of 100 draws of its reports lie.
    """
    import json

    from dateline import version
    from dateline.ingest import read_paths
    from dateline.measure import card, read_gold
    from dateline.pipeline import Reader
    from dateline.publish.cards import CARDS
    from dateline.records import Report
    from dateline.records.codec import encode

    known = read_gold(gold)
    reports = (one for one in read_paths([str(gold)]) if isinstance(one, Report))
    found = {record.report.id: json.loads(encode(record)) for record in Reader().read_many(reports)}
    measured = card(known, found, corpus=gold.name, version=version())
    with opened(output) as stream:
        CARDS[form](measured, stream)


COMMAND = evaluate
