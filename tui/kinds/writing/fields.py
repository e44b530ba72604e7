"""A turn in which everything that is written stands in fields: what prompts and sentence stems have in common."""

from activities.kinds.activity import Response
from activities.kinds.writing import WrittenResponse
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.turn import WritingTurn


class FieldsTurn(WritingTurn, inherit_bindings=False):
    """A turn whose places to write are the fields of a written response."""

    BINDINGS = WritingTurn.BINDINGS

    @property
    def response(self) -> WrittenResponse:
        """What is written in the fields as it stands."""
        found = super().response
        assert isinstance(found, WrittenResponse)
        return found

    @property
    def field_in_hand(self) -> str | None:
        """The field with the cursor in it."""
        focused = self.screen.focused if self.is_attached else None
        return focused.place if isinstance(focused, WritingArea) and self in focused.ancestors else None

    def written(self, place: str) -> str:
        """What stands in a field."""
        return self.response.answer(place)

    def writing(self, place: str, text: str) -> Response:
        """The response with this in a field."""
        return self.response.write(place, text)

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The first field in which the two differ."""
        if not isinstance(before, WrittenResponse) or not isinstance(after, WrittenResponse):
            return None
        fields = [*before.answers, *after.answers]
        return next((field for field in fields if before.answer(field) != after.answer(field)), None)
