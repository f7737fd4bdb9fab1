"""The size budgets are counted as they are meant."""

import ast

import pytest

from tools import sizes

LONG = "def long():\n" + "    x = 1\n" * 51
COMMENTED = 'def f():\n    """Say."""\n\n    # why\n    x = 1\n\n    return x\n'


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        pytest.param(COMMENTED, 2, id="comments and blank lines do not count"),
        pytest.param('def f():\n    """Say."""\n', 0, id="a docstring alone"),
        pytest.param(LONG, 51, id="long"),
    ],
)
def test_lines_of_code_are_counted(source, lines):
    assert sizes.body_lines(ast.parse(source).body[0], source) == lines


@pytest.mark.parametrize(
    ("source", "breaches"),
    [
        pytest.param("x = 1\n", 0, id="fine"),
        pytest.param("x = 1\n" * 401, 1, id="long file"),
        pytest.param(LONG, 1, id="long body"),
        pytest.param("def get_day(): ...\n", 1, id="getter"),
    ],
)
def test_each_breach_is_printed_and_counted(tmp_path, capsys, source, breaches):
    (tmp_path / "one.py").write_text(source)

    assert sizes.main([str(tmp_path)]) == breaches
    assert len(capsys.readouterr().out.splitlines()) == breaches + 1
