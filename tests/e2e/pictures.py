"""The pictures of the pages in the documentation: kept anew where a page looks otherwise."""

import io
from pathlib import Path

from PIL import Image, ImageChops

FOLDER = Path(__file__).parents[2] / "docs" / "pages"
_SAME = 0.02  # share of the points: an hour or a name that differs makes no new picture
_COLOURS = 128


def keep(page, name):
    """Take a picture of a page, and keep it unless the one there is as good."""
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    path = FOLDER / f"{name}.png"
    if path.exists() and _differ(Image.open(path).convert("RGB"), taken) < _SAME:
        return
    FOLDER.mkdir(exist_ok=True)
    taken.quantize(_COLOURS).save(path, optimize=True)


def _differ(left, right):
    if left.size != right.size:
        return 1.0
    grey = ImageChops.difference(left, right).convert("L")
    return sum(grey.histogram()[48:]) / (left.width * left.height)
