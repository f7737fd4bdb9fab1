"""Fit the linear models on the training reports: ``python -m benchmarks.training.train``.

The order matters: the encoder and triggers come before merging, parties and places too, because
the tellings that are merged are found and carry the arguments that those models choose. The first
pass, which reads raw text, depends on none of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language

from benchmarks.training import examples, first_pass, told_examples
from benchmarks.training.fit import Example, fit
from benchmarks.training.gold import Aligned, align, load_coded
from benchmarks.training.sentences import sentence_examples
from dateline.extract.coding import find_mentions
from dateline.extract.language import load_language
from dateline.extract.linear import load_model
from dateline.extract.parse import Parse


@dataclass(frozen=True, slots=True)
class Task:
    """One model: its name, its examples, and how freely it may fit them."""

    name: str
    examples: Callable[[Aligned], Iterator[Example]]
    strength: float


# The strengths are the best of 0.1, 0.2, 0.5, 1 and 2 by four-fold cross-validation.
TASKS = (
    Task("triggers", examples.trigger_examples, 0.4),
    Task("parties", examples.party_examples, 0.2),
    Task("places", examples.place_examples, 0.2),
    Task("times", examples.time_examples, 0.2),
    Task("factuality", examples.factuality_examples, 0.5),
    Task("weapons", examples.weapon_examples, 0.5),
    Task("links", examples.link_examples, 0.2),
    Task("merging", examples.merge_examples, 0.2),
)


def main() -> None:
    """Fit the models one after the other and write their weights."""
    nlp = load_language()
    aligned = list(read_aligned(nlp))
    further = list(sentence_examples(nlp))
    for one in told_examples.read_marked(nlp):
        further += told_examples.trigger_examples(one)
    for task in TASKS:
        train(task, aligned, further if task.name == "triggers" else [])
    first_pass.main([])


def read_aligned(nlp: Language) -> Iterator[Aligned]:
    """Parse the training reports and align them with their coding."""
    for report, coded in load_coded():
        yield align(find_mentions(report, Parse.of(nlp(report.text))), coded)


def train(task: Task, aligned: list[Aligned], further: list[Example]) -> None:
    """Fit one model and write it."""
    found = [example for one in aligned for example in task.examples(one)] + further
    model = fit(found, strength=task.strength)
    model.save(task.name)
    load_model.cache_clear()
    print(f"{task.name}: {len(found)} examples, {len(model.classes)} classes")


if __name__ == "__main__":
    main()
