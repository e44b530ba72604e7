"""A brief on paper: the page itself on the room sheet, nothing on a handout."""

from collections.abc import Mapping, Sequence

from activities.kinds.activity import Response, Summary
from activities.kinds.brief import Brief
from activities.session.rounds import Shift
from exports.kinds.sections import own_section, room_section
from exports.pdf.blocks import Block, text
from exports.pdf.paper import MM, NOTED


@own_section.register
def _(activity: Brief, given: Mapping[int, Response]) -> Sequence[Block]:
    return []


@room_section.register
def _(activity: Brief, found: Mapping[int, Summary], shift: Shift | None, smallest_group: int) -> Sequence[Block]:
    return [text(point, NOTED, before=1.5 * MM) for point in activity.points]
