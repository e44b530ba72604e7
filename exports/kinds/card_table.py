"""The tables of a card sort: how many put each card where, and what changed after the discussion."""

from collections.abc import Mapping, Sequence

from activities.kinds.card_board import NOT_A_NORM
from activities.kinds.card_counts import ASIDE, CardSortSummary, CardSummary, Place, place_key
from activities.kinds.card_sort import CardSort
from activities.reveal.card_sort import place_name
from activities.session.rounds import Shift, round_in_words
from exports.document import Block, Column, Heading, Table
from exports.kinds.sections import text

_COUNT = 0.075
_AGREED = 0.21
_MOVED = 0.13
_LETTERS = "ABCDEF"

NOT_SHOWN = "not shown"


def agreement_in_words(card: CardSummary) -> str:
    """Agreement as a word and a percentage of pairs: it describes and does not judge."""
    if card.agreement is None or card.agreement_percent is None:
        return "–"
    share = card.agreement
    word = "all agree" if share == 1 else "mostly agree" if share >= 0.7 else "mixed" if share >= 0.4 else "split"
    return f"{word}, {card.agreement_percent} %"


def favourite(activity: CardSort, card: CardSummary) -> Place:
    """Where most put a card; of places that are level, the first in the definition's order."""
    places: list[Place] = [*activity.regions, (), ASIDE]
    return max(places, key=lambda place: card.placements.get(place_key(place), 0))


def card_table(activity: CardSort, summary: CardSortSummary) -> list[Block]:
    """Heading, key, and a row a card."""
    places = [(_letters(activity, region), place_key(region)) for region in activity.regions]
    places += [("none", ""), ("aside", ASIDE)]
    key = [f"{letter}: {group.label}" for letter, group in zip(_LETTERS, activity.groups, strict=False)]
    key += [f"none: {activity.outside}", f"aside: {activity.aside}"]
    labels = {card.id: card.label for card in activity.cards}
    ordered = sorted(summary.cards, key=lambda card: (card.agreement is None, card.agreement or 0, -card.n))
    narrow = _COUNT if len(places) <= 5 else 0.055
    counts = [Column(narrow, figures=True)] * (len(places) - 2) + [Column(_COUNT, figures=True)] * 2
    columns = (Column(1 - _AGREED - sum(column.share for column in counts)), *counts, Column(_AGREED))
    rows = tuple((labels[card.card], *_counts(card, places), _agreed(card)) for card in ordered)
    fewer = list(dict.fromkeys(card.withheld for card in ordered if card.withheld))
    return [
        Heading("Where every card was put, the most contested first", 2),
        text("; ".join(key), "label", leads=True),
        Table(columns, ("Card", *(name for name, _ in places), "Agreement"), rows, "How many put each card where"),
        text(
            "Agreement is the share of all pairs who put a card in the same place. It describes the room and judges "
            "nobody; with few answers it swings widely.",
            "label",
        ),
        *(text(f"{NOT_SHOWN}: {why}", "label") for why in fewer),
    ]


def _letters(activity: CardSort, region: Sequence[str]) -> str:
    return "".join(_LETTERS[number] for number, group in enumerate(activity.groups) if group.id in region)


def _counts(card: CardSummary, places: Sequence[tuple[str, str]]) -> list[str]:
    if card.withheld:
        return ["" for _ in places]
    return [str(card.placements.get(key, 0) or "·") for _, key in places]


def _agreed(card: CardSummary) -> str:
    return NOT_SHOWN if card.withheld else agreement_in_words(card)


def moved_table(activity: CardSort, before: CardSortSummary, after: CardSortSummary, shift: Shift) -> list[Block]:
    """The cards that anybody moved from one round to the other, the most moved first."""
    earlier = {card.card: card for card in before.cards}
    labels = {card.id: card.label for card in activity.cards}
    moved = [card for card in after.cards if shift.parts.get(card.card)]
    ordered = sorted(moved, key=lambda card: -shift.parts[card.card])
    rows = tuple(
        (
            labels[card.card],
            _most(activity, earlier[card.card]),
            _most(activity, card),
            shift.count(card.card),
        )
        for card in ordered
    )
    where = (1 - _MOVED) * 0.32
    columns = (Column(1 - _MOVED - 2 * where), Column(where), Column(where), Column(_MOVED, figures=True))
    told = text(
        f"{shift.count().capitalize()} who sorted both times moved a card. Before is {round_in_words(before.round)}, after "
        f"is {round_in_words(after.round)}.",
        "label",
        leads=bool(rows),
    )
    heading = Heading("Before and after the discussion", 2)
    if not rows:
        return [heading, told]
    head = ("Card", "Before most put it in", "After most put it in", "Moved by")
    return [heading, told, Table(columns, head, rows, "The cards that were moved")]


def _most(activity: CardSort, card: CardSummary) -> str:
    """The place that most chose by its letters, with how many of how many, and how far they agreed."""
    if card.withheld:
        return NOT_SHOWN
    place = favourite(activity, card)
    name = "aside" if place == ASIDE else _letters(activity, place) or "none"
    return f"{name} {card.placements[place_key(place)]}/{card.n}; {agreement_in_words(card)}"


def beside_table(activity: CardSort, who: str, places: Mapping[str, str]) -> list[Block]:
    """Where these put each card (its place in words, by its id) beside the one they are compared with."""
    if activity.compare is None:
        return []
    rows = tuple(
        (card.label, places.get(card.id, "–"), place_name(activity, place))
        for card in activity.cards
        if (place := activity.reference(card.id)) is not None
    )
    source = activity.compare.source
    columns = (Column(0.4), Column(0.3), Column(0.3))
    return [
        Heading("Beside somebody else", 2),
        text(f"{source}. {NOT_A_NORM}", "label", leads=True),
        Table(columns, ("Card", who, "They"), rows, f"Where the cards are, beside {source}"),
    ]
