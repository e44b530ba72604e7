"""Days as people write them here, whatever language the machine is set to."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Not from strftime: its names follow the machine's language."""


def day_and_month(day: date) -> str:
    """A day of this year: 14 March."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def day_in_words(day: date) -> str:
    """A day of any year: 14 March 2026."""
    return f"{day_and_month(day)} {day.year}"


def short_day(day: date) -> str:
    """A day of any year where there is little room: 14 Mar 2026."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
