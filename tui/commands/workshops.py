"""The commands about workshop files: which there are, whether one is right and fits the people, and a walk through it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from activities.refusal import Refused
from activities.typed import as_seen
from tui.commands.commands import as_told, each_on_a_line, options_given, told_plainly
from tui.commands.opening import kept_in, open_preview

if TYPE_CHECKING:
    from activities.workshop.workshop import Workshop


@click.group("workshops", invoke_without_command=True)
@click.option("--marks", is_flag=True, help="What the five documents ask for, and which activity does it.")
@click.pass_context
@told_plainly
def list_workshops(ctx: click.Context, /, marks: bool) -> None:
    """List the workshops: the built-in ones and your own."""
    from store.workshops import workshops

    if ctx.invoked_subcommand is not None:
        return
    if marks:
        _show_marks()
        return

    found = workshops(kept_in().home)
    width = max((len(one.id) for one in found), default=0)
    for one in found:
        about = f"({each_on_a_line(one.trouble)})" if one.trouble else as_seen(f"{one.title}, {one.minutes} minutes")
        click.echo(f"{as_seen(one.id):<{width}}  {about}")


@list_workshops.command("copy")
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@told_plainly
def copy(name: str, file: Path) -> None:
    """Write the built-in workshop or series NAME into FILE, to change it and make it your own.

    Beside it goes a schema, by which editors such as VS Code complete and check what you type.
    """
    from store.schemas import copy_of, put_schema

    made = copy_of(name)
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(made.text)
    except FileExistsError:
        raise Refused(f"{file} is there already. Choose another name for the copy.") from None
    schema = file.with_name(made.of.file)
    beside = "" if put_schema(made.of, schema) else f" {schema} is another file, so editors cannot check it."
    click.echo(as_seen(f"{file}: a copy of {name}.{beside} Change it, then: flipchart check {file}"))


@list_workshops.command("schema")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--series", is_flag=True, help="Of series files, not of workshop files.")
@told_plainly
def schema(file: Path | None, series: bool) -> None:
    """Print the JSON Schema of workshop files, by which editors complete and check them, or write it into FILE."""
    from store.schemas import NAMED, Described, put_schema, schema_text

    of = Described.SERIES if series else Described.WORKSHOP
    if file is None:
        click.echo(schema_text(of), nl=False)
        return
    if not put_schema(of, file):
        raise Refused(f"{file} is there already, and is no schema of ours. Choose another name.")
    click.echo(as_seen(f"{file}: let a {of} file in this folder begin with the line  {NAMED}{file.name}"))


def _show_marks() -> None:
    """Every mark with the activities that cover it, and how many are covered."""
    from activities.workshop.marks import coverage
    from store.workshops import built_in_series, built_in_workshops, marks

    found = coverage(marks(), built_in_workshops(), built_in_series())
    for one in found:
        where = ", ".join(f"{workshop}/{activity}" for workshop, activity, _ in one.by) or "–"
        still = f"  (still wanted: {', '.join(one.missing)})" if one.missing else ""
        click.echo(f"{one.mark.id:<4} {where}{still}")
        click.echo(f"     {one.mark.does}")
    click.echo(f"{sum(one.whole for one in found)} of {len(found)} are covered.")


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--people", type=click.IntRange(1, 400), help="How many people come: say where they cannot all be done.")
@click.option("--terminals", type=click.IntRange(1, 400), help="At how many terminals they take turns.")
@click.option(
    "--tables", type=click.IntRange(1, 400), help="At how many tables they sit; five people each if left out."
)
@told_plainly
def check(files: tuple[Path, ...], people: int | None, terminals: int | None, tables: int | None) -> None:
    """Say whether workshop and series files are right: FILE:LINE: what is wrong. With --people, whether their minutes suffice."""
    from activities.programme.series import Series
    from store.workshops import check_either

    if people is None and (terminals or tables):
        raise Refused("Say how many people come, too: --people 30 --terminals 6.")
    wrong = False
    for file in files:
        try:
            found = check_either(file)
        except Refused as refused:
            wrong = True
            click.echo(as_told(refused), err=True)
            continue
        if isinstance(found, Series):
            click.echo(as_seen(f"{file}: right. {found.title}, a series of {len(found.sessions)} sessions."))
        else:
            about = f"{found.title}, {len(found.activities)} activities, {found.minutes} minutes"
            click.echo(as_seen(f"{file}: right. {about}."))
            if people is not None and not _fits(found, people, terminals or people, tables):
                wrong = True
    if wrong:
        sys.exit(2)


@click.command()
@click.argument("workshop")
@click.option("--people", type=click.IntRange(1, 400), help="How many people come; 30 if left out.")
@click.option("--terminals", type=click.IntRange(1, 400), help="At how many terminals they take turns; 6 if left out.")
@told_plainly
def preview(workshop: str, people: int | None, terminals: int | None) -> None:
    """Walk WORKSHOP (its name, or a file) as a participant and as the room. Nothing is kept."""
    open_preview(workshop, people, terminals, options_given())


def _fits(workshop: "Workshop", people: int, terminals: int, tables: int | None) -> bool:
    """Say where so many people cannot be done in the minutes; whether they can everywhere."""
    from activities.workshop.fitting import Group, too_tight

    tight = too_tight(workshop, Group(people, terminals, tables))
    for one in tight:
        click.echo(as_seen(f"  {one.activity.title}: {one.words}"))
    at = f"{people} people at {terminals} terminals"
    click.echo(f"  {'These are estimates.' if tight else f'It fits {at}, by estimate.'}")
    return not tight
