"""A participant's turn at a card sort, its reveal to the room, and a glance at it for the facilitator."""

from textual.content import Content

from activities.card_sort import ASIDE, CardSort, CardSortResponse, CardSortSummary, CardSummary
from tui.activities import Offers, glance, reveal, turn
from tui.widgets.reveal import Reveal
from tui.widgets.turn import Turn
from tui.widgets.venn_chips import plain
from tui.widgets.venn_results import Results
from tui.widgets.venn_reveal import CardSortReveal
from tui.widgets.venn_turn import CardSortTurn


@turn.register
def _(activity: CardSort, response: CardSortResponse, offers: Offers) -> Turn:
    return CardSortTurn(activity, response)


@reveal.register
def _(activity: CardSort, summary: CardSortSummary | None) -> Reveal:
    return CardSortReveal(activity, summary)


@glance.register
def _(activity: CardSort, summary: CardSortSummary) -> Content:
    results = Results(activity, summary)
    lines = [f"{summary.participants} sorted" if summary.participants else "Nobody has sorted a card yet"]
    contested = summary.contested()
    if contested:
        lines.append("contested")
        lines += [f"  {results.label(card.card)}  {_places(results, card)}" for card in contested[:3]]
    aside = max(summary.cards, key=lambda card: card.placements.get(ASIDE, 0))
    if aside.placements.get(ASIDE):
        lines.append(f"most often aside: {results.label(aside.card)}  {aside.placements[ASIDE]}")
    if summary.own_cards:
        lines.append(f"own cards: {', '.join(plain(card.label) for card in summary.own_cards[:3])}")
    return Content("\n".join(lines))


def _places(results: Results, card: CardSummary) -> str:
    return "  ".join(f"{results.code(place)}: {count}" for place, count in results.counts(card))
