"""Sentence stems as they are revealed: which sentence most have finished, then every ending alone."""

from activities.kinds.sentence_stems import SentenceStems
from activities.reveal import steps
from activities.reveal.step import Step
from activities.reveal.total import Total
from activities.reveal.written import Asked, answered, written_steps


@steps.register
def _(activity: SentenceStems, total: Total) -> tuple[Step, ...]:
    asked = [Asked(one.id, one.stem, one.short) for one in activity.stems]
    told = [f"{total.who.counted(total.answers)} began to write.", _extremes(total, asked)]
    return written_steps(activity, total, asked, told, called="sentence", answer="ending")


def _extremes(total: Total, asked: list[Asked]) -> str:
    """Which sentence most finished, and which fewest."""
    fields = {one.short: answered(total.summary, one.id) for one in asked}
    found = {short: field.n for short, field in fields.items() if not field.withheld}
    if len(found) < 2:
        return ""
    most, fewest = max(found, key=lambda short: found[short]), min(found, key=lambda short: found[short])
    if found[most] == found[fewest]:
        return "As many finished one sentence as another."
    return f"Most finished ‘{most}’ ({found[most]}), fewest ‘{fewest}’ ({found[fewest]})."
