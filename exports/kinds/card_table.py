"""The tables of a card sort: how many put each card where, and what changed after the discussion."""

from collections.abc import Sequence

from activities.kinds.card_counts import ASIDE, CardSortSummary, CardSummary, Place, place_key
from activities.kinds.card_sort import CardSort
from activities.session.rounds import Shift
from exports.pdf.blocks import Block, text
from exports.pdf.paper import COLUMN, HEADING, LABEL, MM
from exports.pdf.table import Column, Table

_COUNT = 13 * MM
_AGREED = 36 * MM
_MOVED = 22 * MM
_LETTERS = "ABC"


def agreement_in_words(card: CardSummary) -> str:
    """Agreement as a word and a percentage: it describes and does not judge."""
    share, percent = card.agreement, card.agreement_percent
    if share is None or percent is None:
        return "–"
    word = "all agree" if share == 1 else "mostly agree" if share >= 0.7 else "mixed" if share >= 0.4 else "split"
    return f"{word}, {percent} %"


def favourite(activity: CardSort, card: CardSummary) -> Place:
    """Where most put a card; of places that are level, the first in the definition's order."""
    places: list[Place] = [*activity.regions, (), ASIDE]
    return max(places, key=lambda place: card.placements.get(place_key(place), 0))


def card_table(activity: CardSort, summary: CardSortSummary) -> list[Block]:
    """Heading, key, and a row a card."""
    places = [(_letters(activity, region), place_key(region)) for region in activity.regions]
    places += [("none", ""), ("aside", ASIDE)]
    key = [f"{letter}: {circle.label}" for letter, circle in zip(_LETTERS, activity.circles, strict=False)]
    key += [f"none: {activity.outside}", f"aside: {activity.aside}"]
    labels = {card.id: card.label for card in activity.cards}
    ordered = sorted(summary.cards, key=lambda card: (not card.n, card.agreement or 0, -card.n))
    narrow = _COUNT if len(places) <= 5 else 9.5 * MM
    counts = [Column(narrow, right=True)] * (len(places) - 2) + [Column(_COUNT, right=True)] * 2
    columns = [Column(COLUMN - _AGREED - sum(column.width for column in counts)), *counts, Column(_AGREED)]
    rows = [[labels[card.card], *_counts(card, places), _agreed(card)] for card in ordered]
    return [
        text("Where every card was put, the most contested first", HEADING, before=5 * MM, keep=True),
        text("; ".join(key), LABEL, keep=True),
        Table(columns, ["Card", *(name for name, _ in places), "Agreement"], rows, before=1.5 * MM),
        text(
            "Agreement is the share of all pairs who put a card in the same place. It describes the room and judges "
            "nobody; with few answers it swings widely.",
            LABEL,
            before=2 * MM,
        ),
    ]


def _letters(activity: CardSort, region: Sequence[str]) -> str:
    return "".join(_LETTERS[number] for number, circle in enumerate(activity.circles) if circle.id in region)


def _counts(card: CardSummary, places: Sequence[tuple[str, str]]) -> list[str]:
    if card.withheld:
        return ["" for _ in places]
    return [str(card.placements.get(key, 0) or "·") for _, key in places]


def _agreed(card: CardSummary) -> str:
    return "too few to show" if card.withheld else agreement_in_words(card)


def moved_table(activity: CardSort, before: CardSortSummary, after: CardSortSummary, shift: Shift) -> list[Block]:
    """The cards that anybody moved from one round to the other, the most moved first."""
    earlier = {card.card: card for card in before.cards}
    labels = {card.id: card.label for card in activity.cards}
    moved = [card for card in after.cards if shift.parts.get(card.card)]
    ordered = sorted(moved, key=lambda card: -shift.parts[card.card])
    rows = [
        [
            labels[card.card],
            _most(activity, earlier[card.card]),
            _most(activity, card),
            str(shift.parts[card.card]),
        ]
        for card in ordered
    ]
    where = (COLUMN - _MOVED) * 0.32
    columns = [Column(COLUMN - _MOVED - 2 * where), Column(where), Column(where), Column(_MOVED, right=True)]
    heading = text("Before and after the discussion", HEADING, before=5 * MM, keep=True)
    told = text(f"{_movers(shift)} who sorted both times moved a card.", LABEL, keep=bool(rows))
    if not rows:
        return [heading, told]
    head = ["Card", "Before most put it in", "After most put it in", "Moved by"]
    return [heading, told, Table(columns, head, rows, before=1.5 * MM)]


def _movers(shift: Shift) -> str:
    least = "At least " if shift.at_least else ""
    return f"{least}{shift.movers} of the {shift.both}"


def _most(activity: CardSort, card: CardSummary) -> str:
    """The place that most chose by its letters, with how many of how many, and how far they agreed."""
    if card.withheld or not card.n:
        return "too few to show"
    place = favourite(activity, card)
    name = "aside" if place == ASIDE else _letters(activity, place) or "none"
    return f"{name} {card.placements[place_key(place)]}/{card.n}; {agreement_in_words(card)}"
