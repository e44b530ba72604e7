"""A participant's turn at a grid, its picture for the room, and a glance at it for the facilitator."""

from textual.content import Content

from activities.kinds.grid import Grid, labels_of
from activities.kinds.grid_counts import OWN, GridSummary
from activities.kinds.grid_response import GridResponse
from activities.reveal.grid import gaps, short_label
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.card_sort.chips import cut, plain, width_of
from tui.kinds.grid.picture import GridPicture
from tui.kinds.grid.turn import GridTurn
from tui.widgets.counts import GLANCE


@turn.register
def _(activity: Grid, response: GridResponse, offers: Offers) -> GridTurn:
    return GridTurn(activity, response, offers.get(activity.rows_from, ()) if activity.rows_from else ())


@picture.register
def _(activity: Grid) -> GridPicture:
    return GridPicture(activity)


@glance.register
def _(activity: Grid, summary: GridSummary) -> Content:
    if not summary.participants:
        return Content.styled("Nobody has filled a box yet", "$quiet")
    lines = [Content.styled(f"{summary.participants} begun", "$quiet")]
    if summary.withheld:
        return Content("\n").join([*lines, Content.styled(summary.withheld, "$quiet")])
    if told := gaps(summary):
        lines.append(Content.styled(told, "$quiet"))
    for row, label in labels_of(activity, summary).items():
        cells = summary.row(row)
        if not cells:
            continue
        figures = " ".join(f"{'–' if cell.withheld else cell.n:>2}" for cell in cells)
        name = "Own rows" if row == OWN else short_label(activity, row, label)
        name = cut(plain(name), GLANCE - len(figures) - 1)
        space = " " * (GLANCE - len(figures) - width_of(name))
        lines.append(Content.assemble(name, space, (figures, "bold")))
    return Content("\n").join(lines)
