"""Synthetic archives of any length; no two reports are alike, and every one has unseen words."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_TOWNS = (
    "Goma Bunia Butembo Kharkiv Sumy Kherson Maiduguri Gwoza Marib Taiz Homs Idlib Mopti Gao"
    " Kidal Pemba Mueda Palma Sittwe Lashio Quetta Kandahar Kunduz Ghazni Malakal Bor Wau"
).split()
_DEEDS = (
    "Rebels shelled {town} on {day}, killing {dead} people and wounding {hurt}, the mayor said.",
    "An air strike on {town} killed {dead} people on {day}, residents said by telephone.",
    "Gunmen attacked a convoy near {town} on {day}; {dead} soldiers died, an army officer said.",
)
_QUIET = (
    "The football club of {town} beat its neighbours by {dead} goals to one on {day}.",
    "Shares of the bank of {town} rose by {hurt} per cent on {day}, the exchange said.",
    "A choir of {hurt} children sang in the cathedral of {town} on {day}.",
)
_FIRST = date(2015, 1, 1)
_SYLLABLES = "ba ko mi ra tu sel dor van pir lem gor ast hul nee zan".split()
_LATER = (
    "A spokesman named {name} asked for calm.",
    "The road to {name} was closed for some hours.",
    "{name}, who keeps a shop, said that business was slow.",
    "The weather service in {name} expects rain.",
)


def write(path: Path, count: int, *, quiet: float = 0.9, sentences: int = 4, seed: int = 1) -> Path:
    """Write so many reports, of which so large a share tells of no deed."""
    with path.open("w", encoding="utf-8") as file:
        for form in _forms(count, quiet, sentences, random.Random(seed)):  # noqa: S311
            file.write(json.dumps(form) + "\n")
    return path


def cycled(path: Path, texts: Path, count: int) -> Path:
    """Write so many reports with the texts of a file of JSON Lines, in turn."""
    held = [json.loads(line) for line in texts.read_text(encoding="utf-8").split("\n") if line]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            form = held[number % len(held)]
            head = form.get("report", {})
            told = {"id": f"r{number:07}", "title": head.get("title", form.get("title"))}
            told["published"] = str(head.get("published") or form.get("date") or _FIRST)[:10]
            file.write(json.dumps({"report": told, "text": form["text"]}) + "\n")
    return path


def _forms(
    count: int, quiet: float, sentences: int, chance: random.Random
) -> Iterator[dict[str, object]]:
    for number in range(count):
        day = _FIRST + timedelta(days=number * 3_650 // max(count, 1))
        first = chance.choice(_QUIET if chance.random() < quiet else _DEEDS)
        town = chance.choice(_TOWNS)
        text = first.format(
            town=town, day=f"{day:%A}", dead=chance.randint(2, 30), hurt=chance.randint(2, 90)
        )
        later = [chance.choice(_LATER).format(name=_name(chance)) for _ in range(sentences)]
        head = {
            "id": f"r{number:07}",
            "title": f"News of {town}",
            "publisher": f"Paper {chance.randrange(50)}",
            "published": str(day),
        }
        yield {"report": head, "text": " ".join([text, *later])}


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 5))).capitalize()
