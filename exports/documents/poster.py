"""A composition as what it is to be: a poster on a large sheet, a report on A4."""

from collections.abc import Iterator

from activities.days import day_in_words
from activities.kinds.composition import Composition, CompositionResponse, Format
from activities.session.contribution import Contribution
from activities.session.session import Session
from exports.document import Block, Document, Heading, KeepTogether, Paper
from exports.documents.headed import where
from exports.kinds.sections import text

SHEETS: dict[Format, tuple[Paper, ...]] = {Format.POSTER: ("A3", "A1"), Format.REPORT: ("A4",)}
"""The papers that each is written for."""

LONGEST_TITLE = 200
"""The letters of a banner that stand as the title; a longer one is a section like the others."""


def works(session: Session, contribution: Contribution, wanted: Format) -> Iterator[tuple[Composition, Document]]:
    """Every poster, or report, of a participant that has anything in it, on its first paper."""
    for activity in session.workshop.activities:
        if isinstance(activity, Composition) and activity.format is wanted:
            version = contribution.start_of(activity.id, session.state(activity.id).round)
            if version and isinstance(response := version.response, CompositionResponse) and response.begun:
                yield activity, work(session, session.name_of(contribution.participant), activity, response)


def work(session: Session, name: str, activity: Composition, response: CompositionResponse) -> Document:
    """One work, under the name its writer has now, on the first paper there is for it."""
    banner = activity.banner
    title = " ".join(response.text(banner.id).split()) if banner else ""
    fits = 0 < len(title) <= LONGEST_TITLE
    sections = [one for one in activity.sections if not (fits and one is banner)]
    blocks = [
        _section(one.heading, response.text(one.id), activity.format) for one in sections if response.text(one.id)
    ]
    return Document(
        title=title if fits else activity.title,
        where=where(session),
        foot=f"{session.title} · {day_in_words(session.date)} · {name}",
        made=session.date,
        blocks=tuple(block for each in blocks for block in each),
        whose=name,
        paper=SHEETS[activity.format][0],
    )


def _section(heading: str, written: str, kind: Format) -> tuple[Block, ...]:
    """On a poster a section is one piece; in a report it goes on over pages."""
    found = (Heading(heading), text(written))
    return (KeepTogether(found),) if kind is Format.POSTER else found
