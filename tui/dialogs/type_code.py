"""A question that destroys something: it is kept unless the session's code is typed."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from activities.session.codes import as_code
from tui.dialogs.dialog import Dialog


class TypeCode(Dialog[bool]):
    """True where the code was typed; False where nothing was, and enter pressed. Escape goes back with None."""

    AUTO_FOCUS = "#code"
    DEFAULT_CSS = """
    TypeCode #question { margin-bottom: 1; }
    TypeCode #answer { color: $quiet; margin-top: 1; }
    """
    HELP = """
    ## Is it meant?

    Type the session's code and press **Enter** to do it. **Enter** without the code, or **Esc**, keeps everything.
    """

    def __init__(self, question: str, code: str, keeps: str = "Enter alone keeps it.") -> None:
        """Ask `question`, about the session with this code; `keeps` says what happens where nothing is typed."""
        super().__init__()
        self._question, self._code, self._keeps = question, code, keeps

    def compose(self) -> ComposeResult:
        """The question, a place for the code, and what enter does."""
        with Vertical():
            yield Static(Content(self._question), id="question")
            code = Input(id="code", max_length=20, placeholder=f"Type {self._code} to do it")
            code.border_title = "Code"
            yield code
            yield Static(Content(self._keeps), id="answer")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do it, keep it, or say that this is another code."""
        typed = as_code(event.value)
        if typed and typed != self._code:
            self.query_one("#answer", Static).update(Content(f"The code is {self._code}. {self._keeps}"))
            return
        self.dismiss(typed == self._code)
