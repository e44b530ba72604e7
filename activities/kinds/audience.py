"""Who answers an activity, and who comes to see what they write."""

from enum import StrEnum


class By(StrEnum):
    """Who answers: each person, each table (or school) together, or whichever of them sits down."""

    PERSON = "person"
    TABLE = "table"
    EITHER = "either"


WHO_ANSWERS = {By.PERSON: "each person answers", By.TABLE: "the table answers", By.EITHER: "people or tables answer"}
"""Who answers, in words."""


class Audience(StrEnum):
    """Who comes to see a person's words: the room without their name, the room where they offer it, only they."""

    ROOM = "room"
    OFFERED = "offered"
    OWN = "own"


SEEN_BY = {
    Audience.ROOM: "The room sees this without your name.",
    Audience.OFFERED: "Only you see this. F7 offers it to the room.",
    Audience.OWN: "Only you see this.",
}
"""What is said of words before anyone writes them."""

COUNTED = "The room sees counts, never your name."
"""What is said where nothing is written: choices, marks, an order."""
