"""Drawings, element by element: attributes and words are escaped, nothing else gets in."""

from html import escape


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """Write an element; an underscore in a name is a hyphen, ``class_`` is class."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_written(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{given}>{''.join(inside)}</{name}>" if inside else f"<{name}{given}/>"


def words(said: str, x: float, y: float, **attributes: str | float) -> str:
    """Write words at a point."""
    return element("text", escape(said), x=x, y=y, **attributes)


def path(points: list[tuple[float, float]], *, closed: bool = False) -> str:
    """Write the data of a path through points."""
    steps = " ".join(f"{_written(x)} {_written(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}"


def picture(*inside: str, width: int, height: int, label: str) -> str:
    """Put a drawing together."""
    return element(
        "svg",
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_label=label,
        font_family=FONTS,
    )


# The first is in the PDF's own set, so that its map needs no font of the machine.
FONTS = "Libertinus Serif, Charter, Georgia, serif"


def _written(value: str | float) -> str:
    """Write coordinates to a tenth of a point, without needless zeros."""
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
