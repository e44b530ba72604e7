from random import Random

from hypothesis import given
from hypothesis import strategies as st

from activities.session.codes import ALPHABET, RUDE, as_code, fit_to_show, make_code


def test_thousands_of_codes_can_be_read_from_the_back_and_nobody_giggles() -> None:
    random = Random(1)
    codes = [make_code(random) for _ in range(20_000)]
    assert not set("BILGOSZ012568") & set("".join(codes))
    assert all(len(code) == 4 and code.isalpha() and code.isupper() for code in codes)
    assert not [code for code in codes if any(word in code for word in RUDE)]
    assert len(set(codes)) > 10_000


@given(st.integers())
def test_a_code_is_never_one_that_is_taken(seed: int) -> None:
    first = make_code(Random(seed))
    assert make_code(Random(seed), taken={first}) != first


def test_no_letter_stands_twice_in_the_alphabet() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)


@given(st.integers())
def test_a_code_is_understood_however_it_is_typed(seed: int) -> None:
    code = make_code(Random(seed))
    assert as_code(f" {code[:2].lower()}-{code[2:].lower()} ") == code
    assert fit_to_show(as_code(" ".join(code)))


@given(st.text(max_size=8))
def test_what_people_type_is_never_refused_with_an_error(typed: str) -> None:
    assert not as_code(typed).startswith(" ")
    assert fit_to_show(typed) in (True, False)
