"""What is asked for by word is what is written, in the formats that were asked for."""

from pathlib import Path

import pytest

from activities.refusal import Refused
from store.protocol import Store
from tui.tasks.exporting import Export, as_formats, as_kinds, in_words, write_exports
from tui.tasks.sample import make_sample

MARKDOWN = as_formats("md")


def test_words_are_read_in_any_order_and_case() -> None:
    assert as_kinds("Blank, handouts") == ("handouts", "blank")
    assert [each.word for each in as_formats("MD,pdf")] == ["pdf", "md"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("handout", "‘handout’ is not something to export: did you mean ‘handouts’?"),
        ("rooom,blank", "‘rooom’ is not something to export: did you mean ‘room’?"),
        (
            "everything",
            "‘everything’ is not something to export: there can be handouts, room, blank, poster, report, clusters",
        ),
        (" , ", "Name something to export: there can be handouts, room, blank, poster, report, clusters."),
        ("a\nb", "‘a b’ is not something to export: there can be handouts, room, blank, poster, report, clusters"),
    ],
)
def test_a_wrong_word_is_told_in_one_line_with_the_nearest(typed: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        as_kinds(typed)
    assert str(refused.value) == said


def test_a_format_that_there_is_not_is_told_too() -> None:
    with pytest.raises(Refused, match="‘htm’ is not a format: did you mean ‘html’"):
        as_formats("pdf,htm")


def test_all_that_was_asked_for_is_written_in_every_format(store: Store, tmp_path: Path) -> None:
    code = make_sample(store)
    steps: list[tuple[int, int]] = []
    wanted = Export(("handouts", "room", "blank"), as_formats("md,html"))
    written = write_exports(store, code, tmp_path / "out", wanted, lambda done, of: steps.append((done, of)))
    names = {path.name for path in written}
    assert names == {path.name for path in (tmp_path / "out").iterdir()}
    for ending in ("md", "html"):
        for what in ("room sheet", "blank handout", "cards"):
            assert f"{code} {what}.{ending}" in names
        assert sum(name.startswith(f"{code} handout ") and name.endswith(f".{ending}") for name in names) == 12
    assert (steps[0], steps[-1]) == ((0, 28), (28, 28))
    assert steps == sorted(steps)


def test_where_nobody_has_put_a_poster_together_that_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no poster to write yet"):
        write_exports(store, make_sample(store), tmp_path / "out", Export(("poster",)))


def test_handouts_together_are_one_file_with_everybody_in_it(store: Store, tmp_path: Path) -> None:
    code = make_sample(store)
    written = write_exports(store, code, tmp_path / "out", Export(("handouts",), MARKDOWN, together=True))
    assert [path.name for path in written] == [f"{code} handouts.md"]
    said = written[0].read_text(encoding="utf-8")
    for contribution in store.contributions(code):
        assert f"\n\n**{store.session(code).name_of(contribution.participant)}**\n\n" in said


def test_only_handouts_can_be_put_together() -> None:
    with pytest.raises(Refused, match="Only handouts"):
        Export(("room",), together=True)


def test_what_was_written_is_said_in_words() -> None:
    assert in_words([Path("a.pdf")], Path("there")) == "1 PDF in there"
    assert in_words([Path("a.pdf"), Path("b.md")], Path("there")) == "2 files in there"
