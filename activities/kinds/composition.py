"""A composition: a poster or a report, put together from what was done before and from what is written now."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field, field_validator, model_validator

from activities.kinds.activity import (
    Activity,
    Offer,
    Progress,
    Response,
    Summary,
    Words,
    answered,
    blank,
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
from activities.kinds.effort import WORDS_A_LINE, Effort, effort, words_in
from activities.kinds.pieces import CompositionResponse, flowed_in
from activities.kinds.small_groups import Part, mixed, withheld
from activities.kinds.span import Span
from activities.model import Definition, Frozen, Id, Label, Passage, Source
from activities.poster import POSTER, REPORT, Fill, Paper, word_count
from activities.told_apart import told_apart

__all__ = ["WHOLE", "Composition", "CompositionResponse", "CompositionSummary", "Format", "Section", "Work", "flowed"]

WHOLE = "*"
"""What stands in `offered` where a work is offered: it is shown as a whole or not at all. No section is called so."""


class Format(StrEnum):
    """One sheet to hang up, or some pages to read."""

    POSTER = "poster"
    REPORT = "report"


PAPERS: Mapping[Format, Paper] = {Format.POSTER: POSTER, Format.REPORT: REPORT}


class Pages(Span):
    """How many pages a report is to have."""

    key: ClassVar[str] = "pages"
    least: int = Field(ge=1, le=10, alias="from")
    most: int = Field(ge=1, le=10, alias="to")


class Section(Definition):
    """A part of the work: `from` names the activities whose results flow into it, `words` how long it is to be, about.

    The section with `banner` stands large over all the others, as the work's own title.
    """

    model_config = {"populate_by_name": True, "serialize_by_alias": True}

    id: Id
    heading: Label
    prompt: Passage | None = None
    sources: tuple[Source, ...] = Field(default=(), alias="from", max_length=12)
    words: int = Field(default=60, ge=5, le=2_000)
    banner: bool = False


class Composition(Activity):
    """The sections, in order. A whole work is seen by the room only where its writer offers it, unless another is said.

    `pages` is how long a report is to be, where it is not four to five.
    """

    kind: Literal["composition"] = "composition"
    audience: Audience = Audience.OFFERED
    format: Format
    pages: Pages | None = None
    sections: tuple[Section, ...] = Field(min_length=1, max_length=12)

    @field_validator("sections")
    @classmethod
    def _told_apart(cls, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        told_apart(sections)
        if sum(section.banner for section in sections) > 1:
            raise ValueError("more than one section is the banner: keep one of them")
        return sections

    @model_validator(mode="after")
    def _flows_into_sections(self) -> "Composition":
        if self.sources:
            raise ValueError("a composition takes ‘from’ section by section: put it under the sections that it is for")
        return self

    @model_validator(mode="after")
    def _a_poster_is_one_page(self) -> "Composition":
        if self.pages and self.format is Format.POSTER:
            raise ValueError("a poster is one page: leave out ‘pages’, or make it a report")
        return self

    @property
    def paper(self) -> Paper:
        """What it is written on, and how many pages of it."""
        usual = PAPERS[self.format]
        return replace(usual, least=self.pages.least, most=self.pages.most) if self.pages else usual

    @property
    def starts_from(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """What flows into each section."""
        return tuple(
            (("sections", number, "from", index), source)
            for number, section in enumerate(self.sections)
            for index, source in enumerate(section.sources)
        )

    @property
    def banner(self) -> Section | None:
        """The section whose text stands over all the others."""
        return next((section for section in self.sections if section.banner), None)

    @property
    def body(self) -> tuple[Section, ...]:
        """Every other section."""
        return tuple(section for section in self.sections if not section.banner)

    def shows(self, response: Response, field: str) -> bool:
        """A work is shown as a whole."""
        return self.audience is Audience.ROOM or (self.audience is Audience.OFFERED and WHOLE in response.offered)

    def fill(self, response: CompositionResponse) -> Fill:
        """How far the work fills its pages."""
        return Fill(self.paper, sum(word_count(response.text(section.id)) for section in self.sections))


def flowed(
    activity: Composition, response: CompositionResponse, given: Mapping[str, Sequence[Offer]]
) -> CompositionResponse:
    """The response once all that earlier activities hold has flowed into its sections; `given` is by activity.

    What its writer has changed or struck out stays so; what they left as it came says what the source says now.
    """
    pieces = {
        section.id: flowed_in(response.of(section.id), section.heading, section.sources, given)
        for section in activity.sections
        if section.sources or response.of(section.id)
    }
    filled = {section: found for section, found in pieces.items() if found}
    return response if filled == response.pieces else response.model_copy(update={"pieces": filled})


class SectionSummary(Part):
    """In how many works a section has something in it."""

    counted: ClassVar = ("n",)
    section: str
    n: int = 0


class Work(Frozen):
    """A work that the room may see, by its sections' ids."""

    parts: Mapping[str, str]


