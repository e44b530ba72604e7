"""The commands of `flipchart`. Each reads its arguments, does one thing, and tells a person's mistake in one line."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from activities.refusal import Refused, Several
from activities.typed import as_seen, on_one_line
from tui.commands.opening import (
    SAMPLE,
    kept_in,
    open_any_seat,
    open_app,
    open_home,
    open_sample,
    open_sample_programme,
    open_seat,
)
from tui.terminal.streams import PIPE_CLOSED, holds_every_letter, silence

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
            raise Mistake(as_told(refused)) from None
        except BrokenPipeError:
            silence()
            raise SystemExit(PIPE_CLOSED) from None
        except OSError as error:
            silence()
            where = f": {error.filename}" if error.filename else ""
            raise Mistake(
                on_one_line(f"{error.strerror or error}{where}. Mend that, then try again.", LONGEST)
            ) from None

    return told


def as_told(refused: Refused) -> str:
    """A mistake in one line; several in a line each."""
    told = str(refused)
    return each_on_a_line(told) if isinstance(refused, Several) else on_one_line(told, LONGEST)


def each_on_a_line(words: str) -> str:
    """Each line of what there is to say, with nothing in it that a terminal would obey."""
    return "\n".join(on_one_line(line, LONGEST) for line in words.split("\n"))


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
            click.echo(on_one_line(f"{mistake.format_message()}{hint}", LONGEST), err=True)
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
@click.option("--bell/--no-bell", default=None, help="Ring the projector's terminal when the time is up.")
@click.option("--smallest-group", type=click.IntRange(1, 40), help="The fewest answers that are broken down.")
@click.pass_context
@told_plainly
def main(ctx: click.Context, /, **options: str | int | None) -> None:
    """Run facilitated workshops on action research in schools. Without a command, opens the app."""
    ctx.obj = options
    if ctx.invoked_subcommand is None:
        open_home(options)


def options_given() -> dict[str, str | int | None]:
    """The settings that were given on this command line."""
    options: dict[str, str | int | None] = click.get_current_context().find_root().obj
    return options


def settings_that_hold() -> "Settings":
    """The settings that hold. Raises Refused for what was said by mistake, a line each."""
    from store.home import home_folder
    from tui.settings.file import read_given
    from tui.settings.model import settle

    settings, mistakes = settle(read_given(home_folder(), options=options_given()))
    if mistakes:
        raise Several("\n".join(mistakes))
    return settings


@main.command("settings")
@told_plainly
def showsettings_that_hold() -> None:
    """Print the settings that hold, as a settings file, and check them."""
    from store.home import home_folder
    from tui.settings.file import settings_path
    from tui.settings.keys import as_comments
    from tui.settings.model import as_toml

    click.echo(f"# {settings_path(home_folder())}\n\n{as_toml(settings_that_hold())}\n{as_comments()}")


@main.command()
@click.option("--programme", is_flag=True, help="A group half-way through a series, in place of a single session.")
@click.option("--export", "folder", type=click.Path(path_type=Path), help="Write the sample's PDFs there; no screen.")
@told_plainly
def demo(programme: bool, folder: Path | None) -> None:
    """Open a sample session with a dozen teachers' work. Nothing of yours is touched."""
    if folder is None:
        (open_sample_programme if programme else open_sample)(options_given())
        return
    from tempfile import TemporaryDirectory

    from tui.tasks.exporting import in_words, write_exports
    from tui.tasks.sample import make_sample, make_sample_programme

    with TemporaryDirectory(prefix=SAMPLE, ignore_cleanup_errors=True) as home:
        store = kept_in(Path(home))
        codes = [one.code for one in make_sample_programme(store).held] if programme else [make_sample(store)]
        for code in codes:
            click.echo(in_words(write_exports(store, code, folder), folder))


