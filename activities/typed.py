"""What people typed, made fit to stand in one line of a terminal, and the rule for what a short text may hold."""

from unicodedata import category

from activities.refusal import Refused

UNSEEN = "�"
"""Stands for a character that cannot be seen: a control, an escape, a direction mark, a space without width."""

JOINERS = "\u200c\u200d"
"""Have no width, but say how the letters on both sides are joined: in Persian and Hindi words, and inside emoji."""

BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""What Unicode calls a letter or a symbol and draws as nothing: the fillers of Hangul and the empty pattern of braille."""


def on_one_line(text: str, most: int) -> str:
    """The text in at most `most` characters of one line: as `as_seen`, with single spaces, and ‘…’ where it is cut."""
    flat = as_seen(" ".join(text.split())[: most + 1])
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def as_seen(text: str) -> str:
    """The whole text with ‘�’ for each character that cannot be seen; white space of any kind is a space.

    Nothing that is left can end a line, move a cursor, colour a terminal or turn the direction of writing.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if letter.isspace() else letter if _is_shown(text, at) else UNSEEN for at, letter in enumerate(text)
    )


def quoted(text: str) -> str:
    """What somebody wrote, in quotes, on one line of at most 40 characters."""
    return f"‘{on_one_line(text, 40)}’"


def can_be_seen(text: str) -> bool:
    """Whether at least one character of the text is drawn as something."""
    return any(category(letter)[0] in "LNPS" and letter not in BLANKS for letter in text)


def short_text(what: str, typed: str, most: int) -> str:
    """What was typed as a name or title, on one line with single spaces; empty where that is all there is.

    Raises Refused, saying what to do, for more than `most` characters and for any that cannot be seen.
    """
    line = " ".join(typed.split())
    if len(line) > most:
        raise Refused(f"A {what} can have {most} characters at most; this one has {len(line):,}.")
    if line and not (can_be_seen(line) and all(_is_shown(line, at) for at in range(len(line)))):
        raise Refused(f"This {what} has characters in it that cannot be shown. Type it again without them.")
    return line


def _is_shown(text: str, at: int) -> bool:
    letter = text[at]
    if letter in JOINERS:
        around = text[at - 1 : at] + text[at + 1 : at + 2]
        return len(around) == 2 and all(not one.isascii() and one.isprintable() for one in around)
    return letter.isprintable() and letter not in BLANKS
