"""The commands that remove: a person from a session, a whole session, and how one is brought back."""

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from activities.refusal import Refused
from activities.session.codes import as_code
from activities.typed import as_seen
from tui.commands.commands import settings_that_hold, told_plainly
from tui.commands.opening import kept_in

if TYPE_CHECKING:
    from store.protocol import Store
    from tui.tasks.forgetting import StillNamed

TYPED = "Type it anew, - to strike it out, or press Enter to keep it"


@click.command()
@click.argument("code")
@click.argument("participant", required=False)
@click.option("--whole-session", is_flag=True, help="Delete the session and everyone in it.")
@click.option("--for-good", is_flag=True, help="With --whole-session: leave nothing in the bin.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.option(
    "--notes",
    type=click.Choice(["ask", "keep", "strike"]),
    default="ask",
    show_default=True,
    help="What becomes of notes with the name in them.",
)
@told_plainly
def forget(code: str, participant: str | None, whole_session: bool, for_good: bool, yes: bool, notes: str) -> None:
    """Remove PARTICIPANT (a name, or an id) from the session CODE for good, in every copy and in the bin."""
    from tui.tasks.forgetting import where_kept

    if whole_session is (participant is not None):
        raise Refused("Say who: `flipchart forget CODE NAME`. For everyone: `flipchart forget CODE --whole-session`.")
    if for_good and not whole_session:
        raise Refused("--for-good goes with --whole-session. A person is always forgotten for good.")
    store = where_kept(kept_in(), code)
    if participant is None:
        _delete(store, code, for_good, yes)
    else:
        _forget(store, code, participant, yes, notes)


@click.command()
@click.argument("code")
@told_plainly
def restore(code: str) -> None:
    """Bring the deleted session CODE back from the bin."""
    store = kept_in()
    store.restore(code)
    click.echo(as_seen(f"{as_code(code)} is back: {store.session(code).title}"))


def _delete(store: "Store", code: str, for_good: bool, yes: bool) -> None:
    from tui.tasks.deleting import Due

    session = store.session(code)
    if store.home != kept_in().home and not for_good:
        raise Refused(f"{session.code} is in the bin already. Add --for-good to remove it from there.")
    due = Due(store, datetime.now(UTC), 0 if for_good else settings_that_hold().keep_deleted)
    after = "It can be brought back from the bin." if due.days else "It cannot be brought back."
    if not yes:
        _must_ask()
        question = (
            f"Delete {session.code}, {as_seen(session.title)}, and all that was given in it? {after} Type its code"
        )
        if as_code(click.prompt(question, default="", show_default=False)) != session.code:
            raise Refused(f"{session.code} is kept.")
    due.delete(session.code)
    click.echo(due.deleted(session.code))


def _forget(store: "Store", code: str, typed: str, yes: bool, notes: str) -> None:
    from activities.session.seats import tidy_name
    from tui.tasks.forgetting import find_person, forget_person, still_named

    session = store.session(code)
    try:
        person = find_person(store, session.code, typed)
    except Refused:
        named = still_named(store, code, {tidy_name(typed)} - {""})
        if named.notes:
            _see_to_notes(store, named, notes)
            return
        raise
    name = as_seen(session.name_of(person))
    if not yes:
        _must_ask()
        click.confirm(f"Remove {name} and all that they gave in {session.code}, for good?", abort=True)
    named = forget_person(store, session.code, person)
    click.echo(f"{name} is gone from {session.code}. PDFs that were written already have to be deleted by hand.")
    _see_to_notes(store, named, notes)


def _see_to_notes(store: "Store", named: "StillNamed", how: str) -> None:
    """Notes that hold the name are the facilitator's: each is kept, written anew or struck out."""
    from tui.tasks.forgetting import told

    if not named.notes:
        return
    many = "A note has" if len(named.notes) == 1 else f"{len(named.notes)} notes have"
    click.echo(f"{many} the name, or a part of it:")
    asks = how == "ask" and sys.stdin.isatty()
    for note in named.notes:
        click.echo(as_seen(f"  {told(note)}"))
        words = click.prompt(f"  {TYPED}", default="", show_default=False).strip() if asks else ""
        if how == "strike" or words == "-":
            named.amend(store, note, "")
        elif words:
            named.amend(store, note, words)
    if how == "strike":
        click.echo("Struck out.")
    elif not asks:
        click.echo(
            f"Kept. `flipchart forget {named.code} NAME --notes strike` strikes them out, also when the person is gone."
        )


def _must_ask() -> None:
    if not sys.stdin.isatty():
        raise Refused("This cannot be undone. Add --yes to do it without being asked.")