@main.command()
@click.argument("workshop")
@click.option("--title", default="", help="What the session is called; the workshop's title if left out.")
@click.option("--date", "day", default="", help="The day, such as 2026-11-22; today if left out.")
@click.option("--place", default="", help="Where it is.")
@click.option("--facilitator", default="", help="Who leads it; it stands on the handouts.")
@click.option("--contact", default="", help="How people reach them afterwards, such as an e-mail address.")
@click.option("--keep-until", default="", help="The day after which all of it is to be deleted.")
@click.option("--code", default="", help="Four letters of your own; made for you if left out.")
@click.option(
    "--with", "names", multiple=True, metavar="NAME", help="A table or person, or `Table 1: Amara, Tom`; repeat."
)
@click.option(
    "--programme", default="", metavar="NAME", help="The programme it belongs to: its people, and their work."
)
@told_plainly
def new(
    workshop: str, day: str, code: str, keep_until: str, names: tuple[str, ...], programme: str, **said: str
) -> None:
    """Start a session of WORKSHOP (its name, or a file) and print its code."""
    from random import SystemRandom

    from store.workshops import workshop as read_workshop
    from tui.tasks.beginning import Wanted, as_day, begin_session

    store = kept_in()
    until = as_day(keep_until) if keep_until else None
    wanted = Wanted(on=as_day(day), names=names, code=code or None, delete_on=until, **said)
    if programme:
        from tui.tasks.programmes import begin_next

        click.echo(begin_next(store, programme, wanted, SystemRandom(), workshop))
        return
    click.echo(begin_session(store, read_workshop(workshop, store.home), wanted, SystemRandom()))


@main.command()
@told_plainly
def sessions() -> None:
    """List the sessions, the last used first, and what is in the bin."""
    from datetime import UTC, datetime

    from tui.tasks.deleting import Due

    store = kept_in()
    due = Due(store, datetime.now(UTC), settings_that_hold().keep_deleted)
    if due.in_bin() and not due.doubt():
        due.empty_bin()
    found = store.sessions()
    due_codes = {one.code for one in due.overdue(found)}
    if not found:
        click.echo("There are no sessions yet. Type `flipchart new evidence` to start one.")
    for one in found:
        about = one.trouble or f"{one.date}  {one.title}  ({one.contributions} taking part)"
        past = f"  to be deleted since {one.delete_on}" if one.code in due_codes else ""
        click.echo(as_seen(f"{one.code}  {about}{past}"))
    for binned in store.binned():
        session = binned.session
        back = f"`flipchart restore {session.code}` brings it back until {due.restorable_until(binned)}"
        click.echo(as_seen(f"{session.code}  {session.title}  (in the bin: {back})"))


@main.command()
@click.argument("code")
@told_plainly
def run(code: str) -> None:
    """Open the facilitator's console of the session CODE."""
    store = kept_in()
    found = store.session(code)
    from tui.console.screen import ConsoleScreen

    open_app(store, lambda: ConsoleScreen(found.code), options_given())


@main.command()
@click.argument("code")
@told_plainly
def room(code: str) -> None:
    """Show what the room sees of the session CODE, on the projector."""
    store = kept_in()
    found = store.session(code)
    from tui.room.screen import RoomScreen

    open_app(store, lambda: RoomScreen(found.code), options_given())


@main.command()
@click.argument("code", required=False)
@told_plainly
def join(code: str | None) -> None:
    """Make this a shared terminal of the session CODE, where people take turns."""
    if code is None:
        open_any_seat(options_given())
    else:
        open_seat(code, options_given())


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
    found = summaries(store, code, activity, round_number, smallest_group=settings_that_hold().smallest_group)
    _say_troubles(store, code)
    if as_json:
        click.echo(in_json(found, one=activity is not None, ascii_only=not holds_every_letter()))
    else:
        click.echo(in_text(found))


@main.command()
@click.argument("code")
@click.option("--to", "folder", type=click.Path(path_type=Path), help="The folder; made if it is not there.")
@click.option(
    "--only",
    default="handouts,room",
    show_default=True,
    help="Which: handouts, room, blank, poster, report, clusters, with commas.",
)
@click.option("--as", "formats", default="pdf", show_default=True, help="In which formats: pdf, html, md, with commas.")
@click.option("--together", is_flag=True, help="All handouts in one file to print.")
@click.option("--for-others", is_flag=True, help="Let others who use this machine read the files, too.")
@told_plainly
def export(code: str, folder: Path | None, only: str, formats: str, together: bool, for_others: bool) -> None:
    """Write what leaves the session CODE: a handout for everyone, a room sheet without names, blank forms."""
    from tui.tasks.exporting import Export, as_formats, as_kinds, in_words, open_to_others, write_exports

    settings = settings_that_hold()
    wanted = Export(as_kinds(only), as_formats(formats), together, settings.smallest_group, settings.font_folder)
    store = kept_in()
    found = store.session(code)
    target = folder or Path.cwd() / f"flipchart-{found.code}"
    written = write_exports(store, found.code, target, wanted)
    if for_others:
        open_to_others(written, target)
    _say_troubles(store, found.code)
    click.echo(in_words(written, target))


def _say_troubles(store: "Store", code: str) -> None:
    for trouble in store.troubles(code):
        click.echo(on_one_line(trouble, LONGEST), err=True)
