"""A pause on paper: nothing, for there is nothing to keep of it."""

from collections.abc import Mapping, Sequence

from activities.kinds.activity import Response, Summary
from activities.kinds.pause import Pause
from activities.session.rounds import Shift
from exports.kinds.sections import own_section, room_section
from exports.pdf.blocks import Block


@own_section.register
def _(activity: Pause, given: Mapping[int, Response]) -> Sequence[Block]:
    return []


@room_section.register
def _(activity: Pause, found: Mapping[int, Summary], shift: Shift | None, smallest_group: int) -> Sequence[Block]:
    return []
