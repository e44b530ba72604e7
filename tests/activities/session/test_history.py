from hypothesis import given
from hypothesis import strategies as st

from activities.session.history import History

steps = st.lists(st.integers(0, 5) | st.sampled_from(["undo", "redo"]), max_size=40)


@given(steps)
def test_undo_and_redo_walk_the_states_one_has_been_through(row: list[int | str]) -> None:
    history, been, at = History(0), [0], 0
    for step in row:
        if step == "undo":
            assert history.undo() == (at > 0)
            at = max(at - 1, 0)
        elif step == "redo":
            assert history.redo() == (at < len(been) - 1)
            at = min(at + 1, len(been) - 1)
        elif step != been[at]:
            history.add(int(step))
            been, at = [*been[: at + 1], int(step)], at + 1
        else:
            history.add(int(step))
        assert history.present == been[at]


@given(st.lists(st.integers(), unique=True, min_size=1, max_size=30))
def test_all_the_way_back_and_on_again_is_where_one_was(states: list[int]) -> None:
    history = History(None)
    for state in states:
        history.add(state)  # type: ignore[arg-type]
    while history.undo():
        pass
    assert history.present is None
    while history.redo():
        pass
    assert history.present == states[-1]


def test_only_so_many_states_are_remembered() -> None:
    history = History(0, limit=3)
    for state in range(1, 10):
        history.add(state)
    assert [history.undo() for _ in range(4)] == [True, True, True, False]
    assert history.present == 6
