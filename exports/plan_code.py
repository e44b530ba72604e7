"""A QR code that holds a participant's plan as plain text, with a caption that says what it holds."""

import re
from collections.abc import Sequence

from exports.blocks import Beside, Block, Passage
from exports.lines import set_text
from exports.matrix import LARGEST, capacity, matrix
from exports.paper import BODY, COLUMN, HEADING, INK, MM
from exports.pen import Pen

SMALLEST, WIDEST = 30 * MM, 50 * MM
"""The printed size of the code without its border; a module is 0.47 mm or more."""

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


def plan_code(title: str, sentences: Sequence[str]) -> Block:
    """The code, and beside it in words what it holds."""
    text, kept = plan_text(title, sentences, capacity(LARGEST))
    code = QrCode(text)
    if kept == len(sentences):
        holds = "Holds your 1 sentence." if kept == 1 else f"Holds all {kept} of your sentences."
    else:
        holds = f"Holds {kept} of {len(sentences)} sentences; there was no room for more."
        if not kept:
            holds = "Holds the beginning of your plan; there was no room for more."
    left = code.width + 7 * MM
    caption = "Point a phone’s camera at it and copy the text. No internet is needed, and nothing is sent anywhere."
    beside = [
        Passage(set_text("Your plan as text", HEADING, COLUMN - left), HEADING),
        Passage(set_text(caption, BODY, COLUMN - left), BODY),
        Passage(set_text(holds, BODY, COLUMN - left), BODY, before=1.5 * MM),
    ]
    return Beside([code], beside, left, before=5 * MM)


class QrCode(Block):
    """A text as a QR code: one path, with the dark modules of a row that touch drawn as one."""

    def __init__(self, text: str) -> None:
        self.rows = matrix(text.encode())
        self.width = min(max(len(self.rows) * 0.62 * MM, SMALLEST), WIDEST)
        super().__init__(self.width)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it; the border is the page's white."""
        pen.fill(INK)
        pen.modules(self.rows, x, top, self.width / len(self.rows))
