"""The keys of a card sort, and what help says of them: the same on every board but for its numbers."""

from textual.binding import Binding, BindingType

from tui.kinds.turn import Turn

CLOSE = 4
"""More places than this have their numbers close together in the footer, which has the key that hands in too."""

_CARD = Binding.Group("Card", compact=True)


def sorting_keys(one: str, most: int) -> list[BindingType]:
    """The keys of a sort into `most` places at most, each called `one`."""
    group = Binding.Group(one.capitalize(), compact=most > CLOSE)
    numbers = [
        Binding(f"{n}", f"put({n - 1})", f"{one.capitalize()} {n}", group=group, id=f"card_sort.{one}{n}")
        for n in range(1, most + 1)
    ]
    return [
        Binding("up,k", "move(-1)", "Card", key_display="↑", group=_CARD, id="card_sort.up"),
        Binding("down,j", "move(1)", "Card", key_display="↓", group=_CARD, id="card_sort.down"),
        *numbers,
        Binding("x", "aside", "Set aside", id="card_sort.aside"),
        Binding("n", "write", "New card", id="card_sort.write"),
        Binding("r", "reason", "Reason", show=False, id="card_sort.reason"),
        Binding("escape", "cards", "Back to the cards", id="card_sort.cards"),
        *Turn.BINDINGS,
        Binding("0", "none", "None of these", show=False, id="card_sort.none"),
        Binding("space", "next_left", "Next card in the deck", show=False, id="card_sort.next_left"),
        Binding("delete,backspace", "take_back", "Back to the deck", show=False, id="card_sort.take_back"),
        Binding("l,d", "lists", "Board or lists", show=False, id="card_sort.lists"),
        Binding("home", "move(-99)", "First card", show=False, id="card_sort.first"),
        Binding("end", "move(99)", "Last card", show=False, id="card_sort.last"),
        Binding("pageup", "read(-1)", "Read the card, back", show=False, id="card_sort.read_back"),
        Binding("pagedown", "read(1)", "Read the card, on", show=False, id="card_sort.read_on"),
    ]


def sorting_help(how: str, numbers: str, marks: str) -> str:
    """What help says of a sort: how a card is put somewhere, what the numbers do, and what the deck's marks mean."""
    return f"""
## Sorting cards

The card in hand is marked **▸**. {how}

| key | |
|---|---|
| **↑ ↓** | the card before, the card after |
| **Space** | the next card that is still in the deck |
{numbers}
| **0** | in none of them |
| **x** | set aside: your school does not have it |
| **Del** | back to the deck; an own card in the deck is torn up |
| **n** | write a card of your own |
| **r, Esc** | where reasons are asked for: say why this card is where it is, and back to the cards |
| **l** | the board, or the same as lists |
| **PgDn** | read on where a card has a long text |
| **Ctrl+Z, Ctrl+Y** | undo, redo |
| **Ctrl+S, Enter** | hand in |

With a mouse, click a card to take it in hand, or drag it to where it belongs. {marks}
"""
