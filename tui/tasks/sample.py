"""The samples, put into a store so that they can be looked at, exported and played with."""

from collections.abc import Iterable
from datetime import UTC, datetime

from activities.programme.programme import Programme
from activities.session.contribution import Contribution
from activities.session.session import Session
from store.protocol import Store
from store.workshops import built_in_workshop, sample_text, series


def make_sample(store: Store, name: str = "evidence", now: datetime | None = None) -> str:
    """Keep the sample session of a workshop, as if it had been held today, and give its code."""
    from activities.sample import sample_session

    at = now or datetime.now(UTC)
    session, contributions = sample_session(
        sample_text(name), built_in_workshop(name), on=at.astimezone().date(), at=at
    )
    _keep(store, session, contributions)
    return session.code


def make_sample_programme(store: Store, name: str = "handbook", now: datetime | None = None) -> Programme:
    """Keep the sample programme of a series with its sessions, as if the last of them were being held now."""
    from activities.sample_programme import sample_programme

    at = now or datetime.now(UTC)
    found = sample_programme(
        sample_text(name),
        lambda wanted: series(wanted, store.home),
        built_in_workshop,
        on=at.astimezone().date(),
        at=at,
    )
    store.create_programme(found.programme)
    for one in found.sessions:
        _keep(store, one.session, one.contributions)
    return found.programme


def _keep(store: Store, session: Session, contributions: Iterable[Contribution]) -> None:
    store.create(session)
    for contribution in contributions:
        store.change_contribution(session.code, contribution.participant, lambda _, given=contribution: given)  # type: ignore[misc]
