"""What a terminal shows: the cells that a program's escape sequences leave on it."""

import re
from codecs import getincrementaldecoder

from rich.cells import cell_len

TOKEN = re.compile(
    r"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b(?:\[[0-?]*[ -/]*)?(?=\x1b)"  # a stopped program lost the rest of it: the next counts, as on any terminal
    r"|\x1b\[[0-?]*[ -/]*(?=[^ -~])"
    r"|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\|(?=\x1b[^\\]))"
    r"|\x1b[ -/]*[0-Z\\^-~]"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    r"|(?P<letters>[^\x00-\x1f\x7f]+)"
)
SYNC_ASKED = b"\x1b[?2026$p"
SYNC_KNOWN = b"\x1b[?2026;2$y"
"""The answer of a terminal that shows a whole frame at once, so that no half drawn screen is ever looked at."""

END_OF_FRAME = "2026"
OTHER_SCREEN = "1049"


class Picture:
    """A grid of cells. `drawn` are the pieces of text drawn since it was last emptied, wherever they were put."""

    def __init__(self, columns: int, rows: int) -> None:
        self._columns, self._rows = columns, rows
        self._cells = [[" "] * columns for _ in range(rows)]
        self._x = self._y = 0
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""
        self.drawn: list[str] = []

    @property
    def text(self) -> str:
        """What can be read on it, a line a row."""
        return "\n".join("".join(row) for row in self._cells)

    def feed(self, data: bytes) -> bool:
        """Draw what the program has written. Whether a frame ended in it."""
        text = self._rest + self._decode(data)
        at, ended = 0, False
        while at < len(text):
            token = TOKEN.match(text, at)
            if token is None:
                break
            at = token.end()
            if token["letters"]:
                self._write(token["letters"])
            elif token["control"]:
                self._control(token["control"])
            elif token["final"]:
                ended |= token["private"] == "?" and token["numbers"] == END_OF_FRAME and token["final"] == "l"
                self._command(token["private"], token["numbers"], token["final"])
        self._rest = text[at:]
        return ended

    def _write(self, letters: str) -> None:
        self.drawn.append(letters)
        widths = [1] * len(letters) if letters.isascii() else [cell_len(letter) for letter in letters]
        for letter, width in zip(letters, widths, strict=True):
            if self._x + width > self._columns:
                self._next_row()
            if width:
                self._cells[self._y][self._x : self._x + width] = [letter, *[""] * (width - 1)]
                self._x += width

    def _next_row(self) -> None:
        self._x, self._y = 0, self._y + 1
        if self._y == self._rows:
            self._y -= 1
            self._cells = [*self._cells[1:], [" "] * self._columns]

    def _control(self, control: str) -> None:
        if control == "\r":
            self._x = 0
        elif control == "\n":
            self._next_row()

    def _command(self, private: str, numbers: str, final: str) -> None:
        if private and numbers == OTHER_SCREEN:
            final = "J"
        elif private:
            return
        if final in "Hf":
            row, column = [*(int(number or 1) for number in numbers.split(";")), 1][:2] if numbers else (1, 1)
            self._y, self._x = min(row, self._rows) - 1, min(column, self._columns) - 1
        elif final == "J":
            self._cells = [[" "] * self._columns for _ in range(self._rows)]
        elif final == "K":
            self._cells[self._y][self._x :] = [" "] * (self._columns - self._x)
