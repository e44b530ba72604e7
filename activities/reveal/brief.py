"""A brief as it is shown: its question, then its points one by one, those before going quiet."""

from activities.kinds.brief import Brief
from activities.reveal import steps
from activities.reveal.step import HEADLINE, Step
from activities.reveal.total import Total


@steps.register
def _(activity: Brief, total: Total) -> tuple[Step, ...]:
    points = activity.points
    return (
        Step(HEADLINE, words=activity.question),
        *(
            Step(
                str(number),
                place=f"point {number} of {len(points)}",
                words=point,
                quiet=points[: number - 1],
                picture=str(number),
            )
            for number, point in enumerate(points, 1)
        ),
    )
