"""The network: a few layers of a small public encoder, and one layer that names kinds."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

_WIDTH, _HEADS, _INNER, _PIECES, _LONGEST = 384, 12, 1536, 30522, 512
_EPSILON = 1e-12


class Network(nn.Module):
    """From the numbers of pieces to a score for each class, for the pieces asked for."""

    def __init__(self, classes: int, layers: int, drop: float = 0.1) -> None:
        """Make an untrained network."""
        super().__init__()
        self.pieces = nn.Embedding(_PIECES, _WIDTH)
        self.places = nn.Embedding(_LONGEST, _WIDTH)
        self.norm = nn.LayerNorm(_WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(layers))
        self.kind = nn.Linear(_WIDTH, classes)

    def forward(self, pieces: Tensor, words: Tensor, blank: Tensor | None = None) -> Tensor:
        """Score words: pieces (passages, length), words as indices into the flattened pieces."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        state = self.drop(self.norm(self.pieces(pieces) + self.places(places)))
        for layer in self.layers:
            state = layer(state, blank)
        scores: Tensor = self.kind(self.drop(state.reshape(-1, _WIDTH)[words]))
        return scores


class Layer(nn.Module):
    """One layer of a transformer, normalised after each half."""

    def __init__(self, drop: float) -> None:
        """Make an untrained layer."""
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(_WIDTH, _WIDTH) for _ in range(4))
        self.widen, self.narrow = nn.Linear(_WIDTH, _INNER), nn.Linear(_INNER, _WIDTH)
        self.norm_seen, self.norm_out = (nn.LayerNorm(_WIDTH, eps=_EPSILON) for _ in range(2))
        self.drop = nn.Dropout(drop)

    def forward(self, state: Tensor, blank: Tensor | None) -> Tensor:
        """Look around, then think; ``blank`` is added to the attention, far below 0 on padding."""
        query, key, value = (self._split(one(state)) for one in (self.query, self.key, self.value))
        weight = query @ key.transpose(-1, -2) / (_WIDTH // _HEADS) ** 0.5
        if blank is not None:
            weight = weight + blank
        seen = (self.drop(weight.softmax(-1)) @ value).transpose(1, 2).reshape(state.shape)
        state = self.norm_seen(state + self.drop(self.out(seen)))
        inner = self.narrow(nn.functional.gelu(self.widen(state)))
        out: Tensor = self.norm_out(state + self.drop(inner))
        return out

    def _split(self, state: Tensor) -> Tensor:
        return state.view(*state.shape[:2], _HEADS, -1).transpose(1, 2)


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm_seen",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
    "output.LayerNorm": "norm_out",
}


def lend(network: Network, path: Path) -> None:
    """Fill a network with the weights of the public encoder (all-MiniLM-L6-v2, Apache-2.0)."""
    given = load_file(path)
    weights = {"pieces.weight": given["embeddings.word_embeddings.weight"]}
    # Every passage is of the first kind that the encoder was trained with.
    first = given["embeddings.token_type_embeddings.weight"][0]
    weights["places.weight"] = given["embeddings.position_embeddings.weight"] + first
    for end in ("weight", "bias"):
        weights[f"norm.{end}"] = given[f"embeddings.LayerNorm.{end}"]
        for number in range(len(network.layers)):
            for theirs, ours in _NAMES.items():
                name = f"layers.{number}.{ours}.{end}"
                weights[name] = given[f"encoder.layer.{number}.{theirs}.{end}"]
    missing, unknown = network.load_state_dict(weights, strict=False)
    if set(missing) != {"kind.weight", "kind.bias"} or unknown:
        message = f"the weights do not fit: missing {missing}, unknown {unknown}"
        raise ValueError(message)
