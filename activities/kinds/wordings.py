"""A text that is written again and again: what it was at first, every wording since, and why each was changed."""

from collections.abc import Collection
from typing import Self

from pydantic import Field

from activities.model import ANSWER_LIMIT, Frozen, Written
from activities.refusal import Refused, not_too_long

BEFORE, AFTER, REASON = "before", "rewrite", "reason"
"""The fields that a rewriting is offered, hidden and counted by: what it was, what it is now, and why."""

MOST_WORDINGS = 20
"""How many wordings are kept beside the first."""


class Wording(Frozen):
    """What a text says, and why it was changed to that."""

    text: Written
    reason: Written = ""


class Rewrite(Frozen):
    """A text before and after, and the reason, without whose it is. What may not be seen is empty."""

    before: str
    after: str
    reason: str


class Wordings(Frozen):
    """Every wording of one text. `original` is what stood there before the first of `wordings`; the last is written on."""

    original: Written = ""
    wordings: tuple[Wording, ...] = Field(default=(), max_length=MOST_WORDINGS)

    @property
    def now(self) -> str:
        """What it says now; empty where nothing was written yet."""
        return self.wordings[-1].text if self.wordings else self.original

    @property
    def reason(self) -> str:
        """Why it was changed to that."""
        return self.wordings[-1].reason if self.wordings else ""

    @property
    def rewritten(self) -> bool:
        """Whether it says something, and something else than at first, white space at its ends aside."""
        return self.now.strip() not in ("", self.original.strip())

    @property
    def versions(self) -> tuple[Wording, ...]:
        """The text at first, if there was one, and every wording that differs from the one before, oldest first."""
        found: list[Wording] = []
        for one in (Wording(text=self.original), *self.wordings):
            if one.text.strip() and (not found or one.text.strip() != found[-1].text.strip()):
                found.append(one)
        return tuple(found)

    def stand_on(self, original: str) -> Self:
        """It is this text that is looked at; nothing changes once a word of it is rewritten."""
        if self.wordings or original == self.original:
            return self
        return self.model_copy(update={"original": not_too_long(original, ANSWER_LIMIT)})

    def reword(self, text: str, original: str) -> Self:
        """It now says this. `original` is what it was, where this is the first word. Raises Refused for too long a text."""
        text = not_too_long(text, ANSWER_LIMIT)
        if not self.wordings:
            return self.stand_on(original).model_copy(update={"wordings": (Wording(text=text),)})
        return self._last(self.wordings[-1].model_copy(update={"text": text}))

    def give_reason(self, reason: str, original: str) -> Self:
        """Why it says that now. Raises Refused for too long a text."""
        begun = self if self.wordings else self.reword(original, original)
        last = begun.wordings[-1].model_copy(update={"reason": not_too_long(reason, ANSWER_LIMIT)})
        return begun._last(last)

    def write_another(self) -> Self:
        """The wording of now stands as it is, and another begins with its words.

        Raises Refused where nothing has changed since the last, and where no more are kept.
        """
        *earlier, last = self.wordings or (Wording(text=""),)
        before = earlier[-1].text if earlier else self.original
        if not last.text.strip() or last.text.strip() == before.strip():
            raise Refused("This wording is the same as the one before: change it first.")
        if len(self.wordings) >= MOST_WORDINGS:
            raise Refused(f"All {MOST_WORDINGS} wordings that can be kept are there: go on with the last one.")
        return self.model_copy(update={"wordings": (*self.wordings, Wording(text=last.text))})

    def unwritten(self, fields: Collection[str]) -> Self:
        """Without what the room is not to see of it."""
        change: dict[str, object] = {}
        if BEFORE in fields:
            change["original"] = ""
        if AFTER in fields:
            change |= {"original": "", "wordings": ()}
        elif REASON in fields:
            change["wordings"] = tuple(one.model_copy(update={"reason": ""}) for one in self.wordings)
        return self.model_copy(update=change)

    def _last(self, wording: Wording) -> Self:
        return self.model_copy(update={"wordings": (*self.wordings[:-1], wording)})
