"""A brief on paper: the page itself on the room sheet, nothing on a handout."""

from collections.abc import Mapping, Sequence

from activities.kinds.activity import Response
from activities.kinds.brief import Brief
from exports.document import Block, Points, plain
from exports.kinds.sections import own_section, room_section


@own_section.register
def _(activity: Brief, given: Mapping[int, Response]) -> Sequence[Block]:
    return []


@room_section.register
def _(activity: Brief, found: None) -> Sequence[Block]:
    return [Points(tuple(plain(point) for point in activity.points))] if activity.points else []
