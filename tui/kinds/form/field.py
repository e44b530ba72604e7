"""One field of a form: what is asked for, where to answer, and what was read or is wrong."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from activities.kinds.form_fields import LINE_MOST, Answer, FieldType, FormField, trouble
from activities.kinds.form_response import FormResponse
from tui.kinds.form.choosing import Choosing
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.line import WritingLine
from tui.widgets.lines import say

HOW = {
    FieldType.DATE: "Such as 3 Feb, or 03/02/2027.",
    FieldType.NUMBER: "In figures, such as 2.5.",
    FieldType.CODE: "A code that only you can read, such as P7. Never a name.",
}
"""What helps to fill in a field, where it is to be read as something."""


class FieldBlock(Vertical):
    """A field under its label. A mark says whether it is filled, must be, or is not for the room."""

    DEFAULT_CSS = """
    FieldBlock { height: auto; margin-bottom: 1; }
    FieldBlock Static { height: auto; }
    FieldBlock .ask { text-style: bold; }
    FieldBlock .hint { color: $quiet; }
    FieldBlock .note { color: $quiet; padding-left: 2; }
    FieldBlock .note.-late { color: $late; text-style: bold; }
    """

    def __init__(self, field: FormField, answer: Answer, seen: str = "") -> None:
        """The field with this answer. `seen` says who sees it, where that is not who sees all the rest."""
        super().__init__()
        self.field = field
        self._answer = answer
        self._seen = seen
        self._drawn: object = None

    def compose(self) -> ComposeResult:
        """The label, what helps, where to answer, and a line for what was read."""
        yield Static(classes="ask", markup=False)
        hints = [part for part in (self.field.hint, self._how()) if part]
        if hints:
            yield Static(Content(" ".join(hints)), classes="hint", markup=False)
        if not self.field.typed:
            yield Choosing(self.field)
        elif self.field.type is FieldType.WRITE:
            yield WritingArea(self.field.id, self._answer.typed)
        else:
            yield WritingLine(self.field.id, self._answer.typed, most=LINE_MOST)
        yield Static(classes="note", markup=False)

    @property
    def place(self) -> Widget:
        """Where one answers."""
        return self.query_one(WritingArea) if self.field.typed else self.query_one(Choosing)

    def _how(self) -> str:
        if self.field.type is FieldType.SOME_OF:
            return f"Choose up to {self.field.most}." if self.field.most else "Choose as many as you like."
        return HOW.get(self.field.type, "")

    def show(self, response: FormResponse, doubted: str | None, today: date, height: int) -> None:
        """How it stands; `doubted` is a code that was not kept, `height` the rows of a longer text."""
        answer = response.answer(self.field.id)
        now = (answer, doubted, today, height, self.place.has_focus, self.size.width)
        if now == self._drawn:
            return
        self._drawn = now
        filled = answer.fills(self.field)
        tick = Content.styled("  ✓", "$done") if filled else Content("")
        needed = Content.styled("  needed", "$now") if self.field.required and not filled else Content("")
        apart = Content.styled(f"  {self._seen}" if self._seen else "", "$quiet")
        unit = Content.styled(f"  in {self.field.unit}", "$quiet") if self.field.unit else Content("")
        say(self.query_one(".ask", Static), Content(self.field.label) + unit + tick + needed + apart)
        for choosing in self.query(Choosing):
            choosing.offer(answer.chosen)
        for area in self.query(WritingArea):
            area.put(answer.typed if doubted is None else doubted)
            if self.field.type is FieldType.WRITE:
                area.styles.min_height = height
        self._say(answer, doubted, today)

    def _say(self, answer: Answer, doubted: str | None, today: date) -> None:
        note, late = "", False
        if doubted is not None:
            note, late = f"{trouble(self.field, doubted, today)} F8 keeps it all the same.", True
        elif answer.fills(self.field):
            note = answer.told(self.field) if self.field.type in (FieldType.DATE, FieldType.NUMBER) else ""
            note = "Kept all the same." if answer.insisted else note
        elif answer.typed.strip() and not self.place.has_focus:
            note, late = trouble(self.field, answer.typed, today), True
        said = self.query_one(".note", Static)
        said.display = bool(note)
        said.set_class(late, "-late")
        say(said, Content(note))
