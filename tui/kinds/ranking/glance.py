"""A participant's turn at a ranking, its picture for the room, and a glance at it for the facilitator."""

from textual.content import Content

from activities.figures import short_figure
from activities.kinds.ranking import Ranking, RankingResponse, RankingSummary
from activities.reveal.ranking import by_median
from activities.typed import on_one_line
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.ranking.picture import RankingPicture
from tui.kinds.ranking.turn import RankingTurn
from tui.widgets.counts import GLANCE

FIRST = 5
"""How many items of the room's order it shows."""


@turn.register
def _(activity: Ranking, response: RankingResponse, offers: Offers) -> RankingTurn:
    return RankingTurn(activity, response)


@picture.register
def _(activity: Ranking) -> RankingPicture:
    return RankingPicture(activity)


@glance.register
def _(activity: Ranking, summary: RankingSummary) -> Content:
    begun = summary.participants
    lines = [Content.styled(f"{begun} put them in order" if begun else "Nobody has an order yet", "$quiet")]
    found = by_median(summary)
    for one in found[:FIRST]:
        label = on_one_line(activity.item(one.item).brief_label, GLANCE - 6)
        lines.append(Content.assemble((f"{short_figure(one.median or 0):>4}", "bold"), f"  {label}"))
    widest = max(found, key=lambda one: one.spread, default=None)
    if widest is not None and widest.spread > 0:
        lines += [
            Content.styled("most apart on", "$quiet"),
            Content(on_one_line(f" {activity.item(widest.item).brief_label}", GLANCE)),
        ]
    return Content("\n").join(lines)
