"""A ranking before the day: all of it in an order, of which much is common to many."""

from activities.kinds.ranking import Ranking, RankingResponse
from activities.preview import Hand, called, gives


@called.register
def _(activity: Ranking) -> str:
    return "things to put in order"


@gives.register
def _(activity: Ranking, response: RankingResponse, by: Hand) -> RankingResponse:
    for item in response.ranked:
        response = response.in_or_out(item)
    for one in by.in_order(activity.items, activity.id):
        response = response.in_or_out(one.id)
    return response
