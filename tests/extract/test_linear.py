"""Linear models over named features."""

import numpy as np
import pytest

from dateline.extract import linear
from dateline.extract.linear import LinearModel, load_model

CLASSES = ["no", "yes"]


@pytest.fixture
def model():
    """Weigh "shelled" for yes, "sea" for no."""
    weights = np.array([[-1, 1], [2, -2]], dtype=np.float32)
    return LinearModel(CLASSES, ["shelled", "sea"], weights, np.zeros(2, dtype=np.float32))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Keep weights in a folder of the test's own."""
    monkeypatch.setattr(linear, "_FOLDER", tmp_path / "weights")
    load_model.cache_clear()
    yield tmp_path / "weights"
    load_model.cache_clear()


@pytest.mark.parametrize(
    ("features", "best"),
    [
        pytest.param(["shelled"], "yes", id="for"),
        pytest.param(["sea"], "no", id="against"),
        pytest.param(["shelled", "sea"], "no", id="the heavier wins"),
    ],
)
def test_the_weights_of_the_features_decide(model, features, best):
    name, share = model.best(features)

    assert name == best
    assert share > 0.5


def test_shares_are_a_distribution(model):
    assert sum(model.probabilities(["shelled"])) == pytest.approx(1)


def test_a_score_is_a_sum(model):
    no, yes = model.probabilities(["shelled"])

    assert np.log(yes / no) == pytest.approx(2)


@pytest.mark.parametrize(
    ("features", "same"),
    [
        pytest.param(["shelled", "never seen"], ["shelled"], id="unknown features"),
        pytest.param(["shelled", "shelled"], ["shelled"], id="a feature told twice"),
        pytest.param(["never seen"], [], id="nothing known"),
    ],
)
def test_some_features_count_nothing(model, features, same):
    assert list(model.probabilities(features)) == list(model.probabilities(same))


def test_without_features_the_bias_decides():
    bias = np.array([3, 0], dtype=np.float32)
    model = LinearModel(CLASSES, ["x"], np.zeros((1, 2), dtype=np.float32), bias)

    assert model.best([])[0] == "no"


def test_great_scores_do_not_overflow():
    weights = np.array([[-1e4, 1e4]], dtype=np.float32)
    model = LinearModel(CLASSES, ["x"], weights, np.zeros(2, dtype=np.float32))

    assert model.best(["x"]) == ("yes", 1.0)


def test_many_at_once_are_each_as_alone(model):
    batch = [["shelled"], [], ["sea", "never seen"], ["shelled", "sea"]]

    together = model.probabilities_of(batch)

    for features, shares in zip(batch, together, strict=True):
        assert shares == pytest.approx(model.probabilities(features))


@pytest.mark.usefixtures("folder")
def test_a_saved_model_is_read_back(model):
    model.save("tiny")

    again = load_model("tiny")

    assert again.classes == model.classes
    for features in ([], ["shelled"], ["sea"], ["shelled", "sea", "never seen"]):
        assert list(again.probabilities(features)) == list(model.probabilities(features))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "name",
    [
        pytest.param("w-1=“", id="quotation mark"),
        pytest.param("l=Zürich/NN", id="umlaut"),
        pytest.param("b=كابول", id="Arabic"),
        pytest.param("w+1=\u00a0", id="hard space"),
        pytest.param("w-1=", id="nothing"),
    ],
)
def test_the_name_of_a_feature_may_be_any_word(name):
    weights = np.array([[0, 1], [0, -4]], dtype=np.float32)
    LinearModel(CLASSES, ["plain", name], weights, np.zeros(2, dtype=np.float32)).save("odd")

    assert load_model("odd").best([name])[0] == "no"


def test_saving_twice_writes_the_same_bytes(model, folder):
    model.save("one")
    model.save("two")

    assert (folder / "one.npz").read_bytes() == (folder / "two.npz").read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_model_is_read_once(model):
    model.save("tiny")

    assert load_model("tiny") is load_model("tiny")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, id=name)
        for name in "triggers parties places times factuality weapons links merging".split()
    ],
)
def test_every_model_is_shipped_whole(name):
    model = load_model(name)
    shares = model.probabilities([])

    assert len(shares) == len(model.classes) == len(set(model.classes)) > 1
    assert np.isfinite(shares).all()
    assert list(shares) == list(model.probabilities([]))
