"""A card sort as it is revealed: where the room agrees most and least, then card by card."""

from activities.kinds.card_board import NOT_A_NORM
from activities.kinds.card_counts import ASIDE, CardSortSummary, CardSummary, Place, place_of
from activities.kinds.card_sort import Card, CardSort
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total
from activities.reveal.words import counted, listed, sentence

BOTH, ALL = "Both", "All three"


@steps.register
def _(activity: CardSort, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has sorted a card yet."):
        return only
    assert isinstance(summary, CardSortSummary)
    told = [f"{total.who.counted(summary.participants)} sorted.", _extremes(activity, summary)]
    return (
        headline(activity, total, *told, changed="moved a card"),
        *_cards(activity, total, summary),
        *_own(summary),
        *_compared(activity, summary),
    )


def place_name(activity: CardSort, place: Place) -> str:
    """What a place is called where it stands alone: a whole name, or where circles meet `Both`, or `All three`."""
    if place == ASIDE or len(place) != len(activity.groups):
        names = [group.label for group in activity.groups if group.id in place]
        return listed(names) if place != ASIDE and names else activity.region_label(place)
    return BOTH if len(place) == 2 else ALL


def in_order(activity: CardSort, total: Total) -> tuple[CardSummary, ...]:
    """The cards, least agreed first, then those without a dispute in the deck's order.

    Where rounds are compared, the most moved come first.
    """
    summary = total.summary
    if not isinstance(summary, CardSortSummary):
        return ()
    contested = summary.contested()
    disputed = {card.card for card in contested}
    cards = (*contested, *(card for card in summary.cards if card.card not in disputed))
    if (shift := total.compared) is not None:
        return tuple(sorted(cards, key=lambda card: -shift.parts.get(card.card, 0)))
    return cards


def counts(activity: CardSort, card: CardSummary) -> list[tuple[Place, int]]:
    """In how many sorts a card is in which place, in the places' order, without those where it is in none."""
    found = {place_of(key): count for key, count in card.placements.items()}
    return [(place, found[place]) for place in activity.places if found.get(place)]


def most(activity: CardSort, card: CardSummary) -> list[Place]:
    """Where most put a card: one place, or several when they are equal."""
    found = counts(activity, card)
    highest = max((count for _, count in found), default=0)
    return [place for place, count in found if count == highest]


def changes(activity: CardSort, total: Total, card: CardSummary) -> list[tuple[Place, int, int]]:
    """Every place that a card is in before or now, with both counts.

    Nothing where it is withheld in either round, and nothing where nobody moved it: the counts then differ only because
    others took part.
    """
    before = total.before.cards if isinstance(total.before, CardSortSummary) and total.shift else ()
    earlier = next((one for one in before if one.card == card.card), None)
    moved = total.shift.parts.get(card.card) if total.shift else 0
    if earlier is None or not moved or earlier.withheld or card.withheld:
        return []
    first, second = dict(counts(activity, earlier)), dict(counts(activity, card))
    return [(at, first.get(at, 0), second.get(at, 0)) for at in activity.places if at in first or at in second]


def _extremes(activity: CardSort, summary: CardSortSummary) -> str:
    """What the room agrees on most and least."""
    labels = {card.id: card.label for card in activity.cards}
    judged = [card for card in summary.cards if card.agreement is not None]
    if not judged:
        return ""
    if all(card.agreement == 1 for card in judged):
        return "You agree on every card."
    highest = max(judged, key=lambda card: (card.agreement or 0, card.n))
    lowest = min(judged, key=lambda card: (card.agreement or 0, -card.n))
    if highest.agreement == lowest.agreement:
        return "You agree on no card more than on another."
    return f"You agree most on {labels[highest.card]}, least on {labels[lowest.card]}."


def _cards(activity: CardSort, total: Total, summary: CardSortSummary) -> list[Step]:
    cards = {card.id: card for card in activity.cards}
    ordered = in_order(activity, total)
    found: list[Step] = []
    for number, one in enumerate(ordered, 1):
        card = cards[one.card]
        found += [_card(activity, total, card, one, f"card {number} of {len(ordered)}"), *_reasons(card, summary)]
    return found


def _reasons(card: Card, summary: CardSortSummary) -> list[Step]:
    """The reasons that people gave for where they put a card, each alone, without where that was."""
    why = next((one.reasons for one in summary.reasons if one.card == card.id), ())
    return [
        Step(
            f"{card.id}.{number}",
            place=f"reason {number} of {len(why)}",
            above=f"Why {card.label}",
            words=text,
            picture=card.id,
            group=card.id,
        )
        for number, text in enumerate(why, 1)
    ]


def _card(activity: CardSort, total: Total, card: Card, found: CardSummary, place: str) -> Step:
    moved = sentence(f"{total.compared.count(card.id)} moved it") if total.compared else ""
    return Step(
        card.id,
        place=place,
        title=card.label,
        short=card.brief_label,
        words=found.withheld or (moved if found.n else "Nobody has placed it."),
        bars=_bars(activity, total, found),
        note=" ".join(part for part in (_agreed(activity, found), beside(activity, card.id)) if part),
        question=card.ask or next(iter(activity.discuss), ""),
        picture=card.id,
        group=card.id,
    )


def _bars(activity: CardSort, total: Total, card: CardSummary) -> tuple[Bar, ...]:
    """Where the card was put, most first."""
    changed = changes(activity, total, card)
    found: list[tuple[Place, int, int | None]] = [(place, now, before) for place, before, now in changed] or [
        (place, count, None) for place, count in counts(activity, card)
    ]
    ordered = sorted(found, key=lambda each: (-each[1], -(each[2] or 0)))
    return tuple(
        Bar(place_name(activity, place), count, before, short=_short(activity, place))
        for place, count, before in ordered
    )


def _short(activity: CardSort, place: Place) -> str:
    whole = place_name(activity, place)
    return whole if whole in (BOTH, ALL) else activity.region_label(place)


def _agreed(activity: CardSort, card: CardSummary) -> str:
    """Whether the card is split, in words."""
    if len(card.placements) == 1 and card.n > 1:
        return "All in the same place."
    if len(equal := most(activity, card)) > 1:
        names = [f"‘{_short(activity, place)}’" for place in equal]
        return f"Split: as many say {listed(names, 'as')}."
    return ""


def beside(activity: CardSort, card: str) -> str:
    """Where the one that the room is compared with put a card, in a sentence; nothing where they say nothing of it."""
    place = activity.reference(card)
    if activity.compare is None or place is None:
        return ""
    return sentence(f"{activity.compare.source}: {place_name(activity, place)}")


def _compared(activity: CardSort, summary: CardSortSummary) -> list[Step]:
    """The reference: how many cards most people put in the same place, and which they did not."""
    if activity.compare is None:
        return []
    labels = {card.id: card.label for card in activity.cards}
    there = [(card, activity.reference(card.card)) for card in summary.cards if card.n and not card.withheld]
    judged = [(card, most(activity, card) == [place]) for card, place in there if place is not None]
    same = sum(alike for _, alike in judged)
    other = [labels[card.card] for card, alike in judged if not alike]
    same_place = f"most of you put {same} of {counted(len(judged), 'card', 'cards')} in the same place"
    words = f"{activity.compare.source}: {same_place}. {NOT_A_NORM}"
    if other:
        words += f" Not in the same place: {listed(other)}."
    return [Step("compare-", place="beside somebody else", words=words)]


def _own(summary: CardSortSummary) -> list[Step]:
    """The cards that people wrote themselves, together: by which place they are in one could tell who wrote them."""
    if not summary.own_cards:
        return []
    number = len(summary.own_cards)
    words = " · ".join(card.label for card in summary.own_cards)
    title = "Cards people wrote" if number > 1 else "A card somebody wrote"
    return [Step("own-", place=counted(number, "card", "cards") + " of your own", title=title, words=words)]
