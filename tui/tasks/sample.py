"""The sample session, put into a store so that it can be looked at, exported and played with."""

from datetime import UTC, datetime

from activities.sample import sample_session
from store.protocol import Store
from store.workshops import built_in_workshop, sample_text


def make_sample(store: Store, name: str = "evidence", now: datetime | None = None) -> str:
    """Keep the sample session of a workshop, as if it had been held today, and give its code."""
    at = now or datetime.now(UTC)
    session, contributions = sample_session(
        sample_text(name), built_in_workshop(name), on=at.astimezone().date(), at=at
    )
    store.create(session)
    for contribution in contributions:
        store.change_contribution(session.code, contribution.participant, lambda _, given=contribution: given)  # type: ignore[misc]
    return session.code
