"""What the room's sorts come to on a board: which card stands where, and in what words it is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from activities.kinds.card_board import NOT_A_NORM
from activities.kinds.card_counts import CardSortSummary, CardSummary, Place, place_of
from activities.kinds.card_sort import CardSort
from activities.reveal.card_sort import counts, most
from tui.kinds.card_sort.board import Layout
from tui.kinds.card_sort.chips import Chip, cut, plain, width_of
from tui.kinds.writing.wall import even

DOTS = 8
"""Up to how many people are shown as dots; more are shown as a number."""

THERE = "◆"
"""Before the place where the one that the room is compared with put a card."""

BAR, SHORTEST_BAR = 16, 5
"""The longest bar in the words about one card, in cells, and the longest where the places' names are long."""


@dataclass(frozen=True)
class Results:
    """A card sort and what the room's responses to it add up to."""

    activity: CardSort
    summary: CardSortSummary

    def label(self, card: str) -> str:
        """What stands on a card of the deck."""
        return plain(next(one.label for one in self.activity.cards if one.id == card))

    def counts(self, card: CardSummary) -> list[tuple[Place, int]]:
        """In how many sorts a card is in which place, in the places' order, without those where it is in none."""
        return counts(self.activity, card)

    def most(self, card: CardSummary) -> list[tuple[Place, int]]:
        """Where most people put a card, and how many: one place, or several when they are equal."""
        found = dict(self.counts(card))
        return [(place, found[place]) for place in most(self.activity, card)]

    def layout(self, dwelt: str | None, *, dotted: bool) -> Layout:
        """The board: every card where most put it; the one dwelt on wherever anybody did, and nothing else.

        With `dotted` few people are shown as dots, else as a number always.
        """
        chips: dict[Place, list[Chip]] = {}
        split = set()
        labels = {card.id: card for card in self.activity.cards}
        for card in self.summary.cards:
            if dwelt is not None and card.card != dwelt:
                continue
            where = self.most(card) if dwelt is None else self.counts(card)
            if len(where) > 1:
                split.add(card.card)
            for place, count in where:
                of = labels[card.card]
                tail = dots(count, card.n) if dotted else str(count)
                chips.setdefault(place, []).append(Chip(card.card, of.label, of.brief_label, tail))
        return Layout(chips, dwelt, frozenset(split))


def dots(count: int, of: int) -> str:
    """As many filled dots as people, and empty ones for the others; a number where there are many."""
    return "●" * count + "○" * (of - count) if of <= DOTS else str(count)


def tally(count: int, of: int, longest: int) -> str:
    """Dots, or a bar of at most `longest` cells with a number after it."""
    return dots(count, of) if of <= DOTS else f"{'█' * max(round(longest * count / of), 1)} {count}"


def told(results: Results, card: CardSummary, *, width: int) -> list[Content]:
    """Where people put one card: a line a place, or why that is not shown."""
    if card.withheld:
        return [Content.styled(f"  {card.withheld}", "$quiet")]
    names = [(plain(results.activity.region_label(place)), count) for place, count in results.counts(card)]
    longest = max((width_of(name) for name, _ in names), default=0)
    beside = card.n if card.n <= DOTS else SHORTEST_BAR + 1 + len(str(card.n))
    room = max(min(longest, width - 4 - beside), 8)
    spare = width - 4 - room - 1 - len(str(card.n))
    lines = []
    for (place, _), (name, count) in zip(results.counts(card), names, strict=True):
        shown = cut(name, room)
        mark = THERE if place == results.activity.reference(card.card) else " "
        bar = tally(count, card.n, max(min(spare, BAR), 1))
        lines.append(Content(f"{mark} {shown}{' ' * (room - width_of(shown))}  {bar}"))
    return lines


def reference_lines(results: Results, card: str) -> list[Content]:
    """Where somebody else put a card, and that it is no norm; nothing where they say nothing of it."""
    place, compare = results.activity.reference(card), results.activity.compare
    if compare is None or place is None:
        return []
    name = plain(results.activity.region_label(place))
    return [Content.assemble((THERE, "bold $now"), f" {plain(compare.source)}: {name}"), quiet(NOT_A_NORM)]


def reason_lines(results: Results, card: str) -> list[Content]:
    """The reasons that people gave for where they put a card, or why they are not shown."""
    found = next((one for one in results.summary.reasons if one.card == card), None)
    if found is None or not (found.reasons or found.withheld):
        return []
    words = [quiet(found.withheld)] if found.withheld else [Content(f"– {even(why)}") for why in found.reasons]
    return [quiet("Why"), *words]


def quiet(words: str) -> Content:
    """Words that are not what is looked at."""
    return Content.styled(words, "$quiet")


Change = tuple[Place, int, int]
"""A place, and in how many sorts a card is there before and now."""


def told_changes(results: Results, found: Sequence[Change], *, width: int) -> list[Content]:
    """A line a place, with how many had the card there before and now: bold where that is not the same."""
    if not found:
        return [Content.styled("  too few placed it to show where", "$quiet")]
    lines = []
    for place, before, now in found:
        name = cut(plain(results.activity.region_label(place)), max(width - 11, 8))
        lines.append(Content.styled(f"  {before:>2} → {now:<2}  {name}", "bold" if before != now else "$quiet"))
    return lines


def own_lines(results: Results) -> list[Content]:
    """The cards people wrote themselves, and where enough sorted one, how many put it where."""
    lines = []
    for card in results.summary.own_cards:
        where = [f"{plain(results.activity.region_label(place_of(key)))} {n}" for key, n in card.placements.items()]
        lines.append(Content("  ".join(part for part in (plain(card.label), ", ".join(where)) if part)))
    return lines
