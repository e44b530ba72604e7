"""The letters that pages and big type are set in, vendored with their licences beside them."""

from importlib.resources import files
from pathlib import Path
from typing import Literal

FontName = Literal[
    "AtkinsonHyperlegibleNext-Regular",
    "AtkinsonHyperlegibleNext-Regular_Italic",
    "AtkinsonHyperlegibleNext-Bold",
    "DejaVuSans",
    "DejaVuSans-Bold",
    "NotoSansArabic-Regular",
    "NotoSansArabic-Bold",
    "NotoSansHebrew-Regular",
    "NotoSansHebrew-Bold",
]


def font_file(name: FontName) -> Path:
    """Where the TrueType file of a vendored font lies."""
    return Path(str(files("exports.fonts") / f"{name}.ttf"))
