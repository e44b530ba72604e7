"""Days are written alike on the screen and on paper, in the language of everything else."""

from datetime import date

from activities.days import day_and_month, day_in_words


def test_a_day_is_written_without_a_nought_before_it_and_with_its_month_in_words() -> None:
    assert day_in_words(date(2026, 3, 4)) == "4 March 2026"
    assert day_and_month(date(2027, 12, 31)) == "31 December"


def test_every_month_has_the_name_it_has_in_english() -> None:
    assert [day_and_month(date(2026, month, 1)).split()[1][:3] for month in range(1, 13)] == [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]  # fmt: skip
