"""What the facilitator has put on the projector."""

from pydantic import Field

from activities.model import Frozen, Id, Round
from activities.session.notes import NoteKind
from activities.session.running import Phase


class Picture(Frozen):
    """What the projector is about: an activity in a phase and a round."""

    activity: str
    phase: Phase
    round: Round


class Shown(Frozen):
    """What the facilitator has put on the projector.

    `spotlight` is the id of one card, strand or field to dwell on; `question` the number of a discussion question,
    from 0, to show large; `notes` a list of notes, of which `page` is on show, from 0; `compare` shows the round before
    beside this one; `zoom` is fewer and larger words. `back` is the id of an earlier activity whose results stand beside
    the question. `frozen` is the picture that the room keeps while the console goes ahead.
    """

    blank: bool = False
    zoom: bool = False
    compare: bool = False
    spotlight: str | None = None
    question: int | None = Field(default=None, ge=0, le=999)
    notes: NoteKind | None = None
    page: int = Field(default=0, ge=0, le=9_999)
    back: Id | None = None
    frozen: Picture | None = None

    def cleared(self) -> "Shown":
        """Nothing dwelt on any more; blank, zoom and freeze stay as they are."""
        away = {"compare": False, "spotlight": None, "question": None, "notes": None, "page": 0, "back": None}
        return self.model_copy(update=away)
