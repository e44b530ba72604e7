"""Sentence stems: a plan written by finishing sentences, each of which may start from an earlier answer."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from pydantic import Field, field_validator

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
    without,
    words,
)
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.small_groups import withheld
from activities.kinds.traces import Part, Trace, leaves_traces, traces
from activities.kinds.writing import (
    WrittenField,
    WrittenResponse,
    WrittenSummary,
    fields_in_words,
    filled_fields,
    rewritten,
    show_fields,
    summarise_fields,
    unwritten,
    written_offers,
    written_progress,
    written_something,
    written_words,
)
from activities.model import Label, Line, Source
from activities.told_apart import told_apart

GAP = re.compile(r"\s*(?:…|\.{3,}|_{2,})\s*")
"""What stands in a stem where something is to be filled in."""


class Stem(WrittenField):
    """The beginning of a sentence. `short` names it in a list; `from` names the activity whose answers it offers.

    `set_aside` names a card sort of which it offers the cards that were set aside, and offers them first.
    With `first_page` its sentence stands on the first page of its writer's handout.
    """

    stem: Line
    short: Label
    source: Source | None = Field(default=None, alias="from")
    set_aside: Source | None = None
    first_page: bool = False

    model_config = {"populate_by_name": True, "serialize_by_alias": True}

    def offered(self, offers: Mapping[str, Sequence[Offer]]) -> tuple[Offer, ...]:
        """What of these, by the activity they come from, it offers."""
        aside = offers.get(self.set_aside, ()) if self.set_aside else ()
        given = offers.get(self.source, ()) if self.source else ()
        return (*(one for one in aside if one.aside), *(one for one in given if not one.aside))

    @property
    def openings(self) -> tuple[str, ...]:
        """The words before each gap: `We will get it from` and `by`; the whole stem where a gap begins it or words end it."""
        *before, after = GAP.split(self.stem.strip())
        openings = [words for each in before or [after] if (words := each.strip(" .,:;"))]
        ends_open = not before or not after.strip(" .,:;")
        begins = GAP.match(self.stem.strip()) is None
        return tuple(openings) if openings and begins and ends_open else (self.stem.strip(),)

    def sentence(self, ending: str) -> tuple[tuple[str, bool], ...]:
        """The stem and its ending as one sentence: stretches in the order they are read, and whether each is the stem's.

        What fills several gaps has the stem's words between them, as in `six pupils, by asking them`, or else a line a
        gap. Where it has neither, nothing: the stem and what was written for it make no sentence.
        """
        first, *between = self.openings
        if GAP.search(first):
            return ()
        lines = [line.strip() for line in ending.splitlines() if line.strip()]
        if between and len(lines) == len(self.openings):
            filled = zip(between, lines[1:], strict=True)
            return ((f"{first} ", True), (lines[0], False), *(each for pair in filled for each in _joined(*pair)))
        found: list[tuple[str, bool]] = [(f"{first} ", True)]
        for joint in between:
            at = _where(joint, ending)
            if at is None:
                return ()
            found += [(ending[: at[0]], False), (ending[at[0] : at[1]], True)]
            ending = ending[at[1] :]
        return (*found, (ending, False))


def _joined(joint: str, line: str) -> tuple[tuple[str, bool], tuple[str, bool]]:
    return (f", {joint} ", True), (line, False)


def _where(joint: str, ending: str) -> tuple[int, int] | None:
    """Where the words between two gaps stand in what somebody wrote: best after a comma; at least the last of them."""
    last = re.escape(joint.split()[-1])
    whole = r"\s+".join(map(re.escape, joint.split()))
    for pattern in (rf"(?<=[,;]\s){whole}\b", rf"(?<=\s){whole}\b", rf"(?<=\s){last}\b"):
        if (found := re.search(pattern, ending, re.IGNORECASE)) and ending[found.end() :].strip():
            return found.span()
    return None


class SentenceStems(Activity):
    """The stems, in order. Together they are the plan."""

    kind: Literal["sentence_stems"] = "sentence_stems"
    stems: tuple[Stem, ...] = Field(min_length=1, max_length=30)

    _told_apart = field_validator("stems")(told_apart)

    @property
    def starts_from(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The earlier activities of the whole, then those of each stem that has any."""
        own = tuple((("stems", i, "from"), stem.source) for i, stem in enumerate(self.stems) if stem.source)
        return (*super().starts_from, *own, *self.asks_for_aside)

    @property
    def asks_for_aside(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The card sorts of which a stem offers what was set aside."""
        return tuple((("stems", i, "set_aside"), stem.set_aside) for i, stem in enumerate(self.stems) if stem.set_aside)


class SentenceStemsResponse(WrittenResponse):
    """How each sentence ends."""

    kind: Literal["sentence_stems"] = "sentence_stems"


class SentenceStemsSummary(WrittenSummary):
    """The endings given to each stem."""

    kind: Literal["sentence_stems"] = "sentence_stems"


@effort.register
def _(activity: SentenceStems) -> Effort:
    read = words_in(activity, *(text for one in activity.stems for text in (one.stem, one.hint)))
    return Effort(read=read, lines=sum(one.lines for one in activity.stems))


@blank.register
def _(activity: SentenceStems) -> SentenceStemsResponse:
    return SentenceStemsResponse()


@progress.register
def _(activity: SentenceStems, response: SentenceStemsResponse) -> Progress:
    return written_progress(activity.stems, response)


@offers.register
def _(activity: SentenceStems, response: SentenceStemsResponse) -> tuple[Offer, ...]:
    return written_offers({stem.id: stem.short for stem in activity.stems}, response)


@words.register
def _(activity: SentenceStems, response: SentenceStemsResponse) -> tuple[Words, ...]:
    return written_words({stem.id: stem.stem for stem in activity.stems}, response)


@without.register
def _(activity: SentenceStems, response: SentenceStemsResponse, fields: Collection[str]) -> WrittenResponse:
    return unwritten(response, fields)


@first_page.register
def _(activity: SentenceStems, response: SentenceStemsResponse) -> tuple[Offer, ...]:
    return written_offers({stem.id: stem.short for stem in activity.stems if stem.first_page}, response)


@leaves_traces.register
def _(activity: SentenceStems) -> bool:
    return True


@traces.register
def _(activity: SentenceStems, response: SentenceStemsResponse) -> tuple[Trace, ...]:
    """The plan, sentence by sentence."""
    return tuple(
        Trace(part=Part.PLAN, field=stem.id, heading=stem.short, text=response.answer(stem.id).strip())
        for stem in activity.stems
        if response.filled(stem.id)
    )


@summarise.register
def _(
    activity: SentenceStems, responses: Sequence[SentenceStemsResponse], round_number: int = 1
) -> SentenceStemsSummary:
    begun = written_something(responses)
    return SentenceStemsSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        fields=summarise_fields(activity, activity.stems, begun),
    )


@shown.register
def _(
    activity: SentenceStems,
    summary: SentenceStemsSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> SentenceStemsSummary:
    rule = withheld(summary, smallest, expected, apart)
    return summary.model_copy(update={"fields": show_fields(summary.fields, rule), "withheld": rule.whole})


@answered.register
def _(activity: SentenceStems, response: SentenceStemsResponse) -> frozenset[str]:
    return filled_fields(activity.stems, response)


@moved.register
def _(activity: SentenceStems, before: SentenceStemsResponse, after: SentenceStemsResponse) -> frozenset[str]:
    return rewritten(activity.stems, before, after)


@in_words.register
def _(activity: SentenceStems, summary: SentenceStemsSummary) -> tuple[str, ...]:
    return fields_in_words({one.id: one.stem for one in activity.stems}, summary)
