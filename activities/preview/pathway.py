"""A pathway before the day: a mark on every strand, an example and a next move."""

from activities.kinds.pathway import Pathway, PathwayResponse
from activities.preview import Hand, called, gives


@called.register
def _(activity: Pathway) -> str:
    return "where I stand, stage by stage"


@gives.register
def _(activity: Pathway, response: PathwayResponse, by: Hand) -> PathwayResponse:
    for strand in activity.strands:
        stages = range(1, len(strand.stages) + 1)
        response = response.stand_at(strand, by.lean(stages, f"{activity.id} {strand.id}"))
        response = response.give_evidence(strand.id, by.line("example")).plan_move(strand.id, by.line("next move"))
    return response
