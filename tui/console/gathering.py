"""Making a list of what people wrote: answers are ticked, merged and reworded, and the room weighs what comes of it."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from activities.kinds.items import Gathered
from activities.model import LINE_LIMIT
from activities.session.contribution import Contribution
from activities.session.gathering import (
    Answers,
    Items,
    add,
    answer_of,
    answers_to,
    item_of,
    leave_out,
    merge,
    merge_answer,
    reword,
    take_off,
)
from activities.session.hiding import Given
from activities.session.session import Session
from activities.typed import as_seen
from tui.console.changing import Changing
from tui.console.wording import PickItem, Words
from tui.widgets.choices import Choice, Choices

GATHERED = "Changed what is weighed"
"""The words under which each of these steps can be undone."""

COLUMN = 4
"""Cells before an item or an answer, for its number or its tick."""


class GatheringScreen(Changing[None]):
    """The list as it is, and under it what people wrote, heading by heading and without names."""

    DEFAULT_CSS = """
    GatheringScreen > Vertical { width: 100; }
    GatheringScreen Choices { max-height: 70vh; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick, or not", id="gather.tick"),
        Binding("m", "merge", "Merge", id="gather.merge"),
        Binding("r", "reword", "Reword", id="gather.reword"),
        Binding("n", "write", "Write one", id="gather.write"),
        Binding("delete,backspace", "take_off", "Take off", key_display="del", id="gather.take_off"),
        Binding("ctrl+z", "undo", "Undo", id="gather.undo"),
    ]
    CALM = 0.5
    HELP = """
    ## Gathering

    At the top is the list that the room will weigh, under it what people wrote, without names. What you have hidden
    with **h** is not there.

    **Space** on an answer puts it on the list or takes it away. **m** merges it, or an item, into another item. **r**
    puts an item in other words, **n** writes one of your own, **del** takes one off the list.

    The list is kept with this session. Dots on what you take off are free again.
    """

    def __init__(self, session: Session, contributions: tuple[Contribution, ...]) -> None:
        """The list of the activity that the room is at."""
        super().__init__(session, contributions)
        self._activity = session.current
        self._answers: tuple[Answers, ...] = ()

    @property
    def _items(self) -> Items:
        return self.session.workshop.activity(self._activity).gathered_items

    def show(self, session: Session) -> None:
        """The list and the answers as they are now."""
        source = session.workshop.activity(self._activity).gathers
        smallest = self.app.settings.smallest_group
        known = source is not None and source in session.kinds
        self._answers = answers_to(session, self.contributions, str(source), smallest) if known else ()
        many, title = len(self._items), session.workshop.activity(self._activity).title
        told = f"{many} to weigh in ‘{title}’" if many else "Nothing is on the list yet. Tick what people wrote."
        self.query_one("#heading", Static).update(Content(told))
        of = session.workshop.activity(str(source)).title if known else ""
        self.query_one(Choices).offer([*self._listed(), *self._written(of)])

    def _listed(self) -> list[Choice]:
        rows = []
        for number, item in enumerate(self._items, 1):
            several = Content.styled(f"   {len(item.of)} answers", "$quiet") if len(item.of) > 1 else Content("")
            head = Content.styled(f"{number:>2}", "$now bold")
            rows.append(
                Choice(Content.styled(as_seen(item.label), "bold") + several, _item(item), head=head, column=COLUMN)
            )
        return rows

    def _written(self, title: str) -> list[Choice]:
        rows: list[Choice] = []
        for one in self._answers:
            rows += [Choice(Content(" ")), Choice(Content.styled(as_seen(one.heading), "$quiet"))]
            if one.withheld:
                rows.append(Choice(Content.styled(one.withheld, "$quiet")))
            rows += [self._answer(text) for text in one.texts]
        if not any(one.texts or one.withheld for one in self._answers):
            rows += [
                Choice(Content(" ")),
                Choice(Content.styled(f"Nobody has written anything in ‘{title}’.", "$quiet")),
            ]
        return rows

    def _answer(self, text: Given) -> Choice:
        item = item_of(self._items, answer_of(text))
        number = self._items.index(item) + 1 if item else 0
        head = Content.styled(f"✓{number:>2}" if item else "  ·", "$done bold" if item else "$quiet")
        return Choice(Content(as_seen(text.text)), _answer(text), head=head, column=COLUMN + 1)

    # What is in hand

    def _in_hand(self) -> Gathered | Given | None:
        option = self.query_one(Choices).highlighted_option
        named = option.id if option else None
        texts = (text for one in self._answers for text in one.texts)
        item = next((one for one in self._items if _item(one) == named), None)
        return item or next((text for text in texts if _answer(text) == named), None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick an answer, reword an item."""
        if isinstance(self._in_hand(), Gathered):
            self.action_reword()
        else:
            self.action_tick()

    def _change(self, change: Callable[[Items], Items]) -> None:
        """The list as it is when this is kept, changed so; where it cannot be, why not."""
        activity = self._activity

        def changed(session: Session) -> Session:
            return session.gather(activity, change(session.workshop.activity(activity).gathered_items))

        self.change(GATHERED, changed)

    def action_tick(self) -> None:
        """An answer is an item, or no longer; one that is too long for that is first put in other words."""
        text = self._in_hand()
        if not isinstance(text, Given):
            return
        answer = answer_of(text)
        if item_of(self._items, answer):
            self._change(lambda items: leave_out(items, answer))
        elif len(" ".join(text.text.split())) > LINE_LIMIT:
            self._write(text.text, lambda items, words: add(items, words, answer))
        else:
            self._change(lambda items: add(items, text.text, answer))

    def action_reword(self) -> None:
        """The item in hand, or the one that stands for the answer in hand, says something else."""
        held = self._in_hand()
        item = item_of(self._items, answer_of(held)) if isinstance(held, Given) else held
        if item is not None:
            id = item.id
            self._write(item.label, lambda items, words: reword(items, id, words))

    def action_write(self) -> None:
        """An item of the facilitator's own."""
        self._write("", add)

    @work(exclusive=True, group="words")
    async def _write(self, words: str, change: Callable[[Items, str], Items]) -> None:
        typed = await self.app.push_screen_wait(Words(words, lambda typed: change(self._items, typed)))
        if typed is not None:
            self._change(lambda items: change(items, typed))

    @work(exclusive=True, group="words")
    async def action_merge(self) -> None:
        """What is in hand is part of another item."""
        held = self._in_hand()
        others = [item for item in self._items if item != held]
        if held is None or not others:
            self.notify("There is nothing on the list yet to merge it into.")
            return
        said = held.label if isinstance(held, Gathered) else held.text
        into = await self.app.push_screen_wait(PickItem(said, others))
        if into is None:
            return
        if isinstance(held, Gathered):
            id = held.id
            self._change(lambda items: merge(items, id, into))
        else:
            answer = answer_of(held)
            self._change(lambda items: merge_answer(items, answer, into))

    def action_take_off(self) -> None:
        """The item in hand is off the list."""
        if isinstance(held := self._in_hand(), Gathered):
            self._change(lambda items: take_off(items, held.id))

    def action_undo(self) -> None:
        """The last step is taken back, if it was one of these."""
        last = self.session.steps[-1].what if self.session.steps else ""
        if last == GATHERED:
            self.undo(last)
        else:
            self.notify("There is nothing to undo here.")


def _item(item: Gathered) -> str:
    return f"item {item.id}"


def _answer(text: Given) -> str:
    return f"answer {text.where.participant} {text.where.field}"
