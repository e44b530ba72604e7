"""A log: dated entries that are added over several sessions, each in moves such as planned, predicted, happened, decided.

What the room may see: how many entries there are, when, and what was decided, as counts from the smallest group on; and
the entries themselves, each as one text, where their writers' words may be seen. An entry is offered, hidden and shown
as a whole: it is one thing that somebody did. Who has how many entries is in none of it.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Literal

from pydantic import Field, field_validator, model_validator

from activities.days import day_in_words
from activities.kinds.activity import (
    Activity,
    Offer,
    Progress,
    Words,
    answered,
    blank,
    first_page,
    in_words,
    moved,
    offers,
    progress,
    shown,
    summarise,
    who_sees,
    without,
    words,
)
from activities.kinds.audience import SEEN_BY, Audience
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.log_counts import COUNTED_BY, DECIDED, TOLD, WEEKS, LogSummary, MoveSummary, Told, Week, week_of
from activities.kinds.log_entries import Entry, LogResponse
from activities.kinds.log_moves import ADOPTED, MOVES, Move
from activities.kinds.small_groups import Withheld, is_small, mixed, part_withheld, withheld
from activities.kinds.traces import Part, Trace, leaves_traces, traces
from activities.model import Line
from activities.told_apart import told_apart

NOT_BESIDE = "It is not set beside another round: it could tell who wrote what."


class Log(Activity):
    """The moves of every entry, in order; one of them at most is a decision."""

    kind: Literal["log"] = "log"
    moves: tuple[Move, ...] = Field(default=MOVES, min_length=1, max_length=8)
    ask_date: Line = "When"

    _moves_told_apart = field_validator("moves")(told_apart)

    @model_validator(mode="after")
    def _one_decision(self) -> "Log":
        if sum(bool(move.one_of) for move in self.moves) > 1:
            raise ValueError("more than one move has ‘one_of’: an entry has one decision, take the others out")
        if all(move.ahead for move in self.moves) and len(self.moves) > 1:
            raise ValueError("every move is ‘ahead’: leave it out where something is written after the date")
        return self

    @property
    def goes_on(self) -> bool:
        """The entries of earlier sessions are there to be read, and the newest is written."""
        return True

    @property
    def decision(self) -> Move | None:
        """The move in which one of several options is chosen."""
        return next((move for move in self.moves if move.one_of), None)


def is_done(activity: Log, entry: Entry) -> bool:
    """Whether it is told what happened: anything in a move that is not written ahead."""
    return any(entry.has(move.id) for move in activity.moves if not move.ahead)


def is_due(activity: Log, entry: Entry, today: date) -> bool:
    """Whether something was planned for a day that is past, and it is not told yet what happened."""
    planned = any(entry.has(move.id) for move in activity.moves if move.ahead)
    return planned and entry.day is not None and entry.day < today and not is_done(activity, entry)


def when(entry: Entry) -> str:
    """The date of an entry in words; as typed where no day can be read of it."""
    return day_in_words(entry.day) if entry.day else entry.typed.strip()


def as_told(activity: Log, entry: Entry) -> Told:
    """A whole entry without its writer."""
    return Told(
        when=day_in_words(entry.day) if entry.day else "",
        says={move.id: entry.says(move.id).strip() for move in activity.moves if entry.has(move.id)},
    )


def as_text(activity: Log, told: Told) -> str:
    """A whole entry as one text, a line a move."""
    said = [f"{move.brief_label}: {text}" for move in activity.moves if (text := told.says.get(move.id))]
    return "\n".join(part for part in (told.when, *said) if part)


@effort.register
def _(activity: Log) -> Effort:
    read = words_in(activity, *(text for move in activity.moves for text in (move.label, move.hint)))
    written = [move.lines for move in activity.moves if not move.one_of]
    return Effort(read=read, decisions=1 + (activity.decision is not None), lines=sum(written))


@who_sees.register
def _(activity: Log) -> str:
    if activity.audience is Audience.ROOM:
        return SEEN_BY[Audience.ROOM]
    own = SEEN_BY[activity.audience].replace("see this", "see what you write").replace("offers it", "offers an entry")
    return f"The room sees counts of entries and of what was decided. {own}"


@blank.register
def _(activity: Log) -> LogResponse:
    return LogResponse()


@progress.register
def _(activity: Log, response: LogResponse) -> Progress:
    done = len(response.filled)
    return Progress(done=done, of=max(done, 1))


@offers.register
def _(activity: Log, response: LogResponse) -> tuple[Offer, ...]:
    return tuple(
        Offer(heading=f"{when(entry)}: {move.label}" if when(entry) else move.label, text=entry.says(move.id).strip())
        for entry in response.entries
        for move in activity.moves
        if entry.has(move.id)
    )


@first_page.register
def _(activity: Log, response: LogResponse) -> tuple[Offer, ...]:
    """What is planned and not done yet, by its date."""
    ahead = [move for move in activity.moves if move.ahead]
    waiting = [entry for entry in response.entries if entry.day and not is_done(activity, entry)]
    return tuple(
        Offer(heading=when(entry), text=entry.says(move.id).strip())
        for entry in sorted(waiting, key=lambda entry: entry.day or date.max)
        for move in ahead[:1]
        if entry.has(move.id)
    )


@leaves_traces.register
def _(activity: Log) -> bool:
    return True


@traces.register
def _(activity: Log, response: LogResponse) -> tuple[Trace, ...]:
    """Every entry as a whole, as it is offered."""
    return tuple(
        Trace(
            part=Part.LOG,
            field=entry.id,
            heading=when(entry),
            text="\n".join(
                f"{move.brief_label}: {entry.says(move.id).strip()}" for move in activity.moves if entry.has(move.id)
            ),
            day=entry.day,
            ahead=not is_done(activity, entry),
        )
        for entry in response.filled
    )


def _in_words(activity: Log, entry: Entry) -> bool:
    """Whether anything in it is in somebody's words."""
    return any(entry.has(move.id) for move in activity.moves if not move.one_of)


