"""A log on paper: one's own entries under a strip of time; the room's counts, decisions and the entries it may see."""

from collections.abc import Mapping, Sequence
from datetime import date

from activities.kinds.log import Log, as_text, is_done, kept_back, when
from activities.kinds.log_counts import DECIDED, TOLD, WEEKS, LogSummary
from activities.kinds.log_entries import Entry, LogResponse
from exports.document import Answers, Block, Column, Fields, Heading, KeepTogether, Table, WritingLines, plain
from exports.kinds.sections import (
    Results,
    answers_section,
    latest,
    main_points,
    named,
    own_section,
    room_section,
    text,
)
from exports.pictures.strip import Moment, Strip

BY_HAND = 2
"""Entries that a blank form has room for."""


@own_section.register
def _(activity: Log, given: Mapping[int, LogResponse]) -> Sequence[Block]:
    response = latest(given) or LogResponse()
    if not response.begun:
        return [block for _ in range(BY_HAND) for block in _by_hand(activity)]
    entries = sorted(response.filled, key=lambda entry: entry.day or date.max)
    return [*_strip(activity, entries), *(block for entry in entries for block in _entry(activity, entry))]


def _strip(activity: Log, entries: Sequence[Entry]) -> list[Block]:
    """The entries with a date, day by day."""
    days = sorted({entry.day for entry in entries if entry.day})
    if not days:
        return []
    there = {day: [entry for entry in entries if entry.day == day] for day in days}
    moments = [Moment(day, len(those), sum(is_done(activity, one) for one in those)) for day, those in there.items()]
    return [
        text("A filled dot: you wrote what happened. A ring: it is planned.", "label", leads=True),
        Strip(tuple(moments)),
    ]


def _entry(activity: Log, entry: Entry) -> list[Block]:
    pairs = tuple((move.label, entry.says(move.id).strip()) for move in activity.moves if entry.has(move.id))
    head = Heading(when(entry) or "Without a date", 2)
    return [head, Fields(pairs)] if pairs else [head, text("Nothing is written yet.", "quiet")]


def _by_hand(activity: Log) -> list[Block]:
    """Room for one entry."""
    blocks: list[Block] = [WritingLines(1, plain(f"{activity.ask_date}:"), "label")]
    for move in activity.moves:
        asks = f"{move.label}: {' / '.join(move.one_of)}" if move.one_of else f"{move.label}:"
        blocks.append(text(f"Circle one. {asks}") if move.one_of else WritingLines(move.lines, plain(asks), "label"))
    return [KeepTogether(tuple(blocks))]


@room_section.register
def _(activity: Log, found: Results[LogSummary]) -> Sequence[Block]:
    told = found.told
    entries = f"{told.entries} {'entry' if told.entries == 1 else 'entries'}"
    blocks: list[Block] = [text(f"{found.when(told.round)}{told.participants} wrote {entries}.")]
    if found.shift:
        blocks.append(text(f"{found.shift.count().capitalize()} who wrote both times wrote more."))
    if told.weeks:
        moments = tuple(Moment(week.begins, week.entries, week.done) for week in told.weeks)
        key = "Week by week. A filled dot: it is told what happened. A ring: it is planned."
        blocks += [text(key, "label", leads=True), Strip(moments, weeks=True)]
    elif why := told.because.get(WEEKS):
        blocks.append(named("When", why))
    if activity.decision is not None:
        blocks += _decided(activity.decision.label, told)
    return [*blocks, *_moves(activity, told)]


def _decided(label: str, told: LogSummary) -> list[Block]:
    if why := told.because.get(DECIDED):
        return [named(label, why)]
    rows = tuple((option, str(count)) for option, count in told.decided.items())
    columns = (Column(0.8), Column(0.2, figures=True))
    return [Heading(label, 2), Table(columns, ("Decision", "Entries"), rows, "What was decided")]


def _moves(activity: Log, told: LogSummary) -> list[Block]:
    """How many people have said anything to each move."""
    found = {one.move: one for one in told.moves}
    rows = tuple((move.label, "–" if found[move.id].withheld else str(found[move.id].n)) for move in activity.moves)
    columns = (Column(0.8), Column(0.2, figures=True))
    blocks: list[Block] = [
        Heading("How far you have come", 2),
        Table(columns, ("What an entry says", "People"), rows, "How many people said anything to each"),
    ]
    return [*blocks, *([text("–: too few to tell, or none.", "label")] if any(row[1] == "–" for row in rows) else [])]


@answers_section.register
def _(activity: Log, found: Results[LogSummary]) -> Sequence[Block]:
    told = found.told
    if not told.told:
        why = told.because.get(TOLD) or kept_back(told)
        return [text(why, "quiet")] if why else []
    return [Answers(tuple(as_text(activity, one) for one in told.told))]


@main_points.register
def _(activity: Log, summary: LogSummary) -> Sequence[str]:
    chosen = [f"{option} {count}" for option, count in summary.decided.items() if count]
    return [f"Decided: {', '.join(chosen)}."] if chosen else []
