"""Days as people type them: `3 Feb`, `03/02/2027`, `3 February 2027`, `2027-02-03`; the day comes before the month."""

import re
from datetime import date

from activities.days import MONTHS, day_in_words
from activities.model import YEARS
from activities.refusal import Refused

_FIGURES = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,?(?: (\d{2}|\d{4}))?")
_NAMED_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{2}|\d{4}))?")


def read_day(typed: str, today: date) -> date:
    """The day that was typed; without a year, the nearest to `today`. Raises Refused, saying how to write one."""
    words = " ".join(typed.casefold().split())
    if found := _YEAR_FIRST.fullmatch(words):
        return _day(typed, int(found[3]), int(found[2]), found[1], today)
    if found := _FIGURES.fullmatch(words):
        return _day(typed, int(found[1]), int(found[2]), found[3], today)
    if found := _NAMED.fullmatch(words):
        return _day(typed, int(found[1]), _month(typed, found[2]), found[3], today)
    if found := _NAMED_FIRST.fullmatch(words):
        return _day(typed, int(found[2]), _month(typed, found[1]), found[3], today)
    raise _unread(typed)


def shown_day(day: date) -> str:
    """A day as it is shown back: 3 February 2027."""
    return day_in_words(day)


def _month(typed: str, word: str) -> int:
    word = "sep" if word == "sept" else word
    named = [number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(word)]
    if len(named) != 1:
        raise _unread(typed)
    return named[0]


def _day(typed: str, day: int, month: int, year: str | None, today: date) -> date:
    try:
        if year is not None:
            found = date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        else:
            found = min(_possible(day, month, today), key=lambda one: abs((one - today).days - 1))
    except ValueError:
        raise Refused(f"There is no day ‘{' '.join(typed.split())}’. Write the day first, then the month.") from None
    if found.year not in YEARS:
        raise Refused(f"Write a year from {YEARS.start} to {YEARS.stop - 1}.")
    return found


def _possible(day: int, month: int, today: date) -> list[date]:
    """The days of this name around today: in a year that has one, where it is the 29th of February."""
    found = []
    for year in range(today.year - 4, today.year + 5):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        raise ValueError("no year has such a day")
    return found


def _unread(typed: str) -> Refused:
    shown = " ".join(typed.split())[:40]
    return Refused(f"‘{shown}’ is not a date that can be read. Write it like 3 Feb, or 03/02/2027.")
