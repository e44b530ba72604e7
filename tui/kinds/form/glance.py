"""A participant's turn at a form, its picture for the room, and a glance at it for the facilitator."""

from textual.content import Content

from activities.kinds.form import Form
from activities.kinds.form_counts import FormSummary, sums_in_words
from activities.kinds.form_response import FormResponse
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.form.picture import FormPicture
from tui.kinds.form.turn import FormTurn
from tui.widgets.counts import Count, glanced


@turn.register
def _(activity: Form, response: FormResponse, offers: Offers) -> FormTurn:
    return FormTurn(activity, response, offers)


@picture.register
def _(activity: Form) -> FormPicture:
    return FormPicture(activity)


@glance.register
def _(activity: Form, summary: FormSummary) -> Content:
    lines = [Content.styled(f"{summary.participants} in", "$quiet")]
    if activity.match:
        lines += [Content.assemble((f"{topic.n:>3} ", "bold"), topic.topic) for topic in summary.clusters[:6]]
        lines += [Content.styled(why, "$quiet") for why in (summary.clusters_withheld, summary.names_withheld) if why]
        lines.append(Content.styled("y: the clusters", "$now"))
    told = {one.id for one in activity.told} - ({activity.match.by} if activity.match else set())
    fields = zip(activity.fields, summary.fields, strict=True)
    shown = [(field, found) for field, found in fields if field.id in told]
    for field, found in shown:
        lines.append(glanced(Count(field.label, found.n, found.withheld is not None)))
    if activity.ledger and summary.ledger:
        lines.append(Content(sums_in_words(activity.ledger, summary.ledger)))
    if any(found.withheld for _, found in shown):
        lines.append(Content.styled("–  too few to show", "$quiet"))
    return Content("\n").join(lines)
