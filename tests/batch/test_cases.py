from dataclasses import replace
from pathlib import Path

import pytest

from dateline.batch.cases import BROKEN, Cases
from dateline.batch.shard import Piece, Shard
from dateline.batch.task import Settings, Task
from dateline.errors import DatelineError

SHARD = Shard(name="part-000000", pieces=(Piece(path="a.jsonl", kind="jsonl"),))
TASK = Task(folder=Path("out"), shard=SHARD, settings=Settings())


def test_a_report_at_which_three_workers_die_is_condemned():
    cases = Cases()

    second = cases.died(TASK, (16, 31), BROKEN)
    third = cases.died(second, (20, 20), BROKEN)
    last = cases.died(third, (20, 20), BROKEN)

    assert second == replace(TASK, suspects=(16, 31))
    assert third == replace(TASK, alone=20)
    assert last == replace(TASK, condemned={20: BROKEN})


def test_one_that_lives_alone_is_innocent():
    cases = Cases()
    third = cases.died(cases.died(TASK, (16, 31), BROKEN), (20, 20), BROKEN)

    assert cases.lived(third) == TASK
    assert cases.lived(TASK) is None


def test_a_worker_that_had_not_begun_blames_nobody():
    cases = Cases()

    assert cases.died(TASK, None, BROKEN) == TASK
    assert cases.died(replace(TASK, alone=3), None, BROKEN) == replace(TASK, alone=3)


def test_dying_elsewhere_the_second_time_makes_others_suspects():
    cases = Cases()
    second = cases.died(TASK, (16, 31), BROKEN)

    assert cases.died(second, (40, 55), BROKEN) == replace(TASK, suspects=(40, 55))


def test_the_condemned_are_left_out_from_then_on():
    cases = Cases()
    cases.died(replace(TASK, alone=20), (20, 20), BROKEN)

    assert cases.died(TASK, (0, 15), "late").condemned == {20: BROKEN}


def test_where_nobody_gets_past_a_condemned_report_its_file_is_shut():
    cases = Cases()
    known = cases.died(replace(TASK, alone=20), (20, 20), BROKEN)

    once = cases.died(known, (20, 20), BROKEN)
    twice = cases.died(once, (20, 20), BROKEN)

    assert once == known
    assert twice == replace(known, shut=frozenset({20}))


def test_one_that_is_tried_alone_is_not_blamed_for_a_death_on_the_way_to_it():
    alone = replace(TASK, alone=20)

    assert Cases().died(alone, (7, 7), BROKEN) == alone


def test_workers_that_go_on_dying_end_the_run_with_what_to_look_at():
    cases = Cases()
    for _ in range(50):
        cases.died(TASK, (0, 15), BROKEN)

    with pytest.raises(DatelineError, match="no single report is to blame; is there enough mem"):
        cases.died(TASK, (0, 15), BROKEN)
