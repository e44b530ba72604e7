"""What simulated participants give, step by step, and whether it is found again. It all follows from who and which step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import singledispatch

from activities.kinds.activity import Activity, Response
from activities.kinds.card_sort import CardSort, CardSortResponse, OwnCard
from activities.kinds.pathway import Mark, Pathway, PathwayResponse
from activities.kinds.prompts import Prompts, PromptsResponse
from activities.session.contribution import Contribution, Version
from tests.every_kind import doing

NAME, OWN, ANSWER = "Qzname", "Qzcard", "Qzanswer"
"""Words that begin every name, own card and written answer here, and are found nowhere else."""


@dataclass(frozen=True)
class Save:
    """One save of one participant: of their step with this number, made at this terminal."""

    participant: str
    activity: str
    round: int
    step: int
    handed_in: bool
    terminal: str

    @property
    def words(self) -> str:
        """As one line."""
        return f"{self.participant} {self.activity} {self.round} {self.step} {int(self.handed_in)} {self.terminal}"

    @classmethod
    def read(cls, line: str) -> "Save":
        """From one line."""
        participant, activity, round_number, step, handed_in, terminal = line.split()
        return cls(participant, activity, int(round_number), int(step), handed_in == "1", terminal)


@singledispatch
def work(activity: Activity, who: str, step: int) -> Response:
    """What this participant has done at this step."""
    return doing.work(activity, who, step)


@work.register
def _(activity: CardSort, who: str, step: int) -> CardSortResponse:
    regions = (*activity.regions, ())
    count = 2 + step % len(activity.cards)
    places = {card.id: regions[(step + n + len(who)) % len(regions)] for n, card in enumerate(activity.cards[:count])}
    return CardSortResponse(placements=places, own=(OwnCard(id="own-1", label=f"{OWN} {who} {step}"),))


@work.register
def _(activity: Prompts, who: str, step: int) -> PromptsResponse:
    return PromptsResponse(
        answers={one.id: f"{ANSWER} {who} {step}. Siân saw [red]a<b[/] 🦊. " * 4 for one in activity.prompts}
    )


@work.register
def _(activity: Pathway, who: str, step: int) -> PathwayResponse:
    return PathwayResponse(
        marks={
            strand.id: Mark(stage=1 + (step + n) % 4, evidence=f"{ANSWER} {who} {step}", move=f"{ANSWER} next {step}")
            for n, strand in enumerate(activity.strands)
        }
    )


def is_found(save: Save, contribution: Contribution | None, activity: Activity, latest: int) -> bool:
    """Whether what was said to be saved is there, whole.

    What was handed in is there for good. A draft is there, or a later one of the same terminal is, up to the step
    `latest` that this participant began to save last.
    """
    if contribution is None:
        return False
    same = [v for v in contribution.versions if (v.activity, v.round) == (save.activity, save.round)]
    if save.handed_in:
        wanted = work(activity, save.participant, save.step)
        return any(v.handed_in and v.response == wanted and v.terminal == save.terminal for v in same)
    mine = [v for v in same if v.terminal == save.terminal]
    return any(
        version.response == work(activity, save.participant, step)
        for version in mine
        for step in range(save.step, latest + 1)
    )


def invented(contribution: Contribution, activities: Mapping[str, Activity], latest: int) -> list[Version]:
    """The versions that this participant never gave: torn, or mixed up with somebody else's."""
    who = contribution.participant.id
    given: dict[str, list[Response]] = {
        version.activity: [work(activities[version.activity], who, step) for step in range(latest + 1)]
        for version in contribution.versions
    }
    return [version for version in contribution.versions if version.response not in given[version.activity]]


def last_step(saves: Iterable[Save]) -> int:
    """The highest step, 0 for none."""
    return max((save.step for save in saves), default=0)
