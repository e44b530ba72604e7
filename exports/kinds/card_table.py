"""The tables of a card sort: how many put each card where, and what changed after the discussion."""

from collections.abc import Sequence

from activities.figures import percent
from activities.kinds.card_sort import ASIDE, CardSort, CardSortSummary, CardSummary, Place, place_key
from activities.session.rounds import Shift
from exports.document import Block, Column, Heading, Table
from exports.kinds.sections import text

_COUNT = 0.075
_AGREED = 0.21
_MOVED = 0.13
_LETTERS = "ABC"


def agreement_in_words(card: CardSummary) -> str:
    """Agreement as a word and a percentage of pairs: it describes and does not judge."""
    if card.agreement is None:
        return "–"
    pairs = card.n * (card.n - 1)
    agreed = sum(count * (count - 1) for count in card.placements.values())
    share = percent(agreed, pairs)
    word = "all agree" if agreed == pairs else "mostly agree" if share >= 70 else "mixed" if share >= 40 else "split"
    return f"{word}, {share} %"


def favourite(activity: CardSort, card: CardSummary) -> Place:
    """Where most put a card; of places that are level, the first in the definition's order."""
    places: list[Place] = [*activity.regions, (), ASIDE]
    return max(places, key=lambda place: card.placements.get(place_key(place), 0))


def card_table(activity: CardSort, summary: CardSortSummary, smallest_group: int) -> list[Block]:
    """Heading, key, and a row a card."""
    places = [(_letters(activity, region), place_key(region)) for region in activity.regions]
    places += [("none", ""), ("aside", ASIDE)]
    key = [f"{letter}: {circle.label}" for letter, circle in zip(_LETTERS, activity.circles, strict=False)]
    key += [f"none: {activity.outside}", f"aside: {activity.aside}"]
    labels = {card.id: card.label for card in activity.cards}
    ordered = sorted(summary.cards, key=lambda card: (card.n < smallest_group, card.agreement or 0, -card.n))
    narrow = _COUNT if len(places) <= 5 else 0.055
    counts = [Column(narrow, figures=True)] * (len(places) - 2) + [Column(_COUNT, figures=True)] * 2
    columns = (Column(1 - _AGREED - sum(column.share for column in counts)), *counts, Column(_AGREED))
    rows = tuple(
        (labels[card.card], *_counts(card, places, smallest_group), _agreed(card, smallest_group)) for card in ordered
    )
    return [
        Heading("Where every card was put, the most contested first", 2),
        text("; ".join(key), "label", leads=True),
        Table(columns, ("Card", *(name for name, _ in places), "Agreement"), rows, "How many put each card where"),
        text(
            "Agreement is the share of all pairs who put a card in the same place. It describes the room and judges "
            "nobody; with few answers it swings widely.",
            "label",
        ),
    ]


def _letters(activity: CardSort, region: Sequence[str]) -> str:
    return "".join(_LETTERS[number] for number, circle in enumerate(activity.circles) if circle.id in region)


def _counts(card: CardSummary, places: Sequence[tuple[str, str]], smallest_group: int) -> list[str]:
    if card.n < smallest_group:
        return ["" for _ in places]
    return [str(card.placements.get(key, 0) or "·") for _, key in places]


def _agreed(card: CardSummary, smallest_group: int) -> str:
    return agreement_in_words(card) if card.n >= smallest_group else f"fewer than {smallest_group} answers"


def moved_table(
    activity: CardSort, before: CardSortSummary, after: CardSortSummary, shift: Shift, smallest_group: int
) -> list[Block]:
    """The cards that anybody moved from one round to the other, the most moved first."""
    earlier = {card.card: card for card in before.cards}
    labels = {card.id: card.label for card in activity.cards}
    moved = [card for card in after.cards if shift.parts.get(card.card)]
    ordered = sorted(moved, key=lambda card: -shift.parts[card.card])
    rows = tuple(
        (
            labels[card.card],
            _most(activity, earlier[card.card], smallest_group),
            _most(activity, card, smallest_group),
            str(shift.parts[card.card]),
        )
        for card in ordered
    )
    where = (1 - _MOVED) * 0.32
    columns = (Column(1 - _MOVED - 2 * where), Column(where), Column(where), Column(_MOVED, figures=True))
    told = text(
        f"{shift.movers} of the {shift.both} who sorted both times moved a card. Before is round {before.round}, after "
        f"is round {after.round}.",
        "label",
        leads=bool(rows),
    )
    heading = Heading("Before and after the discussion", 2)
    if not rows:
        return [heading, told]
    head = ("Card", "Before most put it in", "After most put it in", "Moved by")
    return [heading, told, Table(columns, head, rows, "The cards that were moved")]


def _most(activity: CardSort, card: CardSummary, smallest_group: int) -> str:
    """The place that most chose by its letters, with how many of how many, and how far they agreed."""
    if card.n < smallest_group:
        return f"fewer than {smallest_group} answers"
    place = favourite(activity, card)
    name = "aside" if place == ASIDE else _letters(activity, place) or "none"
    return f"{name} {card.placements[place_key(place)]}/{card.n}; {agreement_in_words(card)}"
