"""What the answers to checks add up to: how many said what, and which rewritings the room may see."""

from enum import StrEnum
from typing import Any, ClassVar, Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from activities.kinds.activity import Summary
from activities.kinds.small_groups import Part
from activities.kinds.wordings import Rewrite


class Answer(StrEnum):
    """What one says to a check."""

    YES = "yes"
    NOT_YET = "not_yet"
    NOT_SURE = "not_sure"


class CheckSummary(Part):
    """How many gave which answer to one check."""

    counted: ClassVar = ("yes", "not_yet", "not_sure")
    check: str
    yes: int = 0
    not_yet: int = 0
    not_sure: int = 0

    @property
    def n(self) -> int:
        """How many answered it."""
        return self.yes + self.not_yet + self.not_sure

    def count(self, answer: Answer) -> int:
        """How many gave this answer."""
        return {Answer.YES: self.yes, Answer.NOT_YET: self.not_yet, Answer.NOT_SURE: self.not_sure}[answer]

    @property
    def agreement(self) -> float | None:
        """The share of pairs of people who gave the same answer, 0–1; None for fewer than two people."""
        if self.n < 2:
            return None
        return sum(count * (count - 1) for count in (self.yes, self.not_yet, self.not_sure)) / (self.n * (self.n - 1))


class ChecksSummary(Summary):
    """The checks in the definition's order, and of so many who `rewrote` the rewritings that the room may see.

    `rewrites_withheld` says why nothing of those is shown.
    """

    kind: Literal["checks"] = "checks"
    checks: tuple[CheckSummary, ...]
    rewrites: tuple[Rewrite, ...] = ()
    rewrote: int = 0
    rewrites_withheld: str | None = None

    @model_serializer(mode="wrap")
    def _null_is_not_none(self, plain: SerializerFunctionWrapHandler) -> dict[str, Any]:
        found: dict[str, Any] = plain(self)
        return found if self.rewrites_withheld is None else {**found, "rewrites": None, "rewrote": None}


def kept_back(summary: ChecksSummary) -> str:
    """Whose rewriting is not among those shown because of who is to see it; nothing where all are there."""
    if summary.rewrites_withheld or len(summary.rewrites) >= summary.rewrote:
        return ""
    offered = len(summary.rewrites)
    if not offered:
        return "What they wrote is theirs alone."
    return f"{offered} {'offers theirs' if offered == 1 else 'offer theirs'} to the room. The others keep theirs."
