"""A session as it is once a participant is forgotten."""

from collections.abc import Mapping

from activities.session.session import Running, Session


def without(session: Session, participant: str) -> Session:
    """The session in which nothing names this participant: roster, new names, reopened work, and what undo goes back to.

    What the facilitator did under words with their name in them cannot be undone any more. Notes stay as they were
    written.
    """
    called = {one.name for one in session.roster if one.id == participant}
    renamings = (session.renamed, *(step.renamed for step in session.steps))
    called |= {names[participant] for names in renamings if participant in names}
    steps = tuple(
        step.model_copy(
            update={"running": _closed(step.running, participant), "renamed": _but(step.renamed, participant)}
        )
        for step in session.steps
        if not any(name in step.what for name in called)
    )
    return session.model_copy(
        update={
            "roster": tuple(one for one in session.roster if one.id != participant),
            "renamed": _but(session.renamed, participant),
            "running": _closed(session.running, participant),
            "steps": steps,
        }
    )


def _but(names: Mapping[str, str], participant: str) -> dict[str, str]:
    return {one: name for one, name in names.items() if one != participant}


def _closed(running: Mapping[str, Running], participant: str) -> dict[str, Running]:
    return {
        activity: state.model_copy(update={"reopened": tuple(one for one in state.reopened if one != participant)})
        for activity, state in running.items()
    }
