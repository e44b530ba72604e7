"""Sentence stems before the day: each sentence is finished."""

from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse
from activities.kinds.writing import WrittenResponse
from activities.preview import Hand, called, gives
from activities.preview.writing import written


@called.register
def _(activity: SentenceStems) -> str:
    return "a sentence to finish" if len(activity.stems) == 1 else "sentences to finish"


@gives.register
def _(activity: SentenceStems, response: SentenceStemsResponse, by: Hand) -> WrittenResponse:
    return written(response, activity.stems, by)
