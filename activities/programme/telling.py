"""An enquiry as it is read, on a screen and in a terminal without one: sections of rows."""

from collections.abc import Iterable, Sequence
from datetime import date

from activities.days import day_in_words
from activities.kinds.traces import Trace
from activities.model import Frozen
from activities.programme.enquiry import Enquiry, Share

WHAT_IS_HERE = "What is for the room, or is offered to it. The rest is theirs alone."
NOTHING = "Nothing is written yet."
ASIDE = "   "
"""Before what stands under a heading, where all is plain text."""


class Row(Frozen):
    """Something that was written: what it is, the text, and what is said about it in smaller words.

    The row that is `strong` is the one that a reader came for.
    """

    head: str
    text: str
    note: str = ""
    strong: bool = False


class Section(Frozen):
    """A part of the page. `about` says where and when it was written, where that is one place for all its rows."""

    title: str
    about: str = ""
    rows: tuple[Row, ...]


def sections(enquiry: Enquiry, today: date) -> tuple[Section, ...]:
    """The page of somebody's enquiry: the question, dates, plan and log, and what is not here."""
    found = [
        Section(title="Question", rows=tuple(_wordings(enquiry.question))),
        Section(
            title="Dates to come", rows=tuple(_row(day_in_words(one.day), one.what) for one in enquiry.ahead(today))
        ),
        Section(
            title="Over, and nothing is told yet",
            rows=tuple(_row(day_in_words(one.day), one.what) for one in enquiry.past(today)),
        ),
        *(Section(title=one.activity, about=_where(one), rows=tuple(map(_told, one.traces))) for one in enquiry.plan),
        *(Section(title=one.activity, about=_where(one), rows=tuple(map(_told, one.traces))) for one in enquiry.log),
        Section(
            title="Not here",
            rows=tuple(_row(one.activity, one.why, f"{one.session}, {day_in_words(one.on)}") for one in enquiry.kept),
        ),
    ]
    return tuple(one for one in found if one.rows)


def in_words(enquiry: Enquiry, today: date) -> tuple[str, ...]:
    """The same as lines of plain text."""
    lines: list[str] = []
    for section in sections(enquiry, today):
        lines.append(f"{section.title}  ({section.about})" if section.about else section.title)
        for row in section.rows:
            first, *others = row.text.split("\n")
            mark = "" if not row.head else " " if row.head[-1] in "?!.:…" else ": "
            lines.append(f"{ASIDE}{row.head}{mark}{first}")
            lines += [f"{ASIDE}{ASIDE}{one}" for one in (*others, *row.note.split("\n")) if one]
    return tuple(lines) or (NOTHING,)


def _row(head: str, text: str, note: str = "") -> Row:
    return Row(head=head, text=text, note=note)


def _told(trace: Trace) -> Row:
    day = day_in_words(trace.day) if trace.day else ""
    return Row(head=trace.heading, text=trace.text or day, note=trace.note)


def _wordings(shares: Sequence[Share]) -> Iterable[Row]:
    """Every wording, the one of now first."""
    found = [(share, trace) for share in shares for trace in share.traces]
    for at, (share, trace) in reversed(list(enumerate(found))):
        now = at == len(found) - 1
        head = "Now" if now else "Then" if at else "At first"
        why = f"Why: {' '.join(trace.note.split())}" if trace.note else ""
        yield Row(head=head, text=trace.text, note="\n".join(filter(None, (why, _where(share)))), strong=now)


def _where(share: Share) -> str:
    when = day_in_words(share.on)
    return f"{when}, {share.together} together" if share.together else when
