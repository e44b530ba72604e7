"""The letters that pages and big type are set in, vendored with their licences beside them.

The `.woff2` files are the `.ttf` of the same name, packed for web pages by fontTools.
"""

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

WebFontName = Literal["AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"]


def font_file(name: FontName) -> Path:
    """Where the TrueType file of a vendored font lies."""
    return Path(str(files("exports.fonts") / f"{name}.ttf"))


def web_font(name: WebFontName) -> bytes:
    """A vendored font as WOFF2, which every browser reads."""
    return files("exports.fonts").joinpath(f"{name}.woff2").read_bytes()
