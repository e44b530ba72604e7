"""Prompts as they are revealed: every question, and every answer to it alone."""

from activities.kinds.prompts import Prompts
from activities.reveal import steps
from activities.reveal.step import Step
from activities.reveal.total import Total
from activities.reveal.words import counted
from activities.reveal.written import Asked, answered, written_steps


@steps.register
def _(activity: Prompts, total: Total) -> tuple[Step, ...]:
    asked = [Asked(one.id, one.prompt, one.prompt) for one in activity.prompts]
    number = sum(answered(total.summary, one.id).n for one in asked)
    told = f"{total.who.counted(total.answers)} wrote {counted(number, 'answer', 'answers')}"
    to = f" to {len(asked)} questions" if len(asked) > 1 else ""
    return written_steps(activity, total, asked, [f"{told}{to}."], called="question", answer="answer")
