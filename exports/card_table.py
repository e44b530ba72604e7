"""The table of a card sort: how many put each card where, the most contested first. Lengths are in points."""

from collections.abc import Sequence

from activities.card_sort import ASIDE as SET_ASIDE
from activities.card_sort import CardSort, CardSortSummary, CardSummary, place_key
from exports.blocks import Block, text
from exports.lines import Setting, set_text
from exports.paper import COLUMN, HAIR, HEADING, INK, LABEL, MM, TABLE, TABLE_HEAD, Style
from exports.pen import Pen

_COUNT = 13 * MM
_AGREED = 36 * MM
_LETTERS = "ABC"


def agreement_in_words(share: float | None) -> str:
    """Agreement, 0–1, as a word and a percentage: it describes and does not judge."""
    if share is None:
        return "–"
    word = "all agree" if share == 1 else "mostly agree" if share >= 0.7 else "mixed" if share >= 0.4 else "split"
    return f"{word}, {int(share * 100)} %"


def card_table(activity: CardSort, summary: CardSortSummary, smallest_group: int) -> list[Block]:
    """Heading, key, and a row a card."""
    places = [(_letters(activity, region), place_key(region)) for region in activity.regions]
    places += [("none", ""), ("aside", SET_ASIDE)]
    key = [f"{letter}: {circle.label}" for letter, circle in zip(_LETTERS, activity.circles, strict=False)]
    key += [f"none: {activity.outside}", f"aside: {activity.aside}"]
    labels = {card.id: card.label for card in activity.cards}
    ordered = sorted(summary.cards, key=lambda card: (card.n < smallest_group, card.agreement or 0, -card.n))
    rows = [
        TableRow(labels[card.card], _counts(card, places, smallest_group), _agreed(card, smallest_group))
        for card in ordered
    ]
    head = TableRow("Card", [name for name, _ in places], "Agreement", TABLE_HEAD)
    return [
        text("Where every card was put, the most contested first", HEADING, before=6 * MM, keep=True),
        text("; ".join(key), LABEL, keep=True),
        *_with_head(head, rows),
        text(
            "Agreement is the share of all pairs who put a card in the same place. It describes the room and judges "
            "nobody; with few answers it swings widely.",
            LABEL,
            before=2 * MM,
        ),
    ]


def _letters(activity: CardSort, region: Sequence[str]) -> str:
    return "".join(_LETTERS[number] for number, circle in enumerate(activity.circles) if circle.id in region)


def _counts(card: CardSummary, places: Sequence[tuple[str, str]], smallest_group: int) -> list[str]:
    if card.n < smallest_group:
        return ["" for _ in places]
    return [str(card.placements.get(key, 0) or "·") for _, key in places]


def _agreed(card: CardSummary, smallest_group: int) -> str:
    return agreement_in_words(card.agreement) if card.n >= smallest_group else f"fewer than {smallest_group} answers"


def _with_head(head: "TableRow", rows: Sequence["TableRow"]) -> list[Block]:
    head.before = 2 * MM
    head.keep = True
    return [head, *rows]


class TableRow(Block):
    """A card, a count for every place, and how far the room agreed; a hair line under it."""

    def __init__(self, card: str, counts: Sequence[str], agreed: str, style: Style = TABLE) -> None:
        narrow = _COUNT if len(counts) <= 5 else 9.5 * MM
        self._widths = [narrow] * (len(counts) - 2) + [_COUNT] * 2
        self._card = set_text(card, style, COLUMN - _AGREED - sum(self._widths) - 2 * MM)
        self._agreed = set_text(agreed, style, _AGREED)
        self._counts: list[Setting] = [set_text(number, style, _COUNT) for number in counts]
        self._style = style
        lines = max(len(self._card.lines), len(self._agreed.lines))
        super().__init__(lines * style.leading + 1.6 * MM, missing=self._card.missing)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw its cells and the line."""
        edge = top - 0.7 * MM
        pen.lines(self._card.lines, self._style, x, edge)
        right = x + COLUMN - _AGREED - sum(self._widths)
        for number, width in zip(self._counts, self._widths, strict=True):
            right += width
            pen.right(number.lines, self._style, right - 3 * MM, edge)
        pen.lines(self._agreed.lines, self._style, x + COLUMN - _AGREED + 2 * MM, edge)
        pen.stroke((INK if self._style is TABLE_HEAD else HAIR), 0.9 if self._style is TABLE_HEAD else 0.4)
        pen.line(x, top - self.height, x + COLUMN, top - self.height)
