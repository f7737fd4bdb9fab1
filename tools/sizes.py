"""Check the size budgets: short files, short functions, few names that begin with ``get_``."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

MOST_LINES_A_FILE = 400
MOST_LINES_A_BODY = 50
MOST_GETTERS = 0.02  # of all functions: a name should say what is found, read or resolved

Function = ast.FunctionDef | ast.AsyncFunctionDef


def main(folders: list[str]) -> int:
    """Print each breach; return how many there are."""
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*.py"))
    breaches = [breach for path in paths for breach in _breaches(path)]
    breaches.extend(_getters(paths))
    for breach in breaches:
        print(breach)
    print(f"{len(paths)} files, {len(breaches)} over budget")
    return len(breaches)


def _breaches(path: Path) -> Iterator[str]:
    source = path.read_text(encoding="utf-8")
    lines = source.count("\n")
    if lines > MOST_LINES_A_FILE:
        yield f"{path}: {lines} lines, budget {MOST_LINES_A_FILE}"
    for function in _functions(source):
        size = body_lines(function, source)
        if size > MOST_LINES_A_BODY:
            yield f"{path}:{function.lineno} {function.name}: {size} lines of body, budget 50"


def body_lines(function: Function, source: str) -> int:
    """Count the lines of code in a function, without docstring, comments and blank lines."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    if not body:
        return 0
    lines = source.splitlines()[body[0].lineno - 1 : body[-1].end_lineno]
    return sum(1 for line in lines if line.strip() and not line.strip().startswith("#"))


def _getters(paths: list[Path]) -> Iterator[str]:
    names = [f.name for path in paths for f in _functions(path.read_text(encoding="utf-8"))]
    getters = [name for name in names if name.lstrip("_").startswith("get_")]
    if len(getters) > MOST_GETTERS * len(names):
        yield f"{len(getters)} of {len(names)} functions are named get_…: {', '.join(getters)}"


def _functions(source: str) -> list[Function]:
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, Function)]


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
