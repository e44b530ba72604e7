"""Prompts before the day: each is answered."""

from activities.kinds.prompts import Prompts, PromptsResponse
from activities.kinds.writing import WrittenResponse
from activities.preview import Hand, called, gives
from activities.preview.writing import written


@called.register
def _(activity: Prompts) -> str:
    return "a question to answer" if len(activity.prompts) == 1 else "questions to answer"


@gives.register
def _(activity: Prompts, response: PromptsResponse, by: Hand) -> WrittenResponse:
    return written(response, activity.prompts, by)
