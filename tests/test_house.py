from tests.house import LAYERS, PAGE, ROOT, drawn

MOST_LINES = 350
"""Of a module that is still read at one sitting. One that needs more wants to be two."""


def test_the_picture_of_the_house_shows_the_code_as_it_is() -> None:
    assert drawn() in PAGE.read_text(encoding="utf-8"), "draw it anew: python -m tests.house"


def test_no_module_of_the_program_is_too_long_to_be_read_at_one_sitting() -> None:
    modules = [path for layer in LAYERS for path in (ROOT / layer).rglob("*.py")]
    long = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}
