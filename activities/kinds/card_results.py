"""What a room's sorts come to: counted in full, what of that may be seen, and told in words."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from activities.kinds.card_board import NOT_A_NORM
from activities.kinds.card_counts import (
    CardSortSummary,
    CardSummary,
    OwnCardSummary,
    ReasonsSummary,
    count_card,
    in_order,
    place_key,
    place_of,
)
from activities.kinds.card_response import CardSortResponse, given_reasons, reason_of
from activities.kinds.small_groups import Withheld, mixed, part_withheld

if TYPE_CHECKING:
    from activities.kinds.card_sort import CardSort

NOT_BESIDE = "Cards that people wrote themselves are not set beside another round: it could tell who wrote which."

REASONS_NOT_BESIDE = "Reasons are not set beside another round: it could tell who wrote which."


def count_sorts(activity: "CardSort", begun: Sequence[CardSortResponse], round_number: int) -> CardSortSummary:
    """What the sorts that were begun add up to, in full."""
    counts: dict[str, Counter[str]] = {card.id: Counter() for card in activity.cards}
    own: dict[str, Counter[str]] = {}
    labels: dict[str, str] = {}
    for response in begun:
        for card, place in response.placements.items():
            if card in counts:
                counts[card][place_key(place)] += 1
        for written in response.own:
            if not activity.shows(response, written.id):
                continue
            key = written.label.casefold()
            labels[key] = min(written.label, labels.get(key, written.label))
            places = own.setdefault(key, Counter())
            if written.id in response.placements:
                places[place_key(response.placements[written.id])] += 1
    return CardSortSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        cards=tuple(count_card(card, places, activity.places) for card, places in counts.items()),
        own_cards=tuple(
            OwnCardSummary(label=labels[key], n=own[key].total(), placements=in_order(own[key], activity.places))
            for key in sorted(own)
        ),
        writers=sum(bool(response.own) for response in begun),
        reasons=_reasons(activity, begun),
    )


def _reasons(activity: "CardSort", responses: Sequence[CardSortResponse]) -> tuple[ReasonsSummary, ...]:
    """How many gave a reason for each card, and those that the room may see; without where each of them put it."""
    if not activity.reasons:
        return ()
    given = [(card.id, why, one) for one in responses for card, why in given_reasons(activity, one)]
    seen = [(card, why) for card, why, one in given if activity.shows(one, reason_of(card))]
    counts = Counter(card for card, _, _ in given)
    return tuple(
        ReasonsSummary(card=card.id, n=counts[card.id], reasons=tuple(why for at, why in seen if at == card.id))
        for card in activity.cards
    )


def show_sorts(activity: "CardSort", summary: CardSortSummary, rule: Withheld, *, beside: bool) -> CardSortSummary:
    """What of it may be seen; `beside` another round, where it is to stand so."""
    cards = (card.hold_back(rule.why(card.card, card.n)) for card in summary.cards)
    changed: dict[str, object] = {"cards": tuple(cards), "withheld": rule.whole}
    own = summary.own_withheld or rule.whole or (NOT_BESIDE if beside else None)
    own = own or part_withheld(summary.writers, rule.smallest, "wrote a card of their own")
    if own is not None and activity.own_cards:
        changed |= {"own_cards": (), "writers": 0, "own_withheld": own}
    else:
        placed = (
            card.hold_back(part_withheld(card.n, rule.smallest, "sorted this card")) for card in summary.own_cards
        )
        changed["own_cards"] = tuple(placed)
    changed["reasons"] = tuple(_show_reasons(one, rule, beside=beside) for one in summary.reasons)
    return summary.model_copy(update=changed)


def _show_reasons(found: ReasonsSummary, rule: Withheld, *, beside: bool) -> ReasonsSummary:
    few = part_withheld(found.n, rule.smallest, "gave a reason")
    why = rule.whole or (REASONS_NOT_BESIDE if beside else None) or few
    return found.model_copy(update={"reasons": mixed(found.reasons, found.card)}).hold_back(why)


def sorts_in_words(activity: "CardSort", summary: CardSortSummary) -> tuple[str, ...]:
    """A line a card, then what people wrote, then the reference."""
    labels = {card.id: card.label for card in activity.cards}
    rows: list[tuple[str, CardSummary | OwnCardSummary]] = [(labels[card.card], card) for card in summary.cards]
    rows += [(f"{card.label} (own card)", card) for card in summary.own_cards]
    width = max((len(label) for label, _ in rows), default=0)
    lines = [f"{label:<{width}}  {_row_in_words(activity, card)}" for label, card in rows]
    lines += [summary.own_withheld] if summary.own_withheld else []
    for found in summary.reasons:
        if found.reasons:
            lines += [
                f"Why {labels[found.card]} ({found.n})",
                *(f"  - {' '.join(why.split())}" for why in found.reasons),
            ]
    return (*lines, *_compared_in_words(activity))


def _compared_in_words(activity: "CardSort") -> tuple[str, ...]:
    """The reference, a card a line."""
    if activity.compare is None:
        return ()
    placed = [(card.label, activity.reference(card.id)) for card in activity.cards]
    rows = [f"  {label}: {activity.region_label(place)}" for label, place in placed if place is not None]
    return (f"{activity.compare.source}. {NOT_A_NORM}", *rows)


def _row_in_words(activity: "CardSort", card: CardSummary | OwnCardSummary) -> str:
    if card.withheld:
        return f"  –   {card.withheld}"
    places = ", ".join(f"{activity.region_label(place_of(key))} {count}" for key, count in card.placements.items())
    agreed = card.agreement_percent if isinstance(card, CardSummary) else None
    share = "" if agreed is None else f"   {agreed} % of pairs agree"
    return f"{card.n:>3}   {places or 'not placed'}{share}"
