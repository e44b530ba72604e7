"""The commands about programmes: which there are, beginning one, and how far it is."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from activities.days import day_in_words
from activities.refusal import Refused
from activities.typed import as_seen
from tui.commands.commands import settings_that_hold, told_plainly
from tui.commands.opening import kept_in

if TYPE_CHECKING:
    from activities.programme.programme import Milestone


@click.command("programmes")
@told_plainly
def list_programmes() -> None:
    """List the programmes, and the series that one can begin."""
    from store.workshops import all_series

    store = kept_in()
    for one in store.programmes():
        about = one.trouble or f"{one.title}  ({one.series}, {one.held} begun)"
        click.echo(as_seen(f"{one.id}  {about}"))
    for series in all_series(store.home):
        click.echo(as_seen(f"(series) {series.id}  {series.title}, {len(series.sessions)} sessions"))


class ByName(click.Group):
    """A group in which anything that is no command of its own is the name of a programme."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command, or the one that shows a programme of this name."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["show", *args]
        return super().resolve_command(ctx, args)


@click.group("programme", cls=ByName)
def programme() -> None:
    """A group over a year: `programme NAME` shows its timeline, `programme new SERIES` begins one."""


@programme.command("new")
@click.argument("series")
@click.option("--title", default="", help="What the group is called; the series' title if left out.")
@click.option("--name", default="", help="What you type to name it; made of the title if left out.")
@click.option("--place", default="", help="Where it meets.")
@click.option("--facilitator", default="", help="Who leads it; it stands on the handouts.")
@click.option("--contact", default="", help="How people reach them.")
@click.option(
    "--with", "names", multiple=True, metavar="NAME", help="Who takes part, or `Table 1: Amara, Tom`; repeat it."
)
@told_plainly
def new(series: str, title: str, name: str, place: str, facilitator: str, contact: str, names: tuple[str, ...]) -> None:
    """Begin a programme of SERIES (its name, or a file) and print what it is called."""
    from random import SystemRandom

    from store.workshops import series as read_series
    from tui.tasks.programmes import Group, begin_programme

    store = kept_in()
    group = Group(title, id=name, place=place, facilitator=facilitator, contact=contact, names=names)
    click.echo(begin_programme(store, read_series(series, store.home), group, SystemRandom()))


@programme.command("show", hidden=True)
@click.argument("name")
@told_plainly
def show(name: str) -> None:
    """Show the timeline of the programme NAME: what is done, what is next, and what is planned."""
    from datetime import date

    from tui.tasks.enquiries import dates_of
    from tui.tasks.programmes import programme_with_sessions

    store = kept_in()
    known, sessions = programme_with_sessions(store, name)
    click.echo(as_seen(f"{known.title}  ({known.series.title}, {len(known.roster)} taking part)"))
    for milestone in known.timeline(sessions):
        click.echo(as_seen(_in_words(milestone)))
    for one in dates_of(store, name, date.today()):
        click.echo(as_seen(f"  {day_in_words(one.day)}: {one.names}"))


@programme.command("plan")
@click.argument("name")
@click.argument("workshop")
@click.argument("day", required=False, default="")
@told_plainly
def plan(name: str, workshop: str, day: str) -> None:
    """Fix the DAY of the session with WORKSHOP, such as 3 Feb 2027; without a day it has none yet."""
    from datetime import date

    from activities.typed_days import read_day

    store = kept_in()
    known = store.programme(name)
    parts = [part for part, one in enumerate(known.series.sessions) if one.workshop == workshop]
    if not parts:
        there = ", ".join(one.workshop for one in known.series.sessions)
        raise Refused(f"{known.title} has no session with ‘{workshop}’. It has {there}.")
    on = read_day(day, date.today()) if day.strip() else None
    store.change_programme(name, lambda now: now.on_day(parts[0], on))
    click.echo(f"{workshop}: {day_in_words(on) if on else 'no day yet'}")


@programme.command("enquiry")
@click.argument("name")
@click.argument("person", required=False, default="")
@told_plainly
def enquiry(name: str, person: str) -> None:
    """Print what the enquiry of PERSON (a name, or an id) has come to in the programme NAME; without one, everybody's.

    Only what is for the room, or was offered to it.
    """
    from datetime import date

    from activities.programme.telling import WHAT_IS_HERE, in_words
    from tui.tasks.enquiries import enquiry_of, everyones, members_of, missing

    store = kept_in()
    group = members_of(store, name)
    if person:
        who = group.person(person)
        found = [(who, enquiry_of(store, group, who))]
    else:
        found = everyones(store, group)
    click.echo(WHAT_IS_HERE)
    for code in missing(group):
        click.echo(f"{code} is not on this computer, so what was written there is not here.")
    for one, has in found:
        click.echo()
        click.echo(as_seen(one.name))
        for line in in_words(has, date.today()):
            click.echo(as_seen(f"  {line}"))


@programme.command("calendar")
@click.argument("name")
@click.option("--to", "folder", type=click.Path(path_type=Path), help="The folder; made if it is not there.")
@click.option("--as", "formats", default="pdf", show_default=True, help="In which formats: pdf, html, md, with commas.")
@told_plainly
def calendar(name: str, folder: Path | None, formats: str) -> None:
    """Write the calendar of the programme NAME: when it meets, what for, what to bring, with room for notes."""
    from datetime import date

    from tui.tasks.calendars import write_calendar
    from tui.tasks.exporting import Export, as_formats

    settings = settings_that_hold()
    wanted = Export((), as_formats(formats), False, settings.smallest_group, settings.font_folder)
    for path in write_calendar(kept_in(), name, folder or Path.cwd(), wanted, date.today()):
        click.echo(as_seen(str(path)))


def _in_words(milestone: "Milestone") -> str:
    from activities.programme.programme import title_of

    when = day_in_words(milestone.date) if milestone.date else milestone.planned.when
    code = f"  {milestone.code}{' (not on this computer)' if milestone.missing else ''}" if milestone.code else ""
    return f"  {milestone.stage.value:<6} {milestone.planned.workshop:<24} {title_of(milestone.planned)}, {when}{code}"
