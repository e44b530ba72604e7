"""Chips, the small cards on a board, and how they are laid out in the rows of cells that a region has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Literal
from unicodedata import category

from rich.cells import cell_len

from activities.kinds.card_counts import Place
from activities.kinds.card_sort import Card, CardSort, CardSortResponse, cards_of
from tui.kinds.card_sort.field import Span, middle_row

ELLIPSIS = "…"
NO_LIMIT = 1000

TELLING = 8
"""The fewest cells of a label that still say which card it is."""

_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}
_SELECTORS = {"\ufe0e", "\ufe0f"}


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """The text without what has no width, moves the cursor or turns the writing direction; as safe as it looks."""
    if text.isascii() and text.isprintable():
        return text
    kept = (
        " " if c in "\t\n" else c for c in text if c in "\t\n" or (category(c) not in _UNSEEN and c not in _SELECTORS)
    )
    return "".join(kept)


@lru_cache(maxsize=4096)
def width_of(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if text.isascii() else cell_len(text)


@lru_cache(maxsize=4096)
def cut(text: str, width: int) -> str:
    """The text in at most `width` cells; where it is cut it ends in an ellipsis."""
    if width_of(text) <= width:
        return text
    if width < 1:
        return ""
    kept = text
    while width_of(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


@dataclass(frozen=True)
class Chip:
    """A card on the board. `short` is for where the label does not fit; `tail` (a count, dots) is never cut."""

    card: str
    label: str
    short: str
    tail: str = ""

    def text(self, *, brief: bool, widest: int) -> str:
        """What stands on it, in at most `widest` cells, one of them free at either end."""
        label = plain(self.label)
        tail = f" {self.tail}" if self.tail else ""
        room = widest - 2 - width_of(tail)
        if brief or width_of(label) > room:
            label = plain(self.short)
        return f" {cut(label, room)}{tail} "


def chips_by_place(activity: CardSort, response: CardSortResponse) -> dict[Place, list[Chip]]:
    """The cards that a participant has placed, by where they lie, in the order of the deck."""
    chips: dict[Place, list[Chip]] = {}
    for card in cards_of(activity, response):
        if card.id in response.placements:
            short = card.brief_label if isinstance(card, Card) else card.label
            chips.setdefault(response.placements[card.id], []).append(Chip(card.id, card.label, short))
    return chips


@dataclass(frozen=True)
class Laid:
    """A chip's place on the board, in cells. `card` is empty for a note of how many more there are.

    A `tall` chip also takes the lower half of the row above and the upper half of the row below.
    """

    card: str
    x: int
    y: int
    width: int
    text: str
    tall: bool = False


@dataclass(frozen=True)
class _Way:
    brief: bool
    step: int
    many: bool
    tall: bool = False
    aligned: bool = False


_TALL = (
    _Way(brief=False, step=3, many=False, tall=True),
    _Way(brief=False, step=3, many=True, tall=True),
)
_FLAT = (
    _Way(brief=False, step=2, many=False),
    _Way(brief=False, step=2, many=True),
    _Way(brief=False, step=1, many=True),
    _Way(brief=True, step=2, many=True),
    _Way(brief=True, step=1, many=True),
)
_LINES = (
    _Way(brief=False, step=1, many=True, aligned=True),
    _Way(brief=True, step=1, many=True, aligned=True),
)
_STACK = (
    _Way(brief=False, step=2, many=False, aligned=True),
    _Way(brief=False, step=1, many=False, aligned=True),
)
"""From airy to dense: tall chips or flat, whole labels or short, rows apart or not, one chip a row or many."""

How = Literal["packed", "lines", "stacked"]
"""How chips stand: about the middle of a region; from left to right and line after line, as words do; one under another."""

_WAYS: Mapping[How, tuple[_Way, ...]] = {"packed": _FLAT, "lines": _LINES, "stacked": _STACK}

MORE = ""


def lay_out(
    chips: Sequence[Chip],
    rows: tuple[Span, ...],
    keep: str | None = None,
    *,
    tall: bool = False,
    how: How = "packed",
) -> tuple[Laid, ...]:
    """The chips in these rows of a region, as airy as they will fit; tall ones where packed ones may be.

    Where they do not all fit, the last says how many more there are; the chip of the card `keep` is always shown
    where any is.
    """
    laid = _lay_out(tuple(chips), rows, tall, how)
    if keep is None or any(chip.card == keep for chip in laid) or all(chip.card != keep for chip in chips):
        return laid
    first = [chip for chip in chips if chip.card == keep]
    return _lay_out((*first, *(chip for chip in chips if chip.card != keep)), rows, tall, how)


@lru_cache(maxsize=512)
def _lay_out(chips: tuple[Chip, ...], rows: tuple[Span, ...], tall: bool, how: How) -> tuple[Laid, ...]:
    if not chips or not rows:
        return ()
    inner = _inner(rows) if tall else ()
    for way in (*(_TALL if inner and how == "packed" else ()), *_WAYS[how]):
        room = inner if way.tall else rows
        widest = _widest(chips, room, way)
        laid = _fit([(chip.card, chip.text(brief=way.brief, widest=widest)) for chip in chips], room, way)
        if laid is not None:
            return laid
    return _cut_to_fit(chips, rows, _WAYS[how][-1])


def _cut_to_fit(chips: tuple[Chip, ...], rows: tuple[Span, ...], way: _Way) -> tuple[Laid, ...]:
    """Short labels cut, though never so far that they say nothing; else as many as there is room for."""
    widest = max(b - a for _, a, b in rows)
    least = TELLING + 2 + max(1 + width_of(chip.tail) if chip.tail else 0 for chip in chips)
    for width in range(widest, least - 1, -2):
        laid = _fit([(chip.card, chip.text(brief=True, widest=width)) for chip in chips], rows, way)
        if laid is not None:
            return laid
    width = max(_common(chips, rows, way), min(least, widest))
    return _as_many_as_fit([(chip.card, chip.text(brief=True, widest=width)) for chip in chips], rows, way)


def _inner(rows: tuple[Span, ...]) -> tuple[Span, ...]:
    """The rows as they are for tall chips: the cells that are clear in the rows above and below as well."""
    by_row = {y: (a, b) for y, a, b in rows}
    found = []
    for y, a, b in rows:
        if y - 1 in by_row and y + 1 in by_row:
            a, b = max(a, by_row[y - 1][0], by_row[y + 1][0]), min(b, by_row[y - 1][1], by_row[y + 1][1])
            if a < b:
                found.append((y, a, b))
    return tuple(found)


def _widest(chips: tuple[Chip, ...], rows: tuple[Span, ...], way: _Way) -> int:
    """The width that chips may take: what enough rows have for a column of them, if that cuts no label."""
    common = _common(chips, rows, way)
    least = max(width_of(chip.text(brief=True, widest=NO_LIMIT)) for chip in chips)
    return common if least <= common else max(b - a for _, a, b in rows)


def _common(chips: tuple[Chip, ...], rows: tuple[Span, ...], way: _Way) -> int:
    widths = sorted((b - a for _, a, b in rows), reverse=True)
    return widths[min(len(chips) * way.step, len(rows) * 2 // 3)] if len(widths) > 1 else widths[0]


def _as_many_as_fit(texts: list[tuple[str, str]], rows: tuple[Span, ...], way: _Way) -> tuple[Laid, ...]:
    best: tuple[Laid, ...] = ()
    low, high = 0, len(texts) - 1
    while low <= high:
        shown = (low + high) // 2
        laid = _fit([*texts[:shown], (MORE, f" +{len(texts) - shown} more ")], rows, way)
        if laid is None:
            high = shown - 1
        else:
            best, low = laid, shown + 1
    return best or _bare_count(len(texts), rows)


def _bare_count(number: int, rows: tuple[Span, ...]) -> tuple[Laid, ...]:
    y, a, b = max(rows, key=lambda row: row[2] - row[1])
    text = f"+{number}"
    return (Laid(MORE, a, y, len(text), text),) if len(text) <= b - a else ()


def _fit(texts: list[tuple[str, str]], rows: tuple[Span, ...], way: _Way) -> tuple[Laid, ...] | None:
    sizes = [width_of(text) for _, text in texts]
    height = middle_row(rows)
    by_row = {y: (a, b) for y, a, b in rows}
    least = len(texts) if not way.many else max(1, ceil(sum(sizes) / max(b - a for _, a, b in rows)))
    most = (len(rows) - 1) // way.step + 1
    for number in range(least, most + 1):
        for start in [rows[0][0]] if way.aligned else _starts(number, way.step, rows, height):
            window = [(y, *by_row[y]) for y in range(start, start + number * way.step, way.step) if y in by_row]
            laid = _fill(texts, sizes, window, _column(window), way)
            if laid is not None:
                return laid
    return None


def _starts(number: int, step: int, rows: tuple[Span, ...], height: float) -> Iterator[int]:
    extent = (number - 1) * step
    first, last = rows[0][0], rows[-1][0] - extent
    wanted = min(max(round(height - extent / 2), first), last)
    for start in dict.fromkeys((wanted, wanted + 1, wanted - 1, wanted + 2, wanted - 2)):
        if first <= start <= last:
            yield start


def _column(window: list[Span]) -> float:
    """The middle of the straight column that these rows have in common, or nearly."""
    return (max((a for _, a, _ in window), default=0) + min((b for _, _, b in window), default=0)) / 2


def _fill(
    texts: list[tuple[str, str]], sizes: list[int], window: list[Span], middle: float, way: _Way
) -> tuple[Laid, ...] | None:
    laid: list[Laid] = []
    next_one = 0
    for y, a, b in window:
        begin, used = next_one, -1
        while next_one < len(texts) and used + 1 + sizes[next_one] <= b - a and (way.many or next_one == begin):
            used += 1 + sizes[next_one]
            next_one += 1
        x = a if way.aligned else min(max(round(middle - used / 2), a), b - used)
        for i in range(begin, next_one):
            laid.append(Laid(texts[i][0], x, y, sizes[i], texts[i][1], way.tall))
            x += sizes[i] + 1
    return tuple(laid) if next_one == len(texts) else None
