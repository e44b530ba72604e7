"""A participant's turn at a choice, its picture for the room, and a glance at it for the facilitator."""

from textual.content import Content

from activities.kinds.choice import Choice, ChoiceResponse, ChoiceSummary
from activities.reveal.choice import in_order
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.choice.picture import ChoicePicture
from tui.kinds.choice.turn import ChoiceTurn
from tui.widgets.bars import counted


@turn.register
def _(activity: Choice, response: ChoiceResponse, offers: Offers) -> ChoiceTurn:
    return ChoiceTurn(activity, response, offers)


@picture.register
def _(activity: Choice) -> ChoicePicture:
    return ChoicePicture(activity)


@glance.register
def _(activity: Choice, summary: ChoiceSummary) -> Content:
    if not summary.participants:
        return Content.styled("Nobody has chosen yet", "$quiet")
    labels = {option.id: option.label for option in activity.options}
    lines = [Content.styled(f"{summary.participants} chose", "$quiet")]
    for one in in_order(summary):
        lines += counted(one.n, labels[one.option])
    reasons = sum(len(one.reasons) for one in summary.options) + len(summary.other_reasons)
    if reasons:
        lines.append(Content.styled(f"{reasons} {'reason' if reasons == 1 else 'reasons'}", "$quiet"))
    return Content("\n").join(lines)
