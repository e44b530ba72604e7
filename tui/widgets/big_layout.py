"""Where everything of a step stands when it is set in big type, and how large: worked out before anything is drawn.

Sizes are in pixels from line to line; two pixels are a row of cells. Everything is set as large as the room's screen
allows; where there is no room, first what is only of help gives way (`Step` says what that is), then all gets smaller.
Nothing gets smaller than the back row can read: what then does not fit is for another page (`big_pages`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from activities.drawn import chunks
from activities.reveal.step import Step
from tui.widgets.big_bars import Row, bar_rows
from tui.widgets.big_letters import drawable_part
from tui.widgets.big_lines import SIZES, Lines, one_line, plain_lines, set_text, whole_words

SMALLEST = 10
"""Pixels from line to line of the smallest letters that the back row can read."""

UNDRAWN = 0.2
"""The share of letters without a font up to which a text is still set in big type, with a sign in their places."""

ENLARGE = "For larger letters: Ctrl and + at this terminal."
"""What is said where letters can only be the terminal's own."""


@dataclass(frozen=True)
class Piece:
    """A text or a bar at a place in cells, in the colour of a role: `text`, `quiet`, `now` or `bar` (the ground of a text).

    `under` is how many cells of a text, from its left, lie on a bar. An `edge` is for those who sit in front: all else is to be read from the back.
    """

    x: int
    y: int
    width: int
    height: int
    role: str
    lines: Lines | None = None
    eighths: int = 0
    fill: str = "█"
    edge: bool = False
    under: int = 0

    @property
    def text(self) -> str:
        """What it says; nothing for a bar."""
        return " ".join(self.lines.texts) if self.lines else ""

    @property
    def pixels(self) -> int | None:
        """Pixels from line to line of its letters; None for the terminal's own letters, and for a bar."""
        return self.lines.size if self.lines else None


@dataclass(frozen=True)
class Sheet:
    """A step as it is set on so many cells. `whole` tells that all of it stands there in letters that are large enough."""

    width: int
    rows: int
    pieces: tuple[Piece, ...]
    whole: bool


@dataclass(frozen=True)
class Sizes:
    """Pixels from line to line, at most, of what stands on a sheet, and rows between."""

    title: int
    alone: int
    words: int
    bars: int
    aside: int
    gap: int
    smallest: int

    def scaled(self, by: float) -> "Sizes":
        """All of it larger or smaller, but never below the smallest."""
        sizes = {
            name: max(round(getattr(self, name) * by), self.smallest) for name in ("title", "words", "bars", "aside")
        }
        return replace(self, gap=self.gap if by > 0.7 else 1, **sizes)


LOW = Sizes(title=14, alone=26, words=12, bars=12, aside=10, gap=1, smallest=SMALLEST)
MIDDLE = Sizes(title=22, alone=36, words=15, bars=16, aside=12, gap=2, smallest=SMALLEST)
HALL = Sizes(title=32, alone=56, words=22, bars=24, aside=16, gap=3, smallest=SMALLEST)
LARGER = 1.5
"""How much larger larger words are, the smallest of them too."""
ON_ONE_LINE = 0.7
"""How much smaller a heading may be where that puts it on one line."""

LOUDER = 1.2
"""How much larger what is said is, at least, than what stands beside it to help."""

SCALES = (1.0, 0.88, 0.76, 0.66, 0.56, 0.48, 0.4, 0.3)


def sizes_for(width: int, rows: int, *, larger: bool = False) -> Sizes:
    """The sizes for this many cells."""
    found = LOW if rows < 26 or width < 96 else HALL if rows >= 44 and width >= 150 else MIDDLE
    if not larger:
        return found
    grown = {name: round(getattr(found, name) * LARGER) for name in ("title", "alone", "words", "bars", "aside")}
    return replace(found, **grown, smallest=12 if found is LOW else 15)


@lru_cache(maxsize=128)
def lay_out(step: Step, width: int, rows: int, larger: bool = False) -> Sheet:
    """The step on so many cells. Where it is not whole it is set in the terminal's own letters, nothing left out."""
    sizes = sizes_for(width, rows, larger=larger)
    if not all(_can_be_large(text) for text in _texts(step)):
        return _in_plain_letters(step, width, rows, ENLARGE)
    drafts = list(_giving_way(step))
    for draft in drafts:
        for scale in SCALES if draft.bars != step.bars or draft is drafts[-1] else SCALES[:3]:
            if (pieces := _stacked(draft, step, width, rows, sizes.scaled(scale))) is not None:
                return Sheet(width, rows, pieces, whole=True)
    return _in_plain_letters(step, width, rows, ENLARGE if step.drawing else "")


