"""A choice before the day: as many options as are asked for, and why."""

from activities.kinds.choice import Choice, ChoiceResponse, chosen_fields
from activities.preview import Hand, called, gives


@called.register
def _(activity: Choice) -> str:
    return "a choice" if activity.pick.most == 1 else "a choice of several"


@gives.register
def _(activity: Choice, response: ChoiceResponse, by: Hand) -> ChoiceResponse:
    for option in response.chosen:
        response = response.choose(activity, option)
    many = by.chance.randint(activity.pick.least, activity.pick.most)
    for option in by.in_order([one.id for one in activity.options], activity.id)[:many]:
        response = response.choose(activity, option)
    for _, asked in chosen_fields(activity, response):
        response = response.write(asked.field, by.words())
    return response
