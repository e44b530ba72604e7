"""Feedback: one reads the work that another has offered, and writes to them under a few headings."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal

from pydantic import Field, field_validator

from activities.kinds.activity import (
    Activity,
    Progress,
    Response,
    Summary,
    answered,
    blank,
    in_words,
    moved,
    progress,
    shown,
    summarise,
    who_sees,
)
from activities.kinds.audience import Audience
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.small_groups import Part, withheld
from activities.kinds.writing import WrittenField
from activities.model import ANSWER_LIMIT, Frozen, Id, Line, Source, Written
from activities.refusal import not_too_long
from activities.told_apart import told_apart

TO_READ = 200
"""The words of another's work that are read before anything is written. An estimate."""


class CommentHeading(WrittenField):
    """One thing to say about the work."""

    heading: Line


USUAL = (
    CommentHeading(id="clear", heading="What is clear", lines=2),
    CommentHeading(id="question", heading="A question", lines=2),
    CommentHeading(id="idea", heading="An idea", lines=2),
)


class Feedback(Activity):
    """On which earlier activity's work one writes, and under which headings.

    A comment is for whose work it is. The room sees counts alone.
    """

    kind: Literal["feedback"] = "feedback"
    audience: Audience = Audience.OWN
    on: Source
    headings: tuple[CommentHeading, ...] = Field(default=USUAL, min_length=1, max_length=6)

    _told_apart = field_validator("headings")(told_apart)

    @field_validator("audience")
    @classmethod
    def _theirs(cls, audience: Audience) -> Audience:
        if audience is not Audience.OWN:
            raise ValueError("a comment is for whose work it is, never for the room: take ‘audience’ out")
        return audience

    @property
    def starts_from(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The activity whose work is commented on."""
        return ((("on",), self.on), *super().starts_from)

    @property
    def lets_read(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The activity whose work is commented on."""
        return ((("on",), self.on),)

    def shows(self, response: Response, field: str) -> bool:
        """The room sees no comment."""
        return False


class Comment(Frozen):
    """What one person writes to another about their work, under each heading by its id.

    `to` is the participant whose work it is. Its writer's name is told them only where it is `named`.
    """

    to: Id
    answers: Mapping[str, Written] = Field(default_factory=dict)
    named: bool = False

    def answer(self, heading: str) -> str:
        """What stands under a heading."""
        return self.answers.get(heading, "")

    @property
    def filled(self) -> frozenset[str]:
        """The headings with something under them."""
        return frozenset(heading for heading, text in self.answers.items() if text.strip())


class FeedbackResponse(Response):
    """The comments of one participant, one on each work that they have written on."""

    kind: Literal["feedback"] = "feedback"
    comments: tuple[Comment, ...] = Field(default=(), max_length=200)

    @property
    def begun(self) -> bool:
        """Whether anything is written."""
        return any(comment.filled for comment in self.comments)

    @property
    def filled(self) -> frozenset[str]:
        """The headings under which anything is written, to anybody."""
        return frozenset(heading for comment in self.comments for heading in comment.filled)

    def on(self, to: str) -> Comment:
        """The comment on somebody's work, an empty one where there is none yet."""
        return next((comment for comment in self.comments if comment.to == to), Comment(to=to))

    def write(self, to: str, heading: str, text: str) -> "FeedbackResponse":
        """The comment on somebody's work says this under a heading. Raises Refused for more than an answer can have."""
        before = self.on(to)
        answers = {**before.answers, heading: not_too_long(text, ANSWER_LIMIT)}
        return self._with(before.model_copy(update={"answers": answers}))

    def give_name(self, to: str) -> "FeedbackResponse":
        """Whose work it is learns who wrote it; where they would already, not any more."""
        before = self.on(to)
        return self._with(before.model_copy(update={"named": not before.named}))

    def _with(self, comment: Comment) -> "FeedbackResponse":
        if any(one.to == comment.to for one in self.comments):
            comments = tuple(comment if one.to == comment.to else one for one in self.comments)
        else:
            comments = (*self.comments, comment)
        return self.model_copy(update={"comments": comments})


class HeadingSummary(Part):
    """How many wrote anything under a heading."""

    counted: ClassVar = ("n",)
    heading: str
    n: int = 0


class FeedbackSummary(Summary):
    """How many comments were given, and how many people wrote under each heading. Nothing of what they say."""

    kind: Literal["feedback"] = "feedback"
    given: int | None = 0
    headings: tuple[HeadingSummary, ...]


@effort.register
def _(activity: Feedback) -> Effort:
    read = words_in(activity, *(text for one in activity.headings for text in (one.heading, one.hint)))
    return Effort(read + TO_READ, lines=sum(one.lines for one in activity.headings))


@who_sees.register
def _(activity: Feedback) -> str:
    return "Whose work it is reads this, without your name unless you add it. The room sees counts."


@blank.register
def _(activity: Feedback) -> FeedbackResponse:
    return FeedbackResponse()


@progress.register
def _(activity: Feedback, response: FeedbackResponse) -> Progress:
    """How far the comment has come that has come furthest."""
    ids = {heading.id for heading in activity.headings}
    done = max((len(comment.filled & ids) for comment in response.comments), default=0)
    return Progress(done=done, of=len(activity.headings))


@summarise.register
def _(activity: Feedback, responses: Sequence[FeedbackResponse], round_number: int = 1) -> FeedbackSummary:
    begun = [response for response in responses if response.begun]
    return FeedbackSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        given=sum(bool(comment.filled) for response in begun for comment in response.comments),
        headings=tuple(
            HeadingSummary(heading=one.id, n=sum(one.id in response.filled for response in begun))
            for one in activity.headings
        ),
    )


@shown.register
def _(
    activity: Feedback,
    summary: FeedbackSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> FeedbackSummary:
    rule = withheld(summary, smallest, expected, apart)
    headings = tuple(one.hold_back(rule.why(one.heading, one.n)) for one in summary.headings)
    given = None if rule.whole else summary.given
    return summary.model_copy(update={"headings": headings, "given": given, "withheld": rule.whole})


@answered.register
def _(activity: Feedback, response: FeedbackResponse) -> frozenset[str]:
    return response.filled & {heading.id for heading in activity.headings}


@moved.register
def _(activity: Feedback, before: FeedbackResponse, after: FeedbackResponse) -> frozenset[str]:
    return frozenset(one.id for one in activity.headings if _under(before, one.id) != _under(after, one.id))


def _under(response: FeedbackResponse, heading: str) -> dict[str, str]:
    return {one.to: one.answer(heading).strip() for one in response.comments if heading in one.filled}


@in_words.register
def _(activity: Feedback, summary: FeedbackSummary) -> tuple[str, ...]:
    headings = {one.id: one.heading for one in activity.headings}
    given = summary.given or 0
    return (
        f"{given} {'comment' if given == 1 else 'comments'} given",
        *(
            f"{headings[one.heading]}: {one.withheld}" if one.withheld else f"{headings[one.heading]} ({one.n})"
            for one in summary.headings
        ),
    )
