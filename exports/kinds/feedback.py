"""Feedback on paper: what one wrote to others. What others wrote stands beside one's own work (`remarked`)."""

from collections.abc import Mapping, Sequence

from activities.kinds.feedback import Feedback, FeedbackResponse, FeedbackSummary
from activities.session.ring import Remark
from exports.document import Block, Column, Heading, OwnWords, Table, WritingLines
from exports.kinds.sections import Results, latest, own_section, room_section, text


@own_section.register
def _(activity: Feedback, given: Mapping[int, FeedbackResponse]) -> Sequence[Block]:
    response = latest(given)
    comments = [comment for comment in response.comments if comment.filled] if response else []
    blocks: list[Block] = [text("What you wrote to others about their work.", "quiet", leads=True)] if comments else []
    for heading in activity.headings:
        texts = [said for comment in comments if (said := comment.answer(heading.id).strip())]
        blocks.append(Heading(heading.heading, 2))
        blocks += [OwnWords(said) for said in texts] or [WritingLines(heading.lines)]
    return blocks


@room_section.register
def _(activity: Feedback, found: Results[FeedbackSummary]) -> Sequence[Block]:
    summary = found.told
    names = {one.id: one.heading for one in activity.headings}
    comments = f"{summary.given} {'comment' if summary.given == 1 else 'comments'}"
    rows = tuple((names[one.heading], "–" if one.withheld else str(one.n)) for one in summary.headings)
    table = Table((Column(0.75), Column(0.25, figures=True)), ("Heading", "Written by"), rows, "What was written under")
    blocks: list[Block] = [
        text(f"{found.when(summary.round)}{summary.participants} gave {comments}.", leads=True),
        table,
    ]
    return [*blocks, *[text(one.withheld, "quiet") for one in summary.headings if one.withheld][:1]]


def remarked(found: Sequence[Remark]) -> list[Block]:
    """What others wrote about a work, heading by heading, for its writer's handout; nothing where nobody did."""
    if not found:
        return []
    blocks: list[Block] = [Heading("What others say about it", 2)]
    heading = ""
    for remark in found:
        if remark.heading != heading:
            heading = remark.heading
            blocks.append(text(heading, "label", leads=True))
        blocks.append(OwnWords(remark.text, remark.by))
    return blocks
