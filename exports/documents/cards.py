"""Cards to cut out, for a table that sorts on paper."""

from activities.days import day_in_words
from activities.kinds.registry import load_kind
from activities.session.session import Session
from exports.document import Block, Cards, Document, Heading
from exports.documents.headed import where
from exports.kinds.sections import cut_out, text


def card_sheet(session: Session) -> Document | None:
    """The cards of every activity that has any, from the file of the workshop; None where none has."""
    blocks: list[Block] = []
    for activity in session.workshop.activities:
        load_kind("exports.kinds", activity)
        if cards := cut_out(activity):
            blocks += [Heading(activity.title), text(f"{activity.question} Cut along the lines.", "quiet", leads=True)]
            blocks.append(Cards(tuple(cards)))
    if not blocks:
        return None
    return Document(
        title=session.title,
        where=where(session),
        foot=f"{session.title} · {day_in_words(session.date)} · Cards",
        made=session.date,
        blocks=tuple(blocks),
    )
