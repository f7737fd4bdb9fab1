"""``dateline codes``."""

import pytest

from dateline.knowledge.ontology import TYPES, kinds


@pytest.mark.parametrize("name", [*TYPES, *kinds()])
def test_every_type_and_kind_is_listed(run, name):
    assert name in run("codes").stdout.split()


@pytest.mark.parametrize("name", kinds())
def test_a_kind_is_shown_in_full(run, name):
    shown = " ".join(run("codes", name).stdout.split())
    kind = kinds()[name]

    assert f"type {kind.type} · ACLED {kind.acled} · CAMEO {kind.cameo}" in shown
    assert all(" ".join(example.split()) in shown for example in kind.matches)
