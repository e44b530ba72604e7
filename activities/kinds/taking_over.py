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
    that end a line become items of a list, and this is the next item after the last of them. What was written around
    them stays.
    """
    taken = [other for other in others if stands_in(other, text)]
    if not taken:
        before, after = text[:at], text[at:]
        put = f"{before}{' ' if before and not before[-1].isspace() else ''}{offer}"
        return put + after, len(put)
    for other in taken:
        text = _as_item(text, other)
    end = max(_line_end(text, other) for other in taken)
    put = f"{text[:end]}\n{_item(offer)}"
    return put + text[end:], len(put)


def _flat(text: str) -> str:
    return " ".join(" ".join(line.removeprefix(ITEM) for line in text.split("\n")).split())


def _item(offer: str) -> str:
    return ITEM + f"\n{GOES_ON}".join(offer.split("\n"))


def _place(text: str, offer: str) -> tuple[int, int]:
    """Where this begins in the text and where it ends, as an item if it is one; its very end where it cannot be found."""
    for words in (_item(offer), offer):
        if (start := text.find(words)) >= 0:
            return start, start + len(words)
    return len(text), len(text)


def _as_item(text: str, offer: str) -> str:
    """The text with this as an item of a list, where it ends a line and is none yet: it then has lines of its own."""
    start, end = _place(text, offer)
    if text[start:end] != offer or text[end : end + 1] not in ("", "\n"):
        return text
    before = text[:start].rstrip(" ")
    apart = "\n" if before and not before.endswith("\n") else ""
    return f"{before}{apart}{_item(offer)}{text[end:]}"


def _line_end(text: str, offer: str) -> int:
    """Where the line ends in which this ends."""
    _, end = _place(text, offer)
    found = text.find("\n", end)
    return len(text) if found < 0 else found
