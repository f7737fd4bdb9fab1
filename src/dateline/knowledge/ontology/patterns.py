"""The small notation in which a kind lists its triggers.

``v:fire|launch obj=@weapon.rocket !at=range => rocket`` reads: the verb *fire* or *launch*, with
a rocket as its object and nothing like a range after *at*; the weapon is then a rocket.  ``v``,
``n`` and ``a`` are verbs, nouns and adjectives in their base form.  A test names a slot (``subj``,
``obj``, ``agent``, ``prt`` for particles, ``mod`` for modifiers, ``comp`` for clauses, ``near``
for the sentence, or a preposition) and the base forms, ``@groups`` or ``*`` that may fill it.
"""

import re
from dataclasses import dataclass

from dateline.errors import KnowledgeError

_HEAD = re.compile(r"([vna]):(\S+)")
_TEST = re.compile(r"(!?)([a-z]+)=(\S+)")


@dataclass(frozen=True, slots=True)
class Test:
    """One demand on a slot of the trigger's clause."""

    slot: str
    words: frozenset[str]
    groups: tuple[str, ...]
    absent: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a kind is told; ``rule`` names it in the record."""

    kind: str
    rule: str
    pos: str
    lemmas: tuple[str, ...]
    tests: tuple[Test, ...]
    weapon: str | None

    def rank(self) -> tuple[int, str]:
        """Sort the most demanding pattern first, ties by name."""
        asked = sum(0 if t.absent else 1 if "*" in t.words else 2 for t in self.tests)
        return (-asked, self.rule)


def read_pattern(line: str, *, kind: str, number: int) -> Pattern:
    """Read one line of the notation."""
    body, _, weapon = line.partition("=>")
    head, *rest = body.split() or [""]
    match = _HEAD.fullmatch(head)
    tests = [_TEST.fullmatch(word) for word in rest]
    if not match or not all(tests):
        message = f"Kind {kind!r}: cannot read the trigger {line!r}; see patterns.py for the form"
        raise KnowledgeError(message, kind=kind, line=line)
    return Pattern(
        kind=kind,
        rule=f"{kind}/{number}:{match[2].partition('|')[0]}",
        pos=match[1],
        lemmas=tuple(match[2].split("|")),
        tests=tuple(_read_test(*test.groups()) for test in tests if test),
        weapon=weapon.strip() or None,
    )


def _read_test(negated: str, slot: str, values: str) -> Test:
    words = [v for v in values.split("|") if not v.startswith("@")]
    groups = tuple(v[1:] for v in values.split("|") if v.startswith("@"))
    return Test(slot, frozenset(words), groups, bool(negated))
