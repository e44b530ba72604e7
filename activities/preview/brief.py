"""A brief before the day: the facilitator talks, and nobody answers it."""

from activities.kinds.brief import Brief
from activities.preview import called


@called.register
def _(activity: Brief) -> str:
    return "you explain"
