"""A thousand handouts against bare ReportLab drawing the same texts on as many pages, in the same run.

The reference knows every line and its place beforehand: it neither breaks lines nor lays out pages, and draws no
picture and no QR code. It has ReportLab's fonts of its own, and the same plain streams as ours (stock ReportLab writes
them as letters, which takes it more than twice as long). The two take turns, fifty
documents at a time, and processor time is counted, so that other work on the machine weighs on neither.
`.venv/bin/python -m tests.benchmarks.handouts [how many]`
"""

import sys
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

import exports
from exports.fonts import FontName, font_file
from tests.exports.room_of_teachers import contribution, session

FONTS: tuple[FontName, ...] = ("AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold", "DejaVuSans")
GOAL = 1.3
_RECORDED = 25
_STRETCH = 50


class Text(NamedTuple):
    """A stretch of text as it stands on a page: font, size, place in points from the lower left corner."""

    font: str
    size: float
    x: float
    y: float
    text: str


def recorded(path: Path) -> list[list[Text]]:
    """Every stretch of text of a document, a list a page."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        return [
            [
                Text(word["fontname"].split("+")[-1], word["size"], word["x0"], page.height - word["bottom"], word["text"])
                for word in page.extract_words(keep_blank_chars=True, extra_attrs=["fontname", "size"])
            ]
            for page in document.pages
        ]  # fmt: skip


def draw_bare(pages: list[list[Text]], path: Path) -> None:
    """The same texts in the same places with nothing but the canvas."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name in FONTS:
        if f"Bare-{name}" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(f"Bare-{name}", str(font_file(name))))
    canvas = Canvas(str(path), pagesize=(595.28, 841.89), invariant=1)
    for page in pages:
        for text in page:
            canvas.setFont(f"Bare-{text.font}", text.size)
            canvas.drawString(text.x, text.y, text.text)
        canvas.showPage()
    canvas.save()


def main(count: int = 1000) -> float:
    """Print both times and their ratio, which is returned."""
    of = session()
    room = [contribution(of, number) for number in range(1, count + 1)]
    with TemporaryDirectory() as place:
        folder = Path(place)
        first = exports.handouts(of, room[:_RECORDED], folder / "first")
        documents = cycle([recorded(path) for path in first])
        (folder / "bare").mkdir()
        ours = reference = 0.0
        pages = 0
        for begin in range(0, count, _STRETCH):
            stretch = room[begin : begin + _STRETCH]
            start = process_time()
            exports.handouts(of, stretch, folder / "ours")
            middle = process_time()
            for number, document in enumerate(islice(documents, len(stretch)), start=begin):
                draw_bare(document, folder / "bare" / f"{number}.pdf")
                pages += len(document)
            ours += middle - start
            reference += process_time() - middle
    ratio = ours / reference
    print(f"{count:,} handouts, {pages:,} pages")
    print(f"ours       {ours:6.2f} s of processor time  {pages / ours:5.0f} pages a second")
    print(f"reference  {reference:6.2f} s of processor time  {pages / reference:5.0f} pages a second")
    print(f"ratio      {ratio:6.2f}    goal {GOAL}")
    return ratio


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
