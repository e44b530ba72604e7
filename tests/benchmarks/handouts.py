"""A thousand handouts against bare ReportLab drawing the same texts on as many pages, in the same run.

The reference knows every line and its place beforehand: it neither breaks lines nor lays out pages, and draws no
picture and no QR code. It is timed twice: with binary streams, as ours are written, and with ReportLab's own settings,
which write streams as letters. All take turns, fifty documents at a time, and processor time is counted, so that
other work on the machine weighs on none. `.venv/bin/python -m tests.benchmarks.handouts [how many]`
"""

import sys
from collections.abc import Callable
from functools import partial
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


def draw_bare(pages: list[list[Text]], path: Path, letters: int) -> None:
    """The same texts in the same places with nothing but the canvas; `letters` is 1 for streams written as letters."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = letters
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
    rl_config.useA85 = 0


def main(count: int = 1000) -> float:
    """Print the times and their ratios; returns the ratio to the stricter reference, with binary streams."""
    of = session()
    room = [contribution(of, number) for number in range(1, count + 1)]
    with TemporaryDirectory() as place:
        folder = Path(place)
        first = exports.handouts(of, room[:_RECORDED], folder / "first")
        documents = cycle([recorded(path) for path in first])
        (folder / "bare").mkdir()
        ours = reference = stock = 0.0
        pages = 0
        for begin in range(0, count, _STRETCH):
            stretch = room[begin : begin + _STRETCH]
            taken = list(islice(documents, len(stretch)))
            pages += sum(map(len, taken))
            ours += timed(partial(exports.handouts, of, stretch, folder / "ours"))
            reference += timed(partial(draw_all, taken, folder / "bare", 0))
            stock += timed(partial(draw_all, taken, folder / "bare", 1))
    print(f"{count:,} handouts, {pages:,} pages, processor time")
    for name, seconds in (("ours", ours), ("bare ReportLab, binary streams", reference), ("bare ReportLab", stock)):
        print(
            f"{name:32}{seconds:6.2f} s {pages / seconds:6.0f} pages a second   ours takes {ours / seconds:.2f} of it"
        )
    print(f"goal: {GOAL} of bare ReportLab's time")
    return ours / reference


def draw_all(documents: list[list[list[Text]]], folder: Path, letters: int) -> None:
    """Draw each document into a file of its own."""
    for number, document in enumerate(documents):
        draw_bare(document, folder / f"{number}.pdf", letters)


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
