"""Taking an earlier answer over into a text: alone it goes in where one writes, several become a list."""

from collections.abc import Iterable

ITEM, GOES_ON = "– ", "  "
"""What stands before the first line of an item of a list, and before its other lines."""


def stands_in(offer: str, text: str) -> bool:
    """Whether a text has this in it, in a line or as an item of a list, however its lines are broken."""
    wanted = _flat(offer)
    return bool(wanted) and wanted in _flat(text)


def take_over(text: str, at: int, offer: str, others: Iterable[str]) -> tuple[str, int]:
    """The text with an offer in it, and where the cursor is then; `at` is where it was, in characters.

    The first is set in at the cursor, apart from the word before it. Once one of the `others` stands in the text, those
    that are lines of their own become items of a list, and this is the next item after the one with the cursor.
    """
    taken = [other for other in others if stands_in(other, text)]
    if not taken:
        before, after = text[:at], text[at:]
        put = f"{before}{' ' if before and not before[-1].isspace() else ''}{offer}"
        return put + after, len(put)
    lines, row = text.split("\n"), text[:at].count("\n")
    for other in taken:
        _make_item(lines, other.split("\n"))
    while row + 1 < len(lines) and lines[row + 1].startswith(GOES_ON):
        row += 1
    row += bool(lines[row].strip())
    lines[row : row + (row < len(lines) and not lines[row].strip())] = (new := _item(offer.split("\n")))
    return "\n".join(lines), len("\n".join(lines[: row + len(new)]))


def _flat(text: str) -> str:
    return " ".join(" ".join(line.removeprefix(ITEM) for line in text.split("\n")).split())


def _item(lines: list[str]) -> list[str]:
    return [f"{GOES_ON if number else ITEM}{line}" for number, line in enumerate(lines)]


def _make_item(lines: list[str], offer: list[str]) -> None:
    """These lines become an item where they stand one after another and are none yet."""
    for start in range(len(lines) - len(offer) + 1):
        if lines[start : start + len(offer)] == offer:
            lines[start : start + len(offer)] = _item(offer)
            return
