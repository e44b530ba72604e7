"""Which day it is where somebody sits: what a date without a year is read by."""

from datetime import UTC, date, datetime

from textual.app import App


def today(app: App[object]) -> date:
    """The local day, by the clock that the app goes by where it has one of its own."""
    now = getattr(app, "now", None)
    return (now() if callable(now) else datetime.now(UTC)).astimezone().date()
