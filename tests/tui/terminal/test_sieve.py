"""Whatever a terminal sends, only what a person's keys, mouse and paste mean goes on, and it goes on whole."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.sieve import MOST_PASTED, Sieve

HARMFUL = [
    b"\x1b[1114112u",
    b"\x1b[55296u",
    b"\x1b[99999999999999999999999999u",
    b"\x1b[48;9999;9999;1;1t",
    b"\x1b[48;1:A;9999;1;1t",
    b"\x1b[48;24;80;0;0t",
    b"\x1b[?2048;1$y",
    b"\x1b[<0;99999999999;1M",
    b"\x1b[M \xe8\x25",
    b"\x1b[5n",
    b"\x9b1;5A",
]

MEANT = [
    b"a",
    "Złoty, ẹ̀, 寛 and 👩🏽‍🏫".encode(),
    b"\x1b[A",
    b"\x1b[1;5A",
    b"\x1bOP",
    b"\x1b[[A",
    b"\x1b[5~",
    b"\x1b[3;5~",
    b"\x1b[Z",
    b"\x1bf",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[<35;120;40m",
    b"\x1b[<64;1;1M",
    b"\x1b[?2026;2$y",
    b"\x03\x13\x1a\r\t\x7f\x00",
    b"\x1b[97;1;97u",
    b"\x1b[27;1u",
    b"\x1b[13u",
    b"\x1b[97;;97u",
    b"\x1b[200~two\nlines\x1b[201~",
]

PIECES = st.one_of(
    st.binary(max_size=20), st.sampled_from(HARMFUL + MEANT), st.text(max_size=5).map(lambda text: text.encode())
)
ALLOWED = re.compile(
    r"\x1b(?:\[(?:\[[A-E]|\d{0,3}(?:;\d{1,3})?[A-HPQRSZ]|\d{1,4};\d{1,4}R|\d{1,3}(?:;\d{1,3})?~|\d{1,2}[\^@]|[a-dIO]"
    r"|<\d{1,3};\d{1,5};\d{1,5}[Mm]|\?2026;[0-4]\$y|\d{1,7}(?:;\d{0,3}(?:;[\d:]+)?)?u)|O[!-~]?|[^\[O\x1b])"
)
"""Every form that may begin with escape."""


def sifted(*pieces: bytes) -> bytes:
    sieve = Sieve()
    return b"".join(sieve.feed(piece) for piece in pieces) + sieve.settle()


@pytest.mark.parametrize("sequence", MEANT)
def test_what_a_person_means_goes_on_as_it_came(sequence: bytes) -> None:
    assert sifted(sequence) == sequence


@pytest.mark.parametrize("sequence", HARMFUL)
def test_what_would_end_or_freeze_the_program_does_not_go_on(sequence: bytes) -> None:
    assert b"\x1b[" not in sifted(sequence)


@pytest.mark.parametrize(
    ("came", "goes_on"),
    [
        (b"\x1b[97:65u", b"\x1b[97u"),
        (b"\x1b[97;5:1u", b"\x1b[97;5u"),
        (b"\x1b[97;5:3u", b""),
        (b"\x1b[97;1;1114112u", b"\x1b[97;1u"),
        (b"\x1b[97;1;27u", b"\x1b[97;1u"),
        (b"\x1bx", b"\x1b[120;3u"),
        (b"\x1bX", b"\x1b[120;4u"),
        (b"\x1b\r", b"\x1b[13;3u"),
        (b"\x1b\x10", b"\x1b[112;7u"),
        (b"\x1b\x1b", b"\x1b[27u\x1b[27u"),
        ("\x1bé".encode(), "é".encode()),
    ],
)
def test_of_a_key_only_what_textual_can_read_goes_on(came: bytes, goes_on: bytes) -> None:
    assert sifted(came) == goes_on


@pytest.mark.parametrize("sequence", HARMFUL)
def test_a_sequence_typed_key_by_key_is_none_either(sequence: bytes) -> None:
    sieve = Sieve()
    typed = b""
    for byte in sequence:
        typed += sieve.feed(bytes([byte])) + sieve.settle()
    assert b"\x1b[" not in typed.replace(b"\x1b[27u", b"")


def test_a_byte_that_is_not_utf_8_is_replaced_and_what_is_around_it_kept() -> None:
    assert sifted(b"a\xa3b").decode() == "a�b"


def test_escape_alone_is_the_escape_key_once_nothing_follows() -> None:
    sieve = Sieve()
    assert sieve.feed(b"\x1b") == b""
    assert sieve.patience
    assert sieve.settle() == b"\x1b[27u"
    assert sieve.patience is None
    assert sieve.feed(b"[48;9999;9999;1;1t") == b"[48;9999;9999;1;1t"


def test_a_paste_loses_its_escapes_and_not_a_word() -> None:
    pasted = b"\x1b[200~red \x1b[31mwords\x1b[0m and \x1b more\x9c\x07\x1b[201~x"
    assert sifted(pasted).decode() == "\x1b[200~red [31mwords[0m and  more�\x1b[201~x"


def test_a_paste_that_never_ends_gives_the_keys_back() -> None:
    sieve = Sieve()
    assert sieve.feed(b"\x1b[200~abc\x1b[2") == b"\x1b[200~abc"
    assert sieve.settle() == b"\x1b[201~"
    assert sieve.feed(b"d") == b"d"


def test_a_paste_of_megabytes_is_cut() -> None:
    assert len(sifted(b"\x1b[200~" + b"x" * (3 * MOST_PASTED) + b"\x1b[201~")) == MOST_PASTED + 12


@given(st.lists(PIECES, max_size=12))
def test_nothing_goes_on_that_has_no_known_form(pieces: list[bytes]) -> None:
    words = sifted(*pieces).decode()
    outside = re.sub("\x1b\\[200~[^\x1b]*\x1b\\[201~", "", words)
    found = [match.start() for match in re.finditer("\x1b", outside)]
    assert all(ALLOWED.match(outside, start) for start in found), outside
    assert not re.search("[\x80-\x9f\ud800-\udfff]", words)


@given(st.lists(PIECES, max_size=8), st.integers(1, 7))
def test_it_makes_no_difference_in_which_pieces_it_comes(pieces: list[bytes], size: int) -> None:
    whole = b"".join(pieces)
    assert sifted(whole) == sifted(*(whole[i : i + size] for i in range(0, len(whole), size)))