def _texts(step: Step) -> list[str]:
    return [step.title, step.words, *(bar.label for bar in step.bars), *step.drawing]


def _can_be_large(text: str) -> bool:
    """Whether enough of its letters have a font."""
    drawn, lost = drawable_part(text)
    return lost <= UNDRAWN * max(len(drawn), 1)


def _giving_way(step: Step) -> Iterator[Step]:
    """The step, then with less and less of what is only of help."""
    yield step
    short = tuple(replace(bar, label=bar.short or bar.label) for bar in step.bars)
    for change in (
        {"question": ""},
        {"note": ""},
        {"quiet": ()},
        {"above": ""},
        {"bars": short},
    ):
        lighter = replace(step, **change)
        if lighter != step:
            step = lighter
            yield step


def _stacked(draft: Step, step: Step, width: int, rows: int, sizes: Sizes) -> tuple[Piece, ...] | None:
    """What stands on the sheet from its top, in these sizes; None where it does not fit."""
    edge = _edge(draft, step, width)
    top = 1 + (rows >= 30) if edge else 0
    left = rows - top
    blocks = _blocks(draft, width, left, sizes)
    if blocks is None:
        return None
    gaps = sizes.gap * (len(blocks) - 1)
    spare = left - gaps - sum(block.height for block in blocks)
    if spare < 0:
        return None
    more = min(spare // max(len(blocks), 1), sizes.gap * 2)
    y = top + (spare - more * (len(blocks) - 1)) // (2 if len(blocks) == 1 or draft.empty else 4)
    pieces = [*edge]
    for block in blocks:
        pieces += [replace(piece, y=piece.y + y) for piece in block.pieces]
        y += block.height + sizes.gap + more
    return tuple(pieces)


@dataclass(frozen=True)
class _Block:
    pieces: tuple[Piece, ...]
    height: int


def _blocks(step: Step, width: int, rows: int, sizes: Sizes) -> list[_Block] | None:
    """The parts of a step that stand one under another; None where one of them cannot be set in these sizes."""
    before = [
        _line(step.above, width, sizes.aside, "quiet", most=2),
        _line(step.title, width, sizes.title, "text", most=3),
    ]
    after = [
        _line(step.note, width, sizes.aside, "quiet", most=3),
        _line(step.question, width, sizes.aside, "quiet", most=3),
    ]
    bars = [_bars(step, width, sizes)] if step.bars else []
    bars += [_drawing(step.drawing, width, sizes)] if step.drawing else []
    others = [*before, *after, *bars]
    if any(block is None for block in others):
        return None
    kept = [block for block in others if block is not None and block.height]
    taken = sum(block.height for block in kept) + sizes.gap * len(kept)
    words = _words_under_quiet(step, width, rows - taken, sizes) or _words(step, width, rows - taken, sizes)
    if words is None:
        return None
    quiet = _quiet(step, width, rows - taken - words.height, sizes)
    found = [*before[:1], *quiet, *before[1:], words, *bars, *after]
    return [block for block in found if block is not None and block.height]


def _known(size: int) -> int:
    return max((known for known in SIZES if known <= size), default=SMALLEST)


def _line(text: str, width: int, size: int, role: str, *, most: int) -> _Block | None:
    """A text of exactly this size in at most so many lines; an empty block for none, None where it takes more."""
    if not text:
        return _Block((), 0)
    drawn, _ = drawable_part(text)
    size = one_line(drawn, width, size, max(round(size * ON_ONE_LINE), SMALLEST)) or _known(size)
    lines = set_text(whole_words(drawn, width, size), width, size, size)
    if lines.size is None or len(lines.texts) > most:
        return None
    return _Block((Piece(0, 0, lines.width, lines.height, role, lines),), lines.height)


def _words(step: Step, width: int, rows: int, sizes: Sizes) -> _Block | None:
    """The sentence or the answer, as large as there is room for."""
    if not step.words:
        return _Block((), 0)
    if rows < 1:
        return None
    alone = not (step.title or step.bars)
    drawn, _ = drawable_part(step.words)
    largest = sizes.alone if alone and not step.quiet else max(sizes.words, sizes.smallest)
    text = whole_words(drawn, width, sizes.smallest)
    lines = set_text(text, width, largest, sizes.smallest, rows)
    helps = step.note or step.question or step.above
    if lines.size is None or (alone and helps and lines.size < sizes.aside * LOUDER):
        return None
    role = "text" if alone else "now" if not step.bars else "text"
    return _Block((Piece(0, 0, lines.width, lines.height, role, lines),), lines.height)


def _words_under_quiet(step: Step, width: int, rows: int, sizes: Sizes) -> _Block | None:
    """The words where the last that was said before stands over them; None where there is no room for both."""
    last = _quiet(replace(step, quiet=step.quiet[-1:]), width, rows, sizes)
    return _words(step, width, rows - last[0].height - sizes.gap, sizes) if last else None


def _quiet(step: Step, width: int, rows: int, sizes: Sizes) -> list[_Block]:
    """As many of those that were said before as there is room for, the last of them at least where any is."""
    found: list[_Block] = []
    for text in reversed(step.quiet):
        block = _line(text, width, sizes.smallest, "quiet", most=6)
        if block is None or block.height + sizes.gap > rows:
            break
        rows -= block.height + sizes.gap
        found.insert(0, block)
    return found


def _bars(step: Step, width: int, sizes: Sizes) -> _Block | None:
    """The bars under one another, with their labels and figures."""
    size = _known(sizes.bars)
    rows = bar_rows(step.bars, step.longest, width, size, anyhow=size <= sizes.smallest)
    if rows is None:
        return None
    pieces: list[Piece] = []
    y = 0
    for row in rows:
        pieces += _row_pieces(row, y)
        y += row.height + row.gap
    return _Block(tuple(pieces), y - rows[-1].gap)


def _drawing(drawing: tuple[str, ...], width: int, sizes: Sizes) -> _Block | None:
    """A picture made of text: each word about the middle it was typed at; None where two of a row would meet."""
    size = _known(sizes.bars)
    pieces: list[Piece] = []
    row, end = -1, 0
    for chunk in chunks(drawing):
        lines = set_text(drawable_part(chunk.text)[0], width, size, size)
        x = min(max(round(chunk.middle * width - lines.width / 2), 0), max(width - lines.width, 0))
        if lines.size is None or len(lines.texts) != 1 or (chunk.row == row and x < end + 2):
            return None
        row, end = chunk.row, x + lines.width
        middle = chunk.row * size // 2 + (size // 2 - lines.height) // 2
        pieces.append(Piece(x, max(middle, 0), lines.width, lines.height, "text", lines))
    return _Block(tuple(pieces), max((piece.y + piece.height for piece in pieces), default=0))


def _row_pieces(row: Row, y: int) -> Iterator[Piece]:
    label, figure, length = row.label, row.figure, -(-row.eighths // 8)
    strip = y + (row.height - row.thick) // 2
    if row.eighths:
        thick = row.thick - (row.before is not None and not row.over)
        role = "bar" if row.over else "now"
        yield Piece(row.at, strip, length, thick, role, eighths=row.eighths)
    if row.before:
        below = strip + row.thick - (not row.over)
        yield Piece(row.at, below, -(-row.before // 8), 1, "quiet", eighths=row.before, fill="▒")
    left = 1 if row.over else 0
    under = max(min(length - left, label.width), 0) if row.over else 0
    yield Piece(left, y + (row.height - label.height) // 2, label.width, label.height, "text", label, under=under)
    role = "text" if row.count else "quiet"
    yield Piece(row.figure_at, y + (row.height - figure.height) // 2, figure.width, figure.height, role, figure)


def _edge(draft: Step, step: Step, width: int) -> list[Piece]:
    """One line for those in front: where in the reveal this is, and what has given way to what is large."""
    gone = step.above if not draft.above else step.title if draft.title != step.title else ""
    words = "   ".join(part for part in (step.place, gone) if part)
    return [_edge_piece(words, width, 0)] if words else []


def _edge_piece(words: str, width: int, y: int) -> Piece:
    lines = plain_lines(words, width)
    first = lines.texts[0] if len(lines.texts) == 1 else f"{lines.texts[0][: max(width - 2, 1)].rstrip()} …"
    return Piece(0, y, min(width, len(first)), 1, "quiet", Lines((first,), None), edge=True)


def _in_plain_letters(step: Step, width: int, rows: int, hint: str) -> Sheet:
    """The step in the terminal's own letters. It is whole where there is room for it and the screen says how to enlarge."""
    above = "" if step.drawing else step.above
    edge = "   ".join(part for part in (step.place, above, hint) if part)
    pieces = [_edge_piece(edge, width, 0)] if edge else []
    y = 2 if edge else 0
    bars = [f"{bar.label}   {bar.figure}" for bar in step.bars]
    heading = step.above if step.drawing else step.title
    for text, role in ((heading, "text"), (step.words, "text"), *((bar, "text") for bar in bars)):
        if text:
            lines = plain_lines(text, width)
            pieces.append(Piece(0, y, lines.width, lines.height, role, lines))
            y += lines.height + 1
    for line in step.drawing:
        pieces.append(Piece(0, y, min(len(line), width), 1, "text", Lines((line,), None)))
        y += 1
    return Sheet(width, rows, tuple(pieces), whole=bool(hint) and y - 1 <= rows)
