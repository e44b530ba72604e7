"""Every key of the console, and what its help says."""

from textual.binding import Binding, BindingType

MINUTES = Binding.Group("Minute", compact=True)
STEPS = Binding.Group("Step", compact=True)

KEYS: list[BindingType] = [
    Binding("o", "step('open')", "Open", id="console.open"),
    Binding("l", "step('lock')", "Lock", id="console.lock"),
    Binding("r", "step('reveal')", "Reveal", id="console.reveal"),
    Binding("left", "turn(-1)", "The step before", key_display="←", id="console.dwell_back", group=STEPS),
    Binding("right", "turn(1)", "The next step", key_display="→", id="console.dwell", group=STEPS),
    Binding("n", "step('next')", "Next", id="console.next"),
    Binding("s", "again", "Again", id="console.again"),
    Binding("c", "step('compare')", "Compare", id="console.compare"),
    Binding("h", "read", "Read", id="console.read"),
    Binding("f3", "step('look_back')", "Look back", id="console.look_back"),
    Binding("i", "gather", "Gather", id="console.gather"),
    Binding("p", "note", "Note", id="console.note"),
    Binding("tab", "room", "Room", id="console.room", priority=True),
    Binding("f1", "app.help", "Help", key_display="?", id="console.help"),
    Binding("plus,equals_sign", "step('more')", "Minute more", key_display="+", id="console.more", group=MINUTES),
    Binding("minus", "step('less')", "Minute less", key_display="-", id="console.less", group=MINUTES),
    Binding("b", "step('back')", "Back to the activity before", id="console.back", show=False),
    Binding("down", "cue(1)", "The next cue of the script", key_display="↓", id="console.cue", show=False),
    Binding("up", "cue(-1)", "The cue before", key_display="↑", id="console.cue_back", show=False),
    Binding("pagedown", "scroll(1)", "Further down the script", id="console.page_down", show=False),
    Binding("pageup", "scroll(-1)", "Further up the script", id="console.page_up", show=False),
    Binding("space", "step('pause')", "Stop or start the timer", id="console.pause", show=False),
    Binding("v", "step('picture')", "Picture, or one at a time", id="console.picture", show=False),
    Binding("d", "step('question')", "Discussion question large, or put away", id="console.question", show=False),
    Binding("m", "notes", "Notes: read, edit, strike out, project", id="console.notes", show=False),
    Binding("f", "step('freeze')", "Freeze the room, and go on", id="console.freeze", show=False),
    Binding("full_stop", "step('blank')", "Blank the room", key_display=".", id="console.blank", show=False),
    Binding("z", "step('zoom')", "Larger words for the room", id="console.zoom", show=False),
    Binding("g", "agenda", "Agenda: go to, skip, move, add", id="console.go_to", show=False),
    Binding("u", "visit", "Write to people about their work", id="console.visit", show=False),
    Binding("y", "clusters", "Clusters: who is with whom", id="console.clusters", show=False),
    Binding("w", "people", "Who is in", id="console.people", show=False),
    Binding("ctrl+z", "undo", "Undo your last step", id="console.undo", show=False),
    Binding("k", "pin", "PIN for shared terminals", id="console.pin", show=False),
    Binding("e", "export", "Write the PDFs", id="console.export", show=False),
    Binding("x", "close", "Close the session, or open it again", id="console.close", show=False),
    Binding("t", "take_over", "Take over", id="console.take_over"),
    Binding("a", "side", "The agenda, then who is in", id="console.side", show=False),
    Binding("escape", "leave", "Home", show=False, id="console.leave"),
]

HELP = """
For you alone. The room sees only what you open and reveal: the line *room sees* says what. Nothing is lost by going back.

On a second screen type `flipchart room CODE`, on shared terminals `flipchart join CODE`.
"""
