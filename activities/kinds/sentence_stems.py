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

    With `first_page` its sentence stands on the first page of its writer's handout.
    """

    stem: Line
    short: Label
    source: Source | None = Field(default=None, alias="from")
    first_page: bool = False

    model_config = {"populate_by_name": True, "serialize_by_alias": True}

    @property
    def opening(self) -> str | None:
        """The words that its ending goes on from; None where there is a gap among them, as in `From …, by …`.

        What is written for such a stem fills several gaps and stands after the whole of it, as an answer does after a
        question.
        """
        words = GAP.sub("…", self.stem.strip()).rstrip("… .,:")
        return None if "…" in words else GAP.sub("", self.stem.strip()).rstrip(" .,:") or self.stem

    def sentence(self, ending: str) -> str:
        """The stem with its ending, as one plain text."""
        return f"{self.stem.strip()} {ending}" if self.opening is None else f"{self.opening} {ending}"


class SentenceStems(Activity):
    """The stems, in order. Together they are the plan."""

    kind: Literal["sentence_stems"] = "sentence_stems"
    stems: tuple[Stem, ...] = Field(min_length=1, max_length=30)

    _told_apart = field_validator("stems")(told_apart)

    @property
    def starts_from(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The earlier activities of the whole, then that of each stem that has one."""
        own = tuple((("stems", i, "from"), stem.source) for i, stem in enumerate(self.stems) if stem.source)
        return (*super().starts_from, *own)


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
