"""A log before the day: one more entry, planned for a day to come."""

from datetime import timedelta

from activities.kinds.log import Log
from activities.kinds.log_entries import LogResponse
from activities.preview import Hand, called, gives


@called.register
def _(activity: Log) -> str:
    return "a log of what is tried"


@gives.register
def _(activity: Log, response: LogResponse, by: Hand) -> LogResponse:
    response = response.add(by.today)
    entry = response.entries[-1].id
    day = by.today + timedelta(days=by.chance.randint(-20, 20))
    response = response.put_date(entry, day.isoformat(), by.today)
    for move in activity.moves:
        if not move.ahead and day > by.today:
            continue
        if move.one_of:
            response = response.choose(entry, move.id, by.lean(move.one_of, move.id), move.one_of, by.today)
        else:
            response = response.write(entry, move.id, by.words(), by.today)
    return response