@words.register
def _(activity: Log, response: LogResponse) -> tuple[Words, ...]:
    return tuple(
        Words(field=entry.id, heading="Entries", text=as_text(activity, as_told(activity, entry)))
        for entry in response.entries
        if _in_words(activity, entry)
    )


@without.register
def _(activity: Log, response: LogResponse, fields: Collection[str]) -> LogResponse:
    return response.without(tuple(fields))


@summarise.register
def _(activity: Log, responses: Sequence[LogResponse], round_number: int = 1) -> LogSummary:
    begun = [response for response in responses if response.begun]
    decision, decided, deciders = activity.decision, Counter[str](), 0
    told: list[Told] = []
    writers = 0
    for response in begun:
        if decision is not None:
            chosen = [option for entry in response.entries if (option := entry.says(decision.id)) in decision.one_of]
            decided.update(chosen)
            deciders += bool(chosen)
        written = [entry for entry in response.entries if _in_words(activity, entry)]
        writers += bool(written)
        told += [as_told(activity, entry) for entry in written if activity.shows(response, entry.id)]
    return LogSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        entries=sum(len(response.filled) for response in begun),
        moves=tuple(
            MoveSummary(move=move.id, n=sum(move.id in answered(activity, one) for one in begun))
            for move in activity.moves
        ),
        weeks=_weeks(activity, begun),
        dated=sum(any(entry.day for entry in response.entries) for response in begun),
        doers=sum(any(is_done(activity, entry) for entry in response.entries) for response in begun),
        decided={option: decided[option] for option in decision.one_of} if decision else {},
        deciders=deciders,
        told=tuple(told),
        writers=writers,
    )


def _weeks(activity: Log, responses: Sequence[LogResponse]) -> tuple[Week, ...]:
    dated = [(week_of(entry.day), is_done(activity, entry)) for one in responses for entry in one.entries if entry.day]
    counts, done = Counter(week for week, _ in dated), Counter(week for week, is_so in dated if is_so)
    return tuple(Week(begins=week, entries=counts[week], done=done[week]) for week in sorted(counts))


