"""A dot vote before the day: all dots are put, most of them where most are."""

from activities.kinds.dot_vote import DotVote, DotVoteResponse
from activities.preview import Hand, called, gives


@called.register
def _(activity: DotVote) -> str:
    return "a vote with dots"


@gives.register
def _(activity: DotVote, response: DotVoteResponse, by: Hand) -> DotVoteResponse:
    response = response.model_copy(update={"dots": {}})
    for item in by.in_order(activity.voted_on, activity.id):
        most = min(activity.most_on_one, response.left(activity))
        for _ in range(by.chance.randint(min(most, 1), most)):
            response = response.put(activity, item.id)
    return response
