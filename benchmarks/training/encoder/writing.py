"""From a trained network to the file that the program ships."""

import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from benchmarks.training.encoder.network import Network
from dateline.extract.encoder import CLASSES


def write(network: Network, classes: list[str], path: Path) -> None:
    """Write a network in eight bits; products take seven, which all processors add up alike."""
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = str(Path(folder) / "whole.onnx")
        torch.onnx.export(
            network,
            (torch.zeros(1, 8, dtype=torch.long), torch.tensor([1, 2])),
            whole,
            input_names=["pieces", "words"],
            output_names=["scores"],
            dynamic_axes={"pieces": {1: "length"}, "words": {0: "words"}},
            dynamo=False,
        )
        described = onnx.load(whole)
        onnx.helper.set_model_props(described, {CLASSES: json.dumps(classes)})
        onnx.save(described, whole)
        quantize_dynamic(
            whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
