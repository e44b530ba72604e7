"""Every key of a turn at a grid, and what its help says."""

from textual.binding import Binding, BindingType

from tui.kinds.turn import OFFER

_BOX = Binding.Group("Box", compact=True)

KEYS: list[BindingType] = [
    Binding("left", "move(0,-1)", "Box", key_display="←", group=_BOX, id="grid.left"),
    Binding("right", "move(0,1)", "Box", key_display="→", group=_BOX, id="grid.right"),
    Binding("up", "move(-1,0)", "Box", key_display="↑", group=_BOX, id="grid.up"),
    Binding("down", "move(1,0)", "Box", key_display="↓", group=_BOX, id="grid.down"),
    Binding("enter", "write", "Write", id="grid.write"),
    Binding("escape", "table", "Back to the table", id="grid.table"),
    Binding("tab", "on(1)", "Next box", id="grid.on"),
    Binding("shift+tab", "on(-1)", "Box before", show=False, id="grid.back"),
    Binding("pagedown,ctrl+down", "row(1)", "Next row", key_display="pgdn", show=False, id="grid.row_on"),
    Binding("pageup,ctrl+up", "row(-1)", "Row before", key_display="pgup", show=False, id="grid.row_back"),
    Binding("home", "row(-99)", "First row", show=False, id="grid.first"),
    Binding("end", "row(99)", "Last row", show=False, id="grid.last"),
    Binding("ctrl+n", "new_row", "New row", id="grid.new_row"),
    Binding("delete,backspace", "empty", "Empty the box", show=False, id="grid.empty"),
    Binding("ctrl+s", "hand_in", "Hand in", id="turn.hand_in"),
    Binding("ctrl+z", "undo", "Undo", id="turn.undo"),
    Binding("ctrl+y", "redo", "Redo", show=False, id="turn.redo"),
    OFFER,
]

HELP = """
## Filling the table

The box in hand is marked **▸**. Move with the arrows and begin to type: what you write goes into the box, and shows
whole below the table. On a small screen you see one row at a time.

| key | |
|---|---|
| **← → ↑ ↓** | another box |
| **Enter**, or a letter | write in it |
| **Tab**, **Shift+Tab** | the next box, the box before, also while you write |
| **Esc** | from the writing back to the table |
| **PgDn**, **PgUp** | the next row, the row before |
| **1 2 3** | choose, where there are options; **Space** ticks |
| **Del** | empty the box; in an empty row of your own, take the row out |
| **Ctrl+N** | a row of your own, where there can be any |
| **Ctrl+Z, Ctrl+Y** | undo, redo |
| **Ctrl+S** | hand in |

With a mouse, click a box. Click a tick or an option to change it.
"""
