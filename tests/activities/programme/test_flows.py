"""What is typed once in a built-in series arrives where it is needed, says where it came from, and can be changed there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, singledispatch

import pytest

from activities.kinds.activity import Activity, Response
from activities.kinds.checks import ChecksResponse
from activities.kinds.choice import Choice, ChoiceResponse, chosen_fields
from activities.kinds.composition import CompositionResponse
from activities.kinds.feedback import Feedback
from activities.kinds.form import Form
from activities.kinds.form_fields import FieldType
from activities.kinds.form_response import FormResponse
from activities.kinds.grid import Grid
from activities.kinds.grid_response import GridResponse
from activities.kinds.log import Log
from activities.kinds.log_entries import Entry, LogResponse
from activities.kinds.taking_over import take_over
from activities.kinds.writing import WrittenResponse
from activities.session.again import with_baselines
from activities.session.contribution import Contribution
from activities.session.findings import findings
from activities.session.ring import remarks
from tests.activities.programme.year import BEGAN, Sat, year
from tests.every_kind.doing import TODAY

CHANGED = "and changed here"

FLOWS = {
    "handbook": """
        goals → question: starting-points/goals → the-question/draft
        way in → question: starting-points/way-in → the-question/draft
        draft → question: the-question/draft → the-question/question
        question → smaller questions: the-question/question → the-question/sub-questions
        question → map: the-question/question → the-plan/evidence-map
        smaller questions → map: the-question/sub-questions → the-plan/evidence-map
        goals → map: starting-points/goals → the-plan/evidence-map
        placed cards → map: starting-points/evidence → the-plan/evidence-map
        map → who collects: the-plan/evidence-map → the-plan/who-collects
        map → plan: the-plan/evidence-map → the-plan/plan
        question → plan: the-question/question → the-plan/plan
        goals → plan: starting-points/goals → the-plan/plan
        plan → log: the-plan/plan → a-cycle/log
        question → question again: the-question/question → a-cycle/question-again
        question again → analysis: a-cycle/question-again → writing-up/analysis
        log → analysis: a-cycle/log → writing-up/analysis
        starting point → starting point again: the-plan/starting-point → writing-up/starting-point-again
        log → poster: a-cycle/log → writing-up/poster
        goals → poster: starting-points/goals → writing-up/poster
        analysis → poster: writing-up/analysis → writing-up/poster
    """,
    "programme": """
        audit → area: opening-audit/audit → opening-audit/area
        audit → map: opening-audit/audit → opening-plan/evidence-map
        audit → plan: opening-audit/audit → opening-plan/action-plan
        area → plan: opening-audit/area → opening-plan/action-plan
        plan → new plan: opening-plan/action-plan → visit/new-plan
        plan → log: opening-plan/action-plan → mid-way-review/progress-log
        new plan → log: visit/new-plan → mid-way-review/progress-log
        plan → log alone: opening-plan/action-plan → mid-way-alone/alone-log
        log → review: mid-way-review/progress-log → mid-way-review/review
        log → review alone: mid-way-alone/alone-log → mid-way-alone/alone-review
        help → help: visit/help-log → mid-way-review/help-since
        review → report: mid-way-review/review → closing-report/report
        review alone → report: mid-way-alone/alone-review → closing-report/report
        log → report: mid-way-review/progress-log → closing-report/report
        new plan → report: visit/new-plan → closing-report/report
        audit again → report: closing-report/audit-again → closing-report/report
        audit again → from here on: closing-report/audit-again → closing-report/from-here
    """,
    "equity": """
        who loses out → team: whose-questions/vulnerable → whose-questions/team
        who loses out → enquiry: whose-questions/vulnerable → gathering/enquiry
        enquiry → barriers: gathering/enquiry → gathering/barriers
        barriers → evidence: gathering/barriers → gathering/evidence
        team → process: whose-questions/team → gathering/process
        evidence → what we found: gathering/evidence → voices/found
        what we found → voices: voices/found → voices/five-voices
        voices → researchers: voices/five-voices → voices/researchers-voice
        voices → what must change: voices/five-voices → voices/must-change
        what must change → policy: voices/must-change → voices/policy
        what must change → expertise: voices/must-change → voices/expertise
        who loses out → account: whose-questions/vulnerable → accounts/account
        evidence → account: gathering/evidence → accounts/account
        voices → account: voices/five-voices → accounts/account
        what must change → account: voices/must-change → accounts/account
    """,
    "collaborative": """
        analysis → group: gap-launch/analysis → gap-launch/group
        challenge → case pupils: gap-launch/shared → gap-plan/case-pupils
        challenge → plan: gap-launch/shared → gap-plan/plan
        method → plan: gap-launch/method → gap-plan/plan
        plan → prediction: gap-plan/plan → gap-plan/prediction
        plan → money: gap-plan/plan → gap-plan/money
        plan → log: gap-plan/plan → gap-mid-way/log
        prediction → pupils: gap-plan/prediction → gap-mid-way/pupil-talk
        log → next steps: gap-mid-way/log → gap-mid-way/next-steps
        next steps → log: gap-mid-way/next-steps → gap-closing/log
        log → log: gap-mid-way/log → gap-closing/log
        prediction → findings: gap-plan/prediction → gap-closing/findings
        log → findings: gap-closing/log → gap-closing/findings
        findings → refine: gap-closing/findings → gap-closing/refine
        findings → improvement plan: gap-closing/findings → gap-closing/improvement-plan
        money → improvement plan: gap-plan/money → gap-closing/improvement-plan
        refine → sharing: gap-closing/refine → gap-closing/sharing
    """,
    "clusters": """
        interest → find your cluster: cluster-interest/interest → cluster-first-meeting/find-cluster
        draft → charter: cluster-facilitators/charter → cluster-first-meeting/charter
        cluster → first plan: cluster-first-meeting/our-cluster → cluster-first-meeting/first-plan
        first plan → plan: cluster-first-meeting/first-plan → cluster-plan/plan
        methods → evidence: cluster-plan/methods → cluster-plan/evidence
        evidence → plan: cluster-plan/evidence → cluster-plan/plan
        plan → log: cluster-plan/plan → cluster-progress/log
        log → next step: cluster-progress/log → cluster-progress/next-step
        plan → findings: cluster-plan/plan → cluster-close/findings
        log → poster: cluster-progress/log → cluster-close/poster
        findings → poster: cluster-close/findings → cluster-close/poster
        next step → poster: cluster-progress/next-step → cluster-close/poster
    """,
}

NOT_TO_THE_TABLE = {
    "starting-points/evidence ← starting-points/alone": "people compare their own sorts aloud, then sort as a table",
    "cluster-progress/support-now ← cluster-facilitators/support": "each chose for the training, and the cluster for now",
}
"""What people gave alone is not shown at their table. Here it is spoken of, so that this is no loss."""


@dataclass(frozen=True)
class Flow:
    """What flows from one activity to another, each named as `workshop/activity`."""

    series: str
    what: str
    source: str
    to: str

    def __str__(self) -> str:
        return f"{self.series}: {self.what}"

    @property
    def all_sat(self) -> list[Sat]:
        """Everybody who was where it flows to."""
        workshop, _, activity = self.to.partition("/")
        return walked(self.series).sat[workshop, activity]

    def named_by(self, sat: Sat) -> str:
        """As the activity to which it flows names its source."""
        named = [name for _, name in sat.sitting.activity.starts_from]
        return next(name for name in named if name in (self.source, self.source.partition("/")[2]))


def _flows() -> Iterator[Flow]:
    for series, listed in FLOWS.items():
        for line in listed.strip().splitlines():
            what, _, where = line.strip().partition(": ")
            source, _, to = where.partition(" → ")
            yield Flow(series, what, source, to)


walked = cache(year)
each_flow = pytest.mark.parametrize("flow", [*_flows()], ids=str)


@each_flow
def test_what_was_typed_arrives_where_it_is_needed_with_where_it_came_from(flow: Flow) -> None:
    for sat in flow.all_sat:
        source = flow.named_by(sat)
        offered = sat.offered[source]
        whose = {sat.sitting.participant.id, sat.sitting.participant.at}
        typed = [offer.text for offer in offered if flow.source in offer.text]
        given = [offer for offer in offered if offer.given]
        assert typed or given, sat.sitting.participant.name
        assert all(any(text.rstrip(".").endswith(f"by {who}") for who in whose) for text in typed)
        assert all(offer.heading.strip() for offer in offered)
        assert _came_from(sat, source).title


@each_flow
def test_it_can_be_changed_there_and_its_source_stays_as_it_was(flow: Flow) -> None:
    sat = flow.all_sat[0]
    sitting, source = sat.sitting, flow.named_by(sat)
    wanted = next(offer.text for offer in sat.offered[source] if not offer.comment)
    before = walked(flow.series).given(flow.source.partition("/")[0])[_who_gave(flow, sat)]
    there = changed(sat.response, sitting.activity, wanted)
    kept = sitting.record(sitting.contribution, there, BEGAN, handed_in=True)
    after = replace(sitting, contribution=kept)
    assert _flat(f"{wanted} {CHANGED}") in _flat(str(after.response.model_dump()))
    assert after.offered[source] == sat.offered[source]
    assert CHANGED not in str([version.model_dump() for version in before.versions])
    assert wanted.split("\n")[0] in _flat(" ".join(offer.text for offer in after.offered[source]))


@pytest.mark.parametrize("series", FLOWS)
def test_everything_that_a_file_says_it_starts_from_reaches_everybody_who_works_there(series: str) -> None:
    dry = []
    for (workshop, activity), everyone in walked(series).sat.items():
        definition = everyone[0].sitting.activity
        for source in dict.fromkeys(name for _, name in definition.starts_from):
            own = everyone[0].sitting.session.workshop.own(source)
            arrow = f"{workshop}/{activity} ← {own if '/' in own else f'{workshop}/{own}'}"
            reached = all(sat.offered.get(source) for sat in everyone) or isinstance(definition, Feedback)
            if not reached and arrow not in NOT_TO_THE_TABLE:
                dry.append(arrow)
    assert dry == []


AGAIN = {
    "programme": ("closing-report/audit-again", "opening-audit/audit"),
    "equity": ("accounts/conditions-again", "whose-questions/conditions"),
    "collaborative": ("gap-closing/after", "gap-launch/before"),
}
"""What is marked again at the end of the year, and what it is compared with."""


@pytest.mark.parametrize("series", AGAIN)
def test_what_is_marked_again_is_compared_with_the_first_time_by_person(series: str) -> None:
    again, first = (one.partition("/") for one in AGAIN[series])
    held = walked(series).earlier[-1]
    activity = held.session.workshop.activity(again[2])
    found = findings(activity, with_baselines(held.session, held.contributions), smallest=1)
    everyone = {sat.sitting.participant.id for sat in walked(series).sat[first[0], first[2]]}
    assert found.shift is not None
    assert found.shift.both == len(everyone)


COMMENTED = (
    "programme opening-plan/peer-comments",
    "programme visit/visitor-comments",
    "programme closing-report/walk-round",
    "programme mid-way-review/challenge",
    "equity accounts/gallery",
)
"""Where somebody comments on the work of others, of the same session or of an earlier one."""


@pytest.mark.parametrize("where", COMMENTED)
def test_offered_work_comes_to_somebody_else_and_what_they_say_comes_back_to_its_writer(where: str) -> None:
    series, _, activity = where.partition(" ")
    workshop, _, feedback = activity.partition("/")
    everyone = walked(series).sat[workshop, feedback]
    for sat in everyone:
        assert sat.offered
        assert sat.sitting.participant.id not in sat.offered
        assert all(part.text for work in sat.offered.values() for part in work)
    held = next(one for one in walked(series).earlier if one.session.workshop.id == workshop)
    assert {to for to, _ in remarks(held.session, held.contributions)} >= {
        to for sat in everyone for to in [*sat.offered][:1]
    }


def test_a_log_goes_on_from_one_cycle_to_the_next() -> None:
    first, second = (one.contributions for one in walked("handbook").earlier if one.session.workshop.id == "a-cycle")
    now = {one.participant.id: _entries(one) for one in second}
    before = {one.participant.id: _entries(one) for one in first if _entries(one)}
    assert before
    for who, entries in before.items():
        assert now[who][: len(entries)] == entries
        assert len(now[who]) > len(entries)


def _entries(one: Contribution) -> tuple[Entry, ...]:
    response = one.by_round("log").get(1)
    return response.entries if isinstance(response, LogResponse) else ()


def _came_from(sat: Sat, source: str) -> Activity:
    """The activity that an offer is from, of this session or carried into it."""
    session = sat.sitting.session
    own = session.workshop.own(source)
    return session.workshop.activity(own) if own in session.kinds else session.earlier[source]


def _who_gave(flow: Flow, sat: Sat) -> str:
    """The person who gave what they are offered, or the table at which they sit."""
    given, one = walked(flow.series).given(flow.source.partition("/")[0]), sat.sitting.participant
    activity = flow.source.partition("/")[2]
    own = one.id in given and any(version.activity == activity for version in given[one.id].versions)
    return one.id if own or one.at is None else one.at


def _flat(text: str) -> str:
    return " ".join(text.replace("\\n", " ").split())


@singledispatch
def changed(response: Response, activity: Activity, text: str) -> Response:
    """The response with this text taken over, and some words added to it."""
    raise NotImplementedError(type(activity).__name__)


@changed.register
def _(response: WrittenResponse, activity: Activity, text: str) -> Response:
    (field, *_) = response.answers
    put, _ = take_over("", 0, text, ())
    return response.write(field, f"{put} {CHANGED}")


@changed.register
def _(response: ChecksResponse, activity: Activity, text: str) -> Response:
    return response.write_another().reword(f"{text} {CHANGED}", text)


@changed.register
def _(response: ChoiceResponse, activity: Choice, text: str) -> Response:
    (_, asked), *_ = chosen_fields(activity, response)
    return response.write(asked.field, f"{text} {CHANGED}")


@changed.register
def _(response: GridResponse, activity: Grid, text: str) -> Response:
    row = next(name for name in (*(one.id for one in activity.rows), *(one.id for one in response.rows)))
    column = next(one.id for one in activity.columns if one.type == "write")
    return response.write(row, column, f"{text} {CHANGED}")


@changed.register
def _(response: LogResponse, activity: Log, text: str) -> Response:
    entry = response.add(TODAY) if not response.entries else response
    move = next(move for move in activity.moves if not move.one_of)
    return entry.write(entry.entries[-1].id, move.id, f"{text} {CHANGED}", TODAY)


@changed.register
def _(response: FormResponse, activity: Form, text: str) -> Response:
    field = next(one for one in activity.fields if one.type in (FieldType.WRITE, FieldType.LINE))
    return response.type_in(field, f"{text} {CHANGED}", TODAY)


@changed.register
def _(response: CompositionResponse, activity: Activity, text: str) -> Response:
    """It stands there already, to be changed in its place."""
    section, number, piece = next(
        (section, number, piece)
        for section, pieces in response.pieces.items()
        for number, piece in enumerate(pieces)
        if _flat(text) in _flat(piece.text)
    )
    return response.write(f"{section}/{number}", f"{piece.text} {CHANGED}")
