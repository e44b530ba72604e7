"""From a key to the redrawn grid: 120 boxes on 200×60, beside one frame, measured as the board of a card sort is."""

from datetime import date

from activities.kinds.grid import Grid
from activities.kinds.grid_response import GridResponse
from tests.benchmarks.redraw import tell_all

MOVES = ("right", "2", "right", "space", "down", "left", "3", "right", "up", "left", "1", "pagedown", "left", "up")
"""What a person presses on the table: it moves, chooses, ticks. Every key changes the grid."""

LETTERS = (*"which", "space", *"pupils", "enter", *"point", *["backspace"] * 16)
"""What a person presses in a box."""

TO_AND_FRO = ("escape", "enter")
"""From the writing to the table and back: other keys are then at the foot."""

WORDS = "Which pupils point to a line in the text when they say what they think, and which of them do not."


def definition(rows: int = 20) -> Grid:
    return Grid.model_validate(
        {
            "id": "map",
            "title": "Map the evidence",
            "minutes": 20,
            "purpose": "To see the gaps.",
            "question": "What does each source tell us?",
            "instructions": "Fill what you can.",
            "rows": [{"id": f"r-{n}", "label": f"Evidence of the kind {n}"} for n in range(rows)],
            "columns": [
                {"id": "tells", "label": "What it tells us"},
                {"id": "goal", "label": "Which goal it serves", "one_of": ["Talk", "Reading", "Both"]},
                {"id": "have", "label": "We have it", "type": "tick"},
                {"id": "who", "label": "Who collects it"},
                {"id": "when", "label": "By when", "type": "date"},
                {"id": "cost", "label": "What it costs busy people"},
            ],
        }
    )


def filled_already(activity: Grid) -> GridResponse:
    """Two boxes of three are filled."""
    response = GridResponse()
    for number, row in enumerate(activity.rows):
        if number % 3 != 2:
            response = response.write(row.id, "tells", WORDS).choose(row.id, "goal", "Talk", ("Talk", "Reading"))
            response = response.write(row.id, "who", "Tom").date(row.id, "when", "3 Feb 2027", date(2026, 11, 24))
    return response


def main() -> None:
    print("key to redrawn grid, 120 boxes, 200×60, milliseconds (goal: 99th percentile within one frame, 16.7)")
    activity = definition()
    tell_all("moving ", activity, filled_already(activity), MOVES, first=("left", "left"))
    tell_all("writing", activity, filled_already(activity), LETTERS, first=("left", "left", "enter"))
    tell_all("between", activity, filled_already(activity), TO_AND_FRO, first=("left", "left", "enter"))


if __name__ == "__main__":
    main()
