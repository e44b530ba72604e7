"""Pictures as drawings: the same for a PDF and, as SVG, for a web page."""

from pathlib import Path

from reportlab.graphics.shapes import Drawing

from exports.document import Picture
from exports.pdf.paper import MM
from exports.pdf.pictures import bars, code, columns, diagram, lattice, rings, slope, spread, stages, strip, venn
from exports.pdf.pictures.surface import NotDrawn, Surface, drawn

__all__ = [
    "NotDrawn",
    "bars",
    "code",
    "columns",
    "diagram",
    "drawing",
    "lattice",
    "rings",
    "slope",
    "spread",
    "stages",
    "strip",
    "venn",
]


def drawing(picture: Picture, width_mm: float, *, fonts: Path | None = None) -> Drawing:
    """A picture of this width, as high as it needs.

    Letters that need shaping are drawn by their outlines, the others as text in fonts of `exports.fonts`, named as
    their files. `fonts` is a folder of fonts for other scripts. Raises NotDrawn for a kind of picture that has no
    drawing: its table says the same.
    """
    return drawn(picture, Surface(width_mm * MM, fonts))
