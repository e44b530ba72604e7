"""A participant's turn at checks, its picture for the room, and a glance at it for the facilitator."""

from textual.content import Content

from activities.kinds.checks import Checks, ChecksResponse
from activities.kinds.checks_counts import ChecksSummary
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.checks.picture import ChecksPicture
from tui.kinds.checks.turn import ChecksTurn


@turn.register
def _(activity: Checks, response: ChecksResponse, offers: Offers) -> ChecksTurn:
    return ChecksTurn(activity, response, offers)


@picture.register
def _(activity: Checks) -> ChecksPicture:
    return ChecksPicture(activity)


@glance.register
def _(activity: Checks, summary: ChecksSummary) -> Content:
    lines = [Content.styled(f"{summary.participants} in   ✓ as hoped  ? not", "$quiet")]
    for check, found in zip(activity.checks, summary.checks, strict=True):
        if found.withheld:
            counts = Content.styled("too few to show", "$quiet")
        else:
            held = found.count(check.hoped)
            counts = Content.assemble((f"✓ {held}", "$done"), f"  ? {found.n - held}")
        lines += [Content.styled(check.question, "bold"), Content("  ") + counts]
    if activity.rewrite and not summary.rewrites_withheld:
        lines.append(Content.styled(f"{summary.rewrote} rewrote it", "$quiet"))
    return Content("\n").join(lines)
