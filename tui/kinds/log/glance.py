"""A participant's turn at a log, its picture for the room, and a glance at it for the facilitator."""

from textual.content import Content

from activities.kinds.log import Log
from activities.kinds.log_counts import DECIDED, LogSummary
from activities.kinds.log_entries import LogResponse
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.card_sort.chips import cut, plain
from tui.kinds.log.picture import LogPicture
from tui.kinds.log.turn import LogTurn
from tui.widgets.counts import GLANCE


@turn.register
def _(activity: Log, response: LogResponse, offers: Offers) -> LogTurn:
    return LogTurn(activity, response)


@picture.register
def _(activity: Log) -> LogPicture:
    return LogPicture(activity)


@glance.register
def _(activity: Log, summary: LogSummary) -> Content:
    if not summary.participants:
        return Content.styled("Nobody has written an entry yet", "$quiet")
    if summary.withheld:
        return Content.styled(summary.withheld, "$quiet")
    entries = f"{summary.entries} {'entry' if summary.entries == 1 else 'entries'}"
    lines = [Content.styled(f"{summary.participants} begun, {entries}", "$quiet")]
    for move, found in zip(activity.moves, summary.moves, strict=True):
        count = "–" if found.withheld else str(found.n)
        lines.append(Content.assemble((f"{count:>3} ", "bold"), cut(plain(move.brief_label), GLANCE - 4)))
    if activity.decision is not None and DECIDED not in summary.because:
        lines += [
            Content.styled(cut(f"    {plain(option)} {count}", GLANCE), "$quiet")
            for option, count in summary.decided.items()
        ]
    return Content("\n").join(lines)