class CompositionSummary(Summary):
    """The sections in the definition's order, how many works are offered, and those works, of which JSON has nothing."""

    kind: Literal["composition"] = "composition"
    sections: tuple[SectionSummary, ...]
    offered: int | None = 0
    works: tuple[Work, ...] = Field(default=(), exclude=True)


@effort.register
def _(activity: Composition) -> Effort:
    """Half of what flows in is taken to be written already, and is read."""
    read = words_in(activity, *(text for one in activity.sections for text in (one.heading, one.prompt)))
    flowing = sum(one.words for one in activity.sections if one.sources) // 2
    written = sum(one.words for one in activity.sections) - flowing
    return Effort(
        read + flowing, decisions=sum(len(one.sources) for one in activity.sections), lines=-(-written // WORDS_A_LINE)
    )


@who_sees.register
def _(activity: Composition) -> str:
    if activity.audience is Audience.OFFERED:
        return "Only you see this. F7 offers your whole work to the room, without your name."
    return SEEN_BY[activity.audience]


@blank.register
def _(activity: Composition) -> CompositionResponse:
    return CompositionResponse()


@progress.register
def _(activity: Composition, response: CompositionResponse) -> Progress:
    return Progress(done=len(_filled(activity, response)), of=len(activity.sections))


def _filled(activity: Composition, response: CompositionResponse) -> frozenset[str]:
    return frozenset(section.id for section in activity.sections if response.text(section.id))


def _texts(activity: Composition, response: CompositionResponse) -> Iterator[tuple[Section, str]]:
    """Every section with something in it."""
    for section in activity.sections:
        if text := response.text(section.id):
            yield section, text


@offers.register
def _(activity: Composition, response: CompositionResponse) -> tuple[Offer, ...]:
    return tuple(Offer(heading=section.heading, text=text) for section, text in _texts(activity, response))


@words.register
def _(activity: Composition, response: CompositionResponse) -> tuple[Words, ...]:
    return tuple(
        Words(field=section.id, heading=section.heading, text=text) for section, text in _texts(activity, response)
    )


@without.register
def _(activity: Composition, response: CompositionResponse, fields: Collection[str]) -> CompositionResponse:
    pieces = {section: found for section, found in response.pieces.items() if section not in fields}
    own = {section: text for section, text in response.own.items() if section not in fields}
    return response.model_copy(update={"pieces": pieces, "own": own})


@summarise.register
def _(activity: Composition, responses: Sequence[CompositionResponse], round_number: int = 1) -> CompositionSummary:
    begun = [response for response in responses if response.begun]
    filled = [_filled(activity, response) for response in begun]
    works = tuple(
        Work(parts={section.id: text for section, text in _texts(activity, response)})
        for response in begun
        if activity.shows(response, WHOLE)
    )
    return CompositionSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        sections=tuple(
            SectionSummary(section=one.id, n=sum(one.id in sections for sections in filled))
            for one in activity.sections
        ),
        offered=len(works),
        works=works,
    )


@shown.register
def _(
    activity: Composition,
    summary: CompositionSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> CompositionSummary:
    """A section that is withheld is in no work either."""
    rule = withheld(summary, smallest, expected, apart)
    sections = tuple(one.hold_back(rule.why(one.section, one.n)) for one in summary.sections)
    seen = {one.section for one in sections if not one.withheld}
    works = [{name: text for name, text in work.parts.items() if name in seen} for work in summary.works]
    ordered = mixed(tuple("\0".join(work.values()) for work in works), activity.id)
    works.sort(key=lambda work: ordered.index("\0".join(work.values())))
    return summary.model_copy(
        update={
            "sections": sections,
            "offered": None if rule.whole else summary.offered,
            "works": () if rule.whole else tuple(Work(parts=work) for work in works if work),
            "withheld": rule.whole,
        }
    )


@answered.register
def _(activity: Composition, response: CompositionResponse) -> frozenset[str]:
    return _filled(activity, response)


@moved.register
def _(activity: Composition, before: CompositionResponse, after: CompositionResponse) -> frozenset[str]:
    return frozenset(one.id for one in activity.sections if before.text(one.id) != after.text(one.id))


@in_words.register
def _(activity: Composition, summary: CompositionSummary) -> tuple[str, ...]:
    headings = {section.id: section.heading for section in activity.sections}
    lines = [
        f"{headings[one.section]}: {one.withheld}" if one.withheld else f"{headings[one.section]} ({one.n})"
        for one in summary.sections
    ]
    lines.append(f"{summary.offered or 'None'} of {summary.participants} may be seen by the room.")
    for number, work in enumerate(summary.works, 1):
        lines.append(f"Work {number} of {len(summary.works)}")
        lines += [f"  {headings[name]}: {' '.join(text.split())}" for name, text in work.parts.items()]
    return tuple(lines)
