"""A pause on paper: nothing, for there is nothing to keep of it."""

from collections.abc import Mapping, Sequence

from activities.kinds.activity import Response
from activities.kinds.pause import Pause
from exports.document import Block
from exports.kinds.sections import own_section, room_section


@own_section.register
def _(activity: Pause, given: Mapping[int, Response]) -> Sequence[Block]:
    return []


@room_section.register
def _(activity: Pause, found: None) -> Sequence[Block]:
    return []
