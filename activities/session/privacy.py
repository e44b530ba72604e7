"""How many people it takes before what they said may be broken down without picking anyone out."""

SMALLEST_GROUP = 5
"""The fewest answers that are broken down where others can see them, unless the facilitator says otherwise.

Colleagues know each other's views: of one, two or three answers everyone can tell whose is whose, and of four whoever
gave one can nearly tell the others. Five is a common least number for small groups in published statistics; it lowers
the risk in a hall where people talk, and cannot rule it out.
"""


def smallest_group(settings: object) -> int:
    """The number that settings give; `SMALLEST_GROUP` where there are none or they do not say."""
    found = getattr(settings, "smallest_group", None)
    return found if isinstance(found, int) else SMALLEST_GROUP