@shown.register
def _(
    activity: Log,
    summary: LogSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> LogSummary:
    rule = withheld(summary, smallest, expected, apart)
    because = dict(summary.because)
    for part, doing in ((WEEKS, "gave a date"), (DECIDED, "decided anything"), (TOLD, "wrote an entry")):
        why = rule.whole or (NOT_BESIDE if apart is not None else None)
        why = why or part_withheld(getattr(summary, COUNTED_BY[part]), rule.smallest, doing)
        if why is not None and not (part == DECIDED and activity.decision is None):
            because.setdefault(part, why)
    changed: dict[str, object] = {
        "moves": tuple(one.hold_back(rule.why(one.move, one.n)) for one in summary.moves),
        "told": _mixed(_enough(summary, rule)),
        "withheld": rule.whole,
        "because": because,
    }
    empty: dict[str, object] = {WEEKS: (), DECIDED: {}, TOLD: ()}
    for part in because:
        changed |= {part: empty[part], COUNTED_BY[part]: 0}
    if is_small(summary.doers, rule.smallest) and WEEKS not in because:
        changed |= {WEEKS: tuple(week.model_copy(update={"done": 0}) for week in summary.weeks), "doers": 0}
    if WEEKS in because:
        changed["doers"] = 0
    if rule.whole:
        changed["entries"] = 0
    return summary.model_copy(update=changed)


def _enough(summary: LogSummary, rule: Withheld) -> list[Told]:
    """The entries without what too few have said: beside the rest it could tell who they are."""
    held = {one.move for one in summary.moves if rule.why(one.move, one.n) is not None}
    undated = is_small(summary.dated, rule.smallest)
    found = [
        Told(
            when="" if undated else one.when,
            says={move: text for move, text in one.says.items() if move not in held},
        )
        for one in summary.told
    ]
    return [one for one in found if one.says]


def _mixed(told: Sequence[Told]) -> tuple[Told, ...]:
    """In an order that comes from what they say alone."""
    known = {one.model_dump_json(): one for one in told}
    return tuple(known[text] for text in mixed(tuple(one.model_dump_json() for one in told), TOLD))


@answered.register
def _(activity: Log, response: LogResponse) -> frozenset[str]:
    return frozenset(move.id for move in activity.moves if any(entry.has(move.id) for entry in response.entries))


@moved.register
def _(activity: Log, before: LogResponse, after: LogResponse) -> frozenset[str]:
    def said(response: LogResponse, move: str) -> list[str]:
        return [entry.says(move).strip() for entry in response.entries if entry.has(move)]

    return frozenset(move.id for move in activity.moves if said(before, move.id) != said(after, move.id))


@in_words.register
def _(activity: Log, summary: LogSummary) -> tuple[str, ...]:
    lines = [f"{summary.entries} {'entry' if summary.entries == 1 else 'entries'}"]
    for move, found in zip(activity.moves, summary.moves, strict=True):
        lines.append(f"{move.label}: {found.withheld or f'{found.n} wrote'}")
    if activity.decision is not None:
        chosen = ", ".join(f"{option} {count}" for option, count in summary.decided.items())
        lines.append(f"Decided: {summary.because.get(DECIDED) or chosen}")
    weeks = [
        f"  week of {day_in_words(week.begins)}: {week.entries}, {week.done} of them done" for week in summary.weeks
    ]
    lines += ["When", *(weeks or [f"  {summary.because.get(WEEKS, 'nothing has a date')}"])]
    told = [f"  - {' · '.join(as_text(activity, one).splitlines())}" for one in summary.told]
    return (*lines, "Entries", *(told or [f"  {summary.because.get(TOLD) or kept_back(summary)}"]))


def kept_back(summary: LogSummary) -> str:
    """Why no entry is shown, or not all, where that is because of who is to see them; nothing where all are."""
    if TOLD in summary.because or not summary.writers:
        return ""
    return "What they wrote is theirs alone." if not summary.told else ""


__all__ = ["ADOPTED", "Log", "Move", "as_text", "as_told", "is_done", "is_due", "kept_back", "when"]
