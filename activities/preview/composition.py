"""A poster or a report before the day: earlier work flows in, every section is written, and most offer the whole."""

from activities.kinds.audience import Audience
from activities.kinds.composition import WHOLE, Composition, CompositionResponse, flowed
from activities.preview import Hand, called, gives


@called.register
def _(activity: Composition) -> str:
    return f"a {activity.format} to put together"


@gives.register
def _(activity: Composition, response: CompositionResponse, by: Hand) -> CompositionResponse:
    response = flowed(activity, response, by.offers)
    for section in activity.sections:
        if not response.text(section.id).strip():
            response = response.write(section.id, by.line("title") if section.banner else by.words())
    offers_whole = activity.audience is Audience.OFFERED and by.offers_it and WHOLE not in response.offered
    return response.offer(WHOLE) if offers_whole else response
