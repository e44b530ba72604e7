"""Checks before the day: each is answered, and what is looked at is written again where that is asked for."""

from activities.kinds.checks import Checks, ChecksResponse
from activities.kinds.checks_counts import Answer
from activities.preview import Hand, called, gives


@called.register
def _(activity: Checks) -> str:
    return "checks" if activity.rewrite is None else "checks, then write it again"


@gives.register
def _(activity: Checks, response: ChecksResponse, by: Hand) -> ChecksResponse:
    for check in activity.checks:
        response = response.say(check.id, by.lean(tuple(Answer), f"{activity.id} {check.id}"))
    if activity.rewrite is None:
        return response
    before = next((offer.text for offer in by.offers.get(activity.rewrite.of, ())), by.line("first wording"))
    return response.stand_on(before).reword(f"{by.line('second wording')}, a little sharper.", before)
