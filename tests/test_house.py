from tests.house import PAGE, drawn


def test_the_picture_of_the_house_shows_the_code_as_it_is() -> None:
    assert drawn() in PAGE.read_text(encoding="utf-8"), "draw it anew: python -m tests.house"
