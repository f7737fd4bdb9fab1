"""How the report came about, and how far it can be trusted."""

from importlib.metadata import version

from dateline.publish import days
from dateline.publish.sitrep.shelf import Shelf
from dateline.publish.sitrep.wordings import GRADES
from dateline.records import When

_GRADES = "; ".join(f"{grade}: {words}" for grade, words in GRADES.items())
METHOD = (
    (
        "Drafted by a machine",
        (
            "This report was drafted by a program from news reports and is to be checked by a "
            "person before it is used. It knows only what these reports tell. It is not an alert, "
            "and nothing in it is exact enough, or meant, for choosing targets."
        ),
    ),
    (
        "Reports and origins",
        (
            "An origin is whose words a report goes back to: an agency, a publisher's own "
            "reporting, an official statement. Reports that copy or credit one origin are one "
            "voice, however many they are. Both numbers are always given."
        ),
    ),
    (
        "Grades",
        (_GRADES + ". A grade is computed unless an analyst is named beside it."),
    ),
    (
        "Figures",
        (
            "The bounds are the least and the greatest number that any origin still stands by; "
            "the best supported number is the one that most origins give. A later report of an "
            "origin replaces its earlier one. “Or more” stands where somebody says “at least”."
        ),
    ),
    (
        "Totals",
        (
            "The bounds of the incidents are added up. An incident that is part of a wider one "
            "counts only through it: the wider one's own figure stands for all, and its parts "
            "raise the upper bound where together they exceed it; where it has none, its parts "
            "are added up. Of wider incidents that share a part, the largest gives the lower "
            "bound and their sum the upper. What is only planned, conditional or denied, what is "
            "told as history, and words alone are not counted. Running counts over many events "
            "enter no total. Two incidents that the program held apart may be one happening, "
            "and then count twice; where it was unsure it says so. An incident without a "
            "figure is not an incident without victims."
        ),
    ),
    (
        "Places and days",
        (
            "A building has the point of its town. A district, province or country is drawn as an "
            "area with a soft edge, as wide as such areas are on average, around a point that "
            "means nothing more. Days that are not exact are drawn as bars. Outlines are Natural "
            "Earth's, town names GeoNames'; borders and names imply no view on the status of any "
            "territory."
        ),
    ),
    (
        "Persons",
        (
            "Names of private persons who acted or were acted on are withheld, in quotes too. All "
            "other words in quotation marks are the reports' own."
        ),
    ),
)


def foot(shelf: Shelf) -> str:
    """Name the program's version and the days on which the reports came out."""
    words = f"Dateline {version('dateline')}"
    published = [report.published for report in shelf.reports if report.published]
    if not published:
        return words
    when = When(start=min(published), end=max(published), precision="day")
    return f"{words} · reports published {days.in_words(when)}"
