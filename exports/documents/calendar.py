"""The calendar of a programme: the year in one table, then each session with what to bring and room for notes."""

from datetime import date

from activities.days import MONTHS, day_in_words
from activities.programme.calendar import Calendar, Meeting, Wanted
from activities.programme.programme import Stage
from activities.reveal.words import counted
from exports.document import Block, Column, Document, Fields, Heading, KeepTogether, Table, WritingLines, plain
from exports.kinds.sections import text

WORDS = {Stage.DONE: "done", Stage.OPEN: "open", Stage.NEXT: "next", Stage.LATER: ""}
NOTES = 2
"""Lines to write on under every session that is still to come."""


def calendar_sheet(calendar: Calendar, made: date) -> Document:
    """The calendar as it stood on the day it was made."""
    programme = calendar.programme
    blocks: list[Block] = [text(programme.series.summary, "quiet")]
    if about := _about(calendar):
        blocks.append(Fields(about))
    blocks += [Heading("The year"), _year(calendar)]
    if ahead := [_session(one) for one in calendar.meetings if one.stage is not Stage.DONE]:
        blocks += [Heading("Session by session"), *ahead]
    blocks.append(_dates_of_ones_own(calendar))
    place = f"{programme.place} · " if programme.place.strip() else ""
    return Document(
        title=programme.title,
        where=f"{place}Calendar, as it was on {day_in_words(made)}",
        foot=f"{programme.title} · Calendar",
        made=made,
        blocks=tuple(blocks),
    )


def _about(calendar: Calendar) -> tuple[tuple[str, str], ...]:
    programme = calendar.programme
    who = ", ".join(part for part in (programme.facilitator.strip(), programme.contact.strip()) if part)
    found = (("Series", programme.series.title), ("Where", programme.place), ("Who to ask", who))
    return tuple((name, words) for name, words in found if words.strip() and words != programme.title)


def _year(calendar: Calendar) -> Table:
    columns = (Column(0.34), Column(0.33), Column(0.21), Column(0.12))
    rows = tuple((one.title, _when(one), _length(one.minutes), WORDS[one.stage]) for one in calendar.meetings)
    return Table(columns, ("Session", "When", "How long", "So far"), rows, "When the group meets")


def _session(one: Meeting) -> Block:
    """What it is for and what to bring, with room for notes."""
    fields = [("When", f"{_when(one)}, {_length(one.minutes)}"), ("What for", one.purpose)]
    fields += [("Bring", "\n".join(map(_brought, one.brings)))]
    fields += [("And", "It may be held more than once.")] if one.again else []
    return KeepTogether(
        (
            Heading(one.title, 2),
            Fields(tuple((name, words) for name, words in fields if words)),
            WritingLines(NOTES, plain("Notes:"), "quiet"),
        )
    )


def _brought(wanted: Wanted) -> str:
    """An earlier session, and what of it is gone on with: `Starting points: ‘Our goals’, ‘Our way in’`."""
    return f"{wanted.session}: {', '.join(f'‘{one}’' for one in wanted.activities)}"


def _dates_of_ones_own(calendar: Calendar) -> Block:
    """How many come back to their enquiries when, where so many do that it tells of nobody; and room for one's own."""
    blocks: list[Block] = [Heading("Dates of my own")]
    if calendar.busy:
        months = "; ".join(
            f"{MONTHS[one.month.month - 1]} {one.month.year}: {counted(one.people, 'person', 'people')}"
            for one in calendar.busy
        )
        blocks.append(text(f"So many in the group come back to their enquiry then. {months}.", "quiet", leads=True))
    blocks.append(WritingLines(4, plain("When I look at my enquiry again, and with whom:"), "quiet"))
    return KeepTogether(tuple(blocks))


def _when(one: Meeting) -> str:
    return day_in_words(one.day) if one.day else one.when


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = (counted(hours, "hour", "hours") if hours else "", f"{rest} minutes" if rest else "")
    return " ".join(part for part in parts if part)
