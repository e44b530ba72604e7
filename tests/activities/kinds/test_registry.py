import subprocess
import sys

import pytest

from activities.kinds.activity import blank, progress
from activities.kinds.registry import kinds, registered
from activities.workshop.workshop import Workshop, broken_references
from tests.activities.examples import workshop


def test_every_kind_is_a_module_named_for_it() -> None:
    assert {"brief", "card_sort", "pathway", "pause", "prompts", "sentence_stems"} <= set(kinds())
    assert all(model.__module__ == f"activities.kinds.{name}" for name, model in kinds().items())


def test_an_agenda_survives_being_kept_with_each_activity_of_its_own_kind() -> None:
    again = Workshop.model_validate_json(workshop().model_dump_json())
    assert again == workshop()
    assert [type(activity) for activity in again.activities] == [type(activity) for activity in workshop().activities]


def test_every_kind_but_a_brief_is_answered_from_a_blank_response() -> None:
    for activity in workshop().activities:
        if activity.answered:
            assert blank(activity).kind == activity.kind
            assert not progress(activity, blank(activity)).begun
        else:
            with pytest.raises(TypeError, match="takes no response"):
                blank(activity)


def test_a_layer_that_does_not_know_a_kind_says_so() -> None:
    with pytest.raises(TypeError, match=r"activities\.kinds\.brief does not say what to do with Brief"):
        registered(blank, "activities.kinds", workshop().activity("brief"))


def test_what_happens_in_the_room_loads_nothing_slow() -> None:
    code = (
        "import sys, activities.session.session, activities.sample, activities.kinds.registry; activities.kinds.registry.kinds();"
        "sys.exit(any(name in sys.modules for name in ('textual', 'tinydb', 'reportlab', 'ruamel.yaml', 'watchfiles')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_activity_cannot_start_from_itself_or_from_a_later_one() -> None:
    example = workshop()
    backwards = example.model_copy(update={"activities": tuple(reversed(example.activities))})
    assert broken_references(example) == []
    assert broken_references(backwards) == [
        (
            ("activities", 0, "stems", 0, "from"),
            "‘from’ names ‘sort’, which comes no earlier on the agenda: take it out",
        )
    ]


def test_an_agenda_says_where_an_activity_stands_and_how_long_it_all_takes() -> None:
    example = workshop()
    assert (example.position("path"), example.activity("path").length, example.minutes) == (3, 20, 75)
    with pytest.raises(KeyError):
        example.activity("nowhere")
