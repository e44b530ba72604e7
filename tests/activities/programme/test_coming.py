"""The next dates of a group: each day once, with everybody who has something to look at on it."""

from datetime import date

from activities.programme.coming import Coming, coming
from activities.programme.enquiry import Ahead, Enquiry
from activities.session.contribution import Participant

ANN, OMAR, GWEN = (Participant(id=f"p-{name.casefold()}", name=name) for name in ("Ann", "Omar", "Gwen"))
TODAY = date(2027, 2, 3)


def dates(*days: date) -> Enquiry:
    return Enquiry(dates=tuple(Ahead(day=day, what="Look") for day in days))


def test_every_day_from_today_on_names_those_who_have_it_once() -> None:
    march = date(2027, 3, 14)
    people = [(ANN, dates(TODAY, march, march)), (OMAR, dates(date(2027, 2, 2), march)), (GWEN, dates())]
    assert coming(people, TODAY) == (
        Coming(day=TODAY, people=(ANN,)),
        Coming(day=march, people=(ANN, OMAR)),
    )
