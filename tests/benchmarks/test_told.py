"""Reports whose triggers are marked."""

from benchmarks.training.told import Mark, load_told, unmarked
from dateline.knowledge.ontology import kinds


def test_marks_are_taken_out_and_kept():
    text, marks = unmarked(
        "Rockets [rained|shelling] on Tyre. A [truce|ceasefire|planned|?] is near."
    )

    assert text == "Rockets rained on Tyre. A truce is near."
    assert marks == [
        Mark(8, "shelling"),
        Mark(26, "ceasefire", "planned", optional=True),
    ]
    assert [text[mark.start :].split()[0] for mark in marks] == ["rained", "truce"]


def test_a_report_opens_with_its_name_day_and_publisher(tmp_path):
    tmp_path.joinpath("a.txt").write_text(
        "=== x1 | 2024-05-01 | wire | The Post\nA headline\n\nPolice [held|arrest] two.\n"
        "=== x2 | 2024-05-02 | post | Desk\nQuiet day\n"
    )
    first, second = load_told(tmp_path)

    assert (first.report.id, first.report.title) == ("x1", "A headline")
    assert str(first.report.published) == "2024-05-01"
    assert [mark.kind for mark in first.marks] == ["arrest"]
    assert second.marks == []


def test_every_mark_in_the_training_reports_is_a_kind_at_a_word():
    told = list(load_told())

    assert len({one.report.id for one in told}) == len(told) > 600
    for one in told:
        for mark in one.marks:
            assert mark.kind == "=" or mark.kind in kinds(), one.report.id
            assert one.report.text[mark.start].isalnum(), one.report.id
