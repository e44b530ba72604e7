"""The commands of `flipchart`. Each reads its arguments, does one thing, and tells a person's mistake in one line."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from activities.refusal import Refused, Several
from tui.commands.opening import SAMPLE, kept_in, open_any_seat, open_app, open_home, open_sample, open_seat

if TYPE_CHECKING:
    from store.protocol import Store
    from tui.settings.model import Settings

P = ParamSpec("P")
R = TypeVar("R")


LONGEST = 1_000
"""How many letters a line about a mistake has at most."""


class Mistake(click.ClickException):
    """One line on standard error, exit 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """Say it, and nothing else."""
        click.echo(self.message, err=True)


def told_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """What a person can mend is told in one line, never as a traceback."""

    @wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except Refused as refused:
            raise Mistake(str(refused) if isinstance(refused, Several) else _one_line(str(refused))) from None
        except BrokenPipeError:
            sys.stderr.close()
            raise SystemExit(0) from None
        except OSError as error:
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what could not be written is not tried again at the end
            where = f": {error.filename}" if error.filename else ""
            raise Mistake(_one_line(f"{error.strerror or error}{where}. Mend that, then try again.")) from None

    return told


def _one_line(words: str) -> str:
    """In one line of no more than a paragraph, whatever somebody typed that is in it."""
    flat = "".join(letter if letter.isprintable() else "�" for letter in words)
    return flat if len(flat) <= LONGEST else f"{flat[:LONGEST]}…"


