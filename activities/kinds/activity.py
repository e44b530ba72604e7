"""What every kind of activity has in common, and the questions one may ask of any of them.

A kind of activity is a module of this package named for it. The module defines the kind's definition (a subclass of
`Activity`), its `Response`, its `Summary`, and registers its own `blank`, `progress`, `offers`, `summarise`, `shown`,
`answered`, `moved` and `in_words`.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import singledispatch
from typing import Self

from pydantic import Field, model_validator

from activities.kinds.audience import SEEN_BY, Audience, By
from activities.kinds.items import Gathered
from activities.kinds.plan import Cue, CueOrText, Minutes, Parts
from activities.model import Definition, Frozen, Id, Label, Line, Mark, Passage, Source


class Activity(Definition):
    """One thing the room does. Kinds add what they need.

    `minutes` is the planned time, whole or in parts. `question` is the one question on the projector, `instructions`
    the task in a sentence or two, and `task_short` the same in a few words, for the projector's large letters. `script`
    (or `say`, the same as plain text) and `watch` are for the facilitator and are never shown to the room; `discuss` are
    the questions the room talks about. `by` says who answers, `audience` who comes to see what they write, and `from`
    which earlier activities' results are offered, and looked back at; `again` names the activity of which this is the
    second time, and `covers` the marks of the published documents that it answers to.
    """

    model_config = {"populate_by_name": True, "serialize_by_alias": True}

    id: Id
    kind: str
    title: Label
    minutes: Minutes
    purpose: Passage
    question: Line
    instructions: Passage
    task_short: Line | None = None
    say: tuple[Passage, ...] = ()
    script: tuple[CueOrText, ...] = ()
    watch: tuple[Passage, ...] = ()
    discuss: tuple[Line, ...] = ()
    by: By = By.PERSON
    audience: Audience = Audience.ROOM
    sources: tuple[Source, ...] = Field(default=(), alias="from", max_length=12)
    again: Source | None = None
    covers: tuple[Mark, ...] = ()

    @model_validator(mode="after")
    def _one_script(self) -> "Activity":
        if self.say and self.script:
            raise ValueError("the script stands under ‘say’ and under ‘script’: keep one of them")
        return self

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The facilitator's script, cue by cue."""
        return self.script or tuple(Cue(say=words) for words in self.say)

    @property
    def parts(self) -> Parts:
        """Its minutes in parts; those of one that is not divided are all work."""
        return self.minutes if isinstance(self.minutes, Parts) else Parts(work=self.minutes)

    @property
    def divided(self) -> bool:
        """Whether its minutes are planned in parts."""
        return isinstance(self.minutes, Parts)

    @property
    def length(self) -> int:
        """All the minutes it is planned to take."""
        return self.parts.total

    @property
    def answered(self) -> bool:
        """Whether participants give a response to it. A brief is only talked to."""
        return True

    @property
    def own_work(self) -> str:
        """What a participant did there, in their words when they look back at it."""
        return "what I wrote"

    @property
    def can_be_revealed(self) -> bool:
        """Whether there is anything to show the room once it is over. There is nothing after a pause."""
        return True

    @property
    def goes_on(self) -> bool:
        """Whether one that is done `again` goes on with what was given the first time, as a log does. Others begin anew."""
        return False

    @property
    def starts_from(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The earlier activities it draws on: where in the definition each is named, and its id."""
        own = tuple((("from", index), source) for index, source in enumerate(self.sources))
        return own if self.again is None else (*own, (("again",), self.again))

    @property
    def sets_aside(self) -> bool:
        """Whether a participant can set something aside in it, so that a later one may offer that."""
        return False

    @property
    def asks_for_aside(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The earlier activities of which it offers what was set aside: where in the definition that is asked, and the id."""
        return ()

    @property
    def rewrites(self) -> str | None:
        """The earlier activity whose text is written again here; None for most kinds."""
        return None

    @property
    def lets_read(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The earlier activities whose words others are given to read: where each is named, and its id; none mostly."""
        return ()

    @property
    def gathers(self) -> str | None:
        """The earlier activity of whose answers the facilitator makes its items; None for most kinds."""
        return None

    @property
    def gathered_items(self) -> tuple[Gathered, ...]:
        """The items that the facilitator has made of them so far."""
        return ()

    def with_gathered(self, items: tuple[Gathered, ...]) -> "Activity":
        """The same with these items; the same as it is for a kind that gathers none."""
        return self

    @property
    def leads_to(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The later activities that it may lead to: where in the definition each is named, and its id; none mostly."""
        return ()

    def shows(self, response: "Response", field: str) -> bool:
        """Whether the room may come to see, without a name, what stands in this field of a response.

        Every summary takes people's words only where this holds. Field ids are those of `words`.
        """
        return self.audience is Audience.ROOM or (self.audience is Audience.OFFERED and field in response.offered)


class Response(Frozen):
    """One participant's answer to one activity in one round. `offered` are the fields that they offer to the room."""

    kind: str
    offered: tuple[str, ...] = Field(default=(), max_length=200)

    def offer(self, field: str) -> Self:
        """What stands in this field is offered to the room; offered already, it is taken back."""
        others = tuple(one for one in self.offered if one != field)
        return self.model_copy(update={"offered": others if field in self.offered else (*others, field)})

    @property
    def begun(self) -> bool:
        """Whether there is anything in it: who gave this took part."""
        return True


class Progress(Frozen):
    """How far a response has come: `done` of `of` cards, strands, stems or questions."""

    done: int
    of: int

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return self.done >= self.of

    @property
    def begun(self) -> bool:
        """Whether anything is done at all."""
        return self.done > 0


class Summary(Frozen):
    """What the responses to one activity add up to in one round, without anybody's name.

    `participants` counts those who gave anything at all; its JSON form is what `flipchart results --json` prints.
    `withheld` says why nothing more than that is in it.
    """

    activity: str
    kind: str
    round: int
    participants: int
    withheld: str | None = None


class Words(Frozen):
    """What a person wrote: in which field of their response (its id), under which heading, and the text."""

    field: str
    heading: str
    text: str


class Offer(Frozen):
    """A text of a response that is wanted elsewhere, to take over or to look up, under a heading that says what it is.

    `given` tells that the text stands in the workshop's file, as that of a card does: it is nobody's own words.
    `comment` tells that it is said about another thing that is offered, as a reason is: it makes no row of its own.
    `aside` tells that its giver set it aside: it is offered only where a workshop asks for that.
    """

    heading: str
    text: str
    given: bool = False
    comment: bool = False
    aside: bool = False


@singledispatch
def blank(activity: Activity) -> Response:
    """The response of someone who has not begun."""
    raise TypeError(f"a {activity.kind} takes no response")


@singledispatch
def progress(activity: Activity, response: Response) -> Progress:
    """How far this response has come."""
    raise TypeError(f"a {activity.kind} takes no response")


@singledispatch
def words(activity: Activity, response: Response) -> tuple[Words, ...]:
    """What this response says in a person's own words that the room may come to see; nothing for many kinds."""
    return ()


@singledispatch
def who_sees(activity: Activity) -> str:
    """Who comes to see what a participant gives, in a sentence that is said before they begin."""
    return SEEN_BY[activity.audience]


@singledispatch
def without(activity: Activity, response: Response, fields: Collection[str]) -> Response:
    """The response without what stands in these fields, named as `words` names them."""
    return response


@singledispatch
def offers(activity: Activity, response: Response) -> tuple[Offer, ...]:
    """What a later activity may take over from this response; nothing for most kinds."""
    return ()


@singledispatch
def set_aside(activity: Activity, response: Response) -> tuple[Offer, ...]:
    """What a later activity that asks for it may take over of what was set aside here; nothing for most kinds."""
    return ()


@singledispatch
def first_page(activity: Activity, response: Response) -> tuple[Offer, ...]:
    """What of this response its writer takes home on the first page of their handout: a goal, a next move, a date.

    Nothing for most kinds.
    """
    return ()


@singledispatch
def summarise(activity: Activity, responses: Sequence[Response], round_number: int = 1) -> Summary:
    """What the responses add up to, in full: for no one's eyes. Responses in which nothing is done are not counted."""
    raise TypeError(f"a {activity.kind} takes no response")


@singledispatch
def shown(
    activity: Activity,
    summary: Summary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> Summary:
    """The summary as it may be seen: without what rests on fewer than `smallest` answers, and with the reason.

    `expected` is how many people are awaited, for the words. `apart` is given where it is to stand beside another
    round: the parts that may not, with the reason. The rule and its reasons: `activities.kinds.small_groups`.
    """
    raise TypeError(f"a {activity.kind} takes no response")


@singledispatch
def led_to(activity: Activity, summary: Summary) -> tuple[str, ...]:
    """The ids of the activities to which what may be seen of the responses leads: several where it is a draw.

    Nothing for most kinds. The facilitator is told; nothing is opened by itself.
    """
    return ()


@singledispatch
def answered(activity: Activity, response: Response) -> frozenset[str]:
    """The ids of the cards, strands or fields that count this response among their answers."""
    raise TypeError(f"a {activity.kind} takes no response")


@singledispatch
def moved(activity: Activity, before: Response, after: Response) -> frozenset[str]:
    """The ids of the cards, strands or fields that one participant answered otherwise in a later round."""
    raise TypeError(f"a {activity.kind} takes no response")


@singledispatch
def in_words(activity: Activity, summary: Summary) -> tuple[str, ...]:
    """The summary as lines of plain text, for a terminal without a screen."""
    raise TypeError(f"a {activity.kind} takes no response")
