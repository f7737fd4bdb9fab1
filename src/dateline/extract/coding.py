"""Read one parsed report, step by step: the order of the finders is the order here."""

from dataclasses import replace

from dateline.extract import genre, happenings, heavy_arms
from dateline.extract.actors import find_actors
from dateline.extract.arguments import find_arguments
from dateline.extract.assembly import assemble
from dateline.extract.claims import find_claims
from dateline.extract.evidence import check_evidence
from dateline.extract.factuality import find_factuality
from dateline.extract.figures import find_figures
from dateline.extract.genre import least_sureness, rate_sentences
from dateline.extract.happenings import Options, find_triggers
from dateline.extract.means import fitting_kind
from dateline.extract.mentions import Trigger
from dateline.extract.merging import Telling, merge
from dateline.extract.parse import Parse
from dateline.extract.persons import find_names
from dateline.extract.places import find_places
from dateline.extract.reading import Reading
from dateline.extract.structure import find_blocks, find_credits
from dateline.extract.times import find_times
from dateline.extract.weapons import find_weapons
from dateline.knowledge.gazetteer.lookup import open_gazetteer
from dateline.records import Block, BlockKind, Record, Report

# So sure must a word be in a paragraph that sounds like another genre, where others of the report
# tell of war: homes and goods are spoken of there, too.
CERTAIN = 0.985

# What stands here tells of the report or of its publisher, never of the war.
SILENT = {BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.BOILERPLATE, BlockKind.DATELINE}


def code(report: Report, parse: Parse, options: Options = happenings.USUAL) -> Record:
    """Code one report."""
    blocks = find_blocks(report.text, title=report.title)
    report = with_credits(report, blocks)
    parse = with_names(parse)
    ratings = rate_sentences(parse, blocks)
    quiet = all(rating > genre.THRESHOLD for rating in ratings)
    if quiet and not heavy_arms.may_be_told(parse):
        return Record(report=report, blocks=blocks)
    reading = find_mentions(report, parse, blocks)
    found = [t for t in find_triggers(reading, options) if _tells(reading, t, ratings)]
    triggers = [replace(t, kind=fitting_kind(reading, t)) for t in found]
    tellings = [_telling(reading, trigger) for trigger in triggers]
    return check_evidence(assemble(reading, merge(reading, tellings)))


def find_mentions(report: Report, parse: Parse, blocks: tuple[Block, ...] | None = None) -> Reading:
    """Find all that is named in one report, before it becomes events."""
    known = find_blocks(report.text, title=report.title) if blocks is None else blocks
    parse = with_names(parse)
    reading = Reading(report, parse, blocks=known)
    reading.weapons = find_weapons(parse)
    reading.times = find_times(parse, report.published)
    reading.places = find_places(parse, open_gazetteer())
    reading.actors = find_actors(parse, places=reading.places)
    reading.figures = find_figures(parse)
    reading.claims = find_claims(parse, reading.actors)
    return reading


def with_credits(report: Report, blocks: tuple[Block, ...]) -> Report:
    """Name the agencies that the text credits, where nobody named them before."""
    return report if report.credits else replace(report, credits=find_credits(report.text, blocks))


def with_names(parse: Parse) -> Parse:
    """Find the names where the pipeline has no name tagger."""
    return parse if parse.entities else replace(parse, entities=find_names(parse))


def _tells(reading: Reading, trigger: Trigger, ratings: list[float]) -> bool:
    """Ask more of a word in a paragraph of sport or markets; ask nothing of a byline."""
    rating = ratings[reading.parse.sent_of[trigger.head]]
    asked = least_sureness(rating, happenings.THRESHOLD)
    if min(ratings) <= 0:
        asked = min(asked, CERTAIN)
    if heavy_arms.are_told(reading, trigger):
        asked = min(asked, heavy_arms.SURE)
    return trigger.sure >= asked and reading.block_at[trigger.head] not in SILENT


def _telling(reading: Reading, trigger: Trigger) -> Telling:
    return Telling(
        trigger=trigger,
        arguments=find_arguments(reading, trigger),
        factuality=find_factuality(reading, trigger),
    )