class OneLine(click.Group):
    """A group whose own complaints (a wrong option, an unknown command) are one line too."""

    def main(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        """Run, and exit 2 with one line for a mistake."""
        kwargs["standalone_mode"] = False
        try:
            return super().main(*args, **kwargs)  # type: ignore[call-overload]
        except click.exceptions.NoArgsIsHelpError as asked:
            click.echo(asked.format_message())
            sys.exit(0)
        except click.UsageError as mistake:
            hint = f" Try `{mistake.ctx.command_path} --help`." if mistake.ctx else ""
            click.echo(_one_line(f"{mistake.format_message()}{hint}"), err=True)
            sys.exit(2)
        except click.ClickException as mistake:
            click.echo(mistake.format_message(), err=True)
            sys.exit(2)
        except (click.Abort, KeyboardInterrupt):
            sys.exit(130)


@click.group(cls=OneLine, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="flipchart", message="flipchart %(version)s")
@click.option("--theme", type=click.Choice(["hall", "paper"]), help="For a dark hall, or for a bright room.")
@click.option("--size", type=click.Choice(["normal", "large"]), help="On the projector: large for fewer, larger words.")
@click.option("--clear-after", type=click.IntRange(10, 3600), help="Seconds until a shared terminal clears.")
@click.option("--smallest-group", type=click.IntRange(1, 40), help="The fewest answers that are broken down.")
@click.pass_context
@told_plainly
def main(ctx: click.Context, /, **options: str | int | None) -> None:
    """Run facilitated workshops on action research in schools. Without a command, opens the app."""
    ctx.obj = options
    if ctx.invoked_subcommand is None:
        open_home(options)


def _options() -> dict[str, str | int | None]:
    """The settings that were given on this command line."""
    options: dict[str, str | int | None] = click.get_current_context().find_root().obj
    return options


def _settings() -> "Settings":
    """The settings that hold. Raises Refused for what was said by mistake, a line each."""
    from store.home import home_folder
    from tui.settings.file import read_given
    from tui.settings.model import settle

    settings, mistakes = settle(read_given(home_folder(), options=_options()))
    if mistakes:
        raise Several("\n".join(mistakes))
    return settings


@main.command("settings")
@told_plainly
def show_settings() -> None:
    """Print the settings that hold, as a settings file, and check them."""
    from store.home import home_folder
    from tui.settings.file import settings_path
    from tui.settings.keys import as_comments
    from tui.settings.model import as_toml

    click.echo(f"# {settings_path(home_folder())}\n\n{as_toml(_settings())}\n{as_comments()}")


@main.command()
@click.option("--export", "folder", type=click.Path(path_type=Path), help="Write the sample's PDFs there; no screen.")
@told_plainly
def demo(folder: Path | None) -> None:
    """Open a sample session with a dozen teachers' work. Nothing of yours is touched."""
    if folder is None:
        open_sample(_options())
        return
    from tempfile import TemporaryDirectory

    from tui.tasks.exporting import write_pdfs
    from tui.tasks.sample import make_sample

    with TemporaryDirectory(prefix=SAMPLE, ignore_cleanup_errors=True) as home:
        store = kept_in(Path(home))
        _say_written(write_pdfs(store, make_sample(store), folder), folder)


@main.command("workshops")
@told_plainly
def list_workshops() -> None:
    """List the workshops: the built-in ones and your own."""
    from store.workshops import workshops

    found = workshops(kept_in().home)
    width = max((len(one.id) for one in found), default=0)
    for one in found:
        about = f"({one.trouble})" if one.trouble else f"{one.title}, {one.minutes} minutes"
        click.echo(f"{one.id:<{width}}  {about}")


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@told_plainly
def check(files: tuple[Path, ...]) -> None:
    """Say whether workshop files are right: FILE:LINE: what is wrong."""
    from store.workshops import check_file

    wrong = False
    for file in files:
        try:
            found = check_file(file)
        except Refused as refused:
            wrong = True
            click.echo(str(refused), err=True)
        else:
            click.echo(f"{file}: right. {found.title}, {len(found.activities)} activities, {found.minutes} minutes.")
    if wrong:
        sys.exit(2)


@main.command()
@click.argument("workshop")
@click.option("--title", default="", help="What the session is called; the workshop's title if left out.")
@click.option("--date", "day", default="", help="The day, such as 2026-11-22; today if left out.")
@click.option("--place", default="", help="Where it is.")
@click.option("--code", default="", help="Four letters of your own; made for you if left out.")
@click.option("--with", "names", multiple=True, metavar="NAME", help="A table or person who takes part; repeat it.")
@told_plainly
def new(workshop: str, title: str, day: str, place: str, code: str, names: tuple[str, ...]) -> None:
    """Start a session of WORKSHOP (its name, or a file) and print its code."""
    from random import SystemRandom

    from store.workshops import workshop as read_workshop
    from tui.tasks.beginning import Wanted, as_day, begin_session

    store = kept_in()
    chosen = read_workshop(workshop, store.home)
    wanted = Wanted(title=title, on=as_day(day), place=place, names=names, code=code or None)
    click.echo(begin_session(store, chosen, wanted, SystemRandom()))


@main.command()
@told_plainly
def sessions() -> None:
    """List the sessions, the last used first."""
    from datetime import date

    from tui.tasks.forgetting import overdue

    found = kept_in().sessions()
    if not found:
        click.echo("There are no sessions yet. Type `flipchart new evidence` to start one.")
    for one in found:
        about = one.trouble or f"{one.date}  {one.title}  ({one.contributions} taking part)"
        past = f"  to be deleted since {one.delete_on}" if overdue(one, date.today()) else ""
        click.echo(f"{one.code}  {about}{past}")


@main.command()
@click.argument("code")
@told_plainly
def run(code: str) -> None:
    """Open the facilitator's console of the session CODE."""
    store = kept_in()
    found = store.session(code)
    from tui.console.screen import ConsoleScreen

    open_app(store, lambda: ConsoleScreen(found.code), _options())


@main.command()
@click.argument("code")
@told_plainly
def room(code: str) -> None:
    """Show what the room sees of the session CODE, on the projector."""
    store = kept_in()
    found = store.session(code)
    from tui.room.screen import RoomScreen

    open_app(store, lambda: RoomScreen(found.code), _options())


@main.command()
@click.argument("code", required=False)
@told_plainly
def join(code: str | None) -> None:
    """Make this a shared terminal of the session CODE, where people take turns."""
    store = kept_in()
    if code is None:
        open_any_seat(store, _options())
    else:
        open_seat(store, store.session(code), _options())


@main.command()
@click.argument("code")
@click.argument("activity", required=False)
@click.option("--round", "round_number", type=int, help="Which round; the one it is at if left out.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
@told_plainly
def results(code: str, activity: str | None, round_number: int | None, as_json: bool) -> None:
    """Print what the responses add up to, without names: all activities, or one."""
    from tui.tasks.results import in_json, in_text, summaries

    store = kept_in()
    found = summaries(store, code, activity, round_number, smallest_group=_settings().smallest_group)
    _say_troubles(store, code)
    click.echo(in_json(found, one=activity is not None) if as_json else in_text(found))


@main.command()
@click.argument("code")
@click.option("--to", "folder", type=click.Path(path_type=Path), help="The folder; made if it is not there.")
@click.option("--only", default="handouts,room", show_default=True, help="Which: handouts, room, or both.")
@told_plainly
def export(code: str, folder: Path | None, only: str) -> None:
    """Write PDFs of the session CODE: a handout for everyone, and a room sheet without names."""
    from tui.tasks.exporting import as_kinds, write_pdfs

    store = kept_in()
    found = store.session(code)
    target = folder or Path.cwd() / f"flipchart-{found.code}"
    written = write_pdfs(store, found.code, target, as_kinds(only), smallest_group=_settings().smallest_group)
    _say_troubles(store, found.code)
    _say_written(written, target)


@main.command()
@click.argument("code")
@click.argument("participant", required=False)
@click.option("--whole-session", is_flag=True, help="Remove the session and everyone in it.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@told_plainly
def forget(code: str, participant: str | None, whole_session: bool, yes: bool) -> None:
    """Remove PARTICIPANT (a name) from the session CODE for good, spare copies included."""
    from tui.tasks.forgetting import find_person, forget_person

    store = kept_in()
    session = store.session(code)
    if whole_session is (participant is not None):
        raise Refused("Say who: `flipchart forget CODE NAME`. For everyone: `flipchart forget CODE --whole-session`.")
    if participant is None:
        _confirm(f"Remove {session.code}, {session.title}, and all that was given in it, for good?", yes)
        store.delete(session.code)
        click.echo(f"{session.code} is gone.")
    else:
        person = find_person(store, session.code, participant)
        name = session.name_of(person)
        _confirm(f"Remove {name} and all that they gave in {session.code}, for good?", yes)
        forget_person(store, session.code, person)
        click.echo(f"{name} is gone from {session.code}. PDFs that were written already have to be deleted by hand.")


def _confirm(question: str, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise Refused("This cannot be undone. Add --yes to do it without being asked.")
    click.confirm(question, abort=True)


def _say_written(written: list[Path], folder: Path) -> None:
    many = f"{len(written)} PDF{'' if len(written) == 1 else 's'}"
    click.echo(f"{many} in {folder}")


def _say_troubles(store: "Store", code: str) -> None:
    for trouble in store.troubles(code):
        click.echo(trouble, err=True)
