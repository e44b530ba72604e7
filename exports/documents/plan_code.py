"""A QR code that holds a participant's plan as plain text, with a caption that says what it holds."""

import re
from collections.abc import Callable, Sequence

from exports.pdf.blocks import Beside, Block, Passage, stacked
from exports.pdf.lines import set_text
from exports.pdf.matrix import LARGEST, capacity, matrix
from exports.pdf.paper import BODY, COLUMN, INK, MM, SMALL
from exports.pdf.pen import Pen

SMALLEST, WIDEST = 30 * MM, 50 * MM
"""The printed size of the code without its border; a module is 0.47 mm or more."""

NARROWEST = 42 * MM
"""The least width of the caption under it."""

MOST_BELOW = 34 * MM
"""How far the sentences beside the code may come down below it."""

_BESIDE = 8 * MM

CUT = " … (cut here; the rest is on paper)"


def plan_text(title: str, sentences: Sequence[str], room: int) -> tuple[str, int]:
    """The title and as many whole sentences as fit into `room` bytes of UTF-8, and how many that is.

    Where not even one fits, the first is cut between two words and says so; it is not counted.
    """
    kept = 0
    text = title
    for sentence in sentences:
        longer = f"{text}\n\n{sentence}"
        rest = len(sentences) - kept - 1
        if len((longer + _rest(rest)).encode()) > room:
            break
        text, kept = longer, kept + 1
    if kept:
        return text + _rest(len(sentences) - kept), kept
    words = f"{title}\n\n{sentences[0]}".encode()[: room - len(CUT.encode())].decode(errors="ignore")
    return re.sub(r"\s\S*$", "", words) + CUT, 0


def _rest(count: int) -> str:
    return f"\n\n… (cut here; {count} more on paper)" if count else ""


def beside_code(
    title: str, sentences: Sequence[str], each: Callable[[int, float], Sequence[Block]], count: int
) -> tuple[Block, int]:
    """The code in the column's upper right corner, and as much of the plan to its left as is about as high.

    `each(number, width)` gives the blocks of one of the plan's `count` parts, set in this width. Returns the block, and
    how many parts stand in it.
    """
    code = QrCode(plan_text(title, sentences, capacity(LARGEST))[0])
    width = max(code.width, NARROWEST)
    caption = Passage(set_text(_caption(title, sentences), SMALL, width), SMALL, before=2 * MM)
    enough = code.height + caption.before + caption.height
    left: list[Block] = []
    placed = 0
    while placed < count and stacked(left) < enough - BODY.leading:
        longer = [*left, *each(placed, COLUMN - width - _BESIDE)]
        if stacked(longer) > enough + MOST_BELOW:
            break
        left, placed = longer, placed + 1
    return Beside(left, [code, caption], COLUMN - width, before=3 * MM), placed


def _caption(title: str, sentences: Sequence[str]) -> str:
    kept = plan_text(title, sentences, capacity(LARGEST))[1]
    if kept == len(sentences):
        holds = "Holds your 1 sentence." if kept == 1 else f"Holds all {kept} of your sentences."
    elif kept:
        holds = f"Holds {kept} of {len(sentences)} sentences; there was no room for more."
    else:
        holds = "Holds the beginning of your plan; there was no room for more."
    return f"Your plan as text: point a phone’s camera at it. It needs no internet, and sends nothing anywhere. {holds}"


class QrCode(Block):
    """A text as a QR code: a picture with one dot a module, which printers and viewers keep sharp."""

    def __init__(self, text: str) -> None:
        self.rows = matrix(text.encode())
        self.width = min(max(len(self.rows) * 0.62 * MM, SMALLEST), WIDEST)
        super().__init__(self.width)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it; the border is the page's white."""
        pen.fill(INK)
        pen.modules(self.rows, x, top, self.width / len(self.rows))
