"""Bytes that nobody means: what terminals send, the same mutated, and noise."""

import random
import re

from tui.terminal.sieve import PASTE_ENDS, Sieve

REAL = (
    b"\x1b[A", b"\x1b[1;5C", b"\x1bOP", b"\x1b[15~", b"\x1b[3;5~", b"\x1b[Z", b"\x1b", b"\t", b"\r", b"\x7f", b" ",
    b"\x1b[<0;40;12M\x1b[<0;40;12m", b"\x1b[<35;10;10M", b"\x1b[<64;5;5M", b"\x1b[<32;60;20M", b"\x1b[M !!",
    b"\x1b[M\xff\xfe\xfd", b"\x1b[32;40;12M", b"\x1b[I", b"\x1b[O", b"\x1b[?2026;2$y", b"\x1b[?2048;2$y",
    b"\x1b[48;24;80;480;800t", b"\x1b[48;9999;9999;1;1t", b"\x1b[24;80R", b"\x1b[?1;2c", b"\x1b[97;5u", b"\x1b[97;1;97u",
    b"\x1b[57441;1u", b"\x1b[1114112u", b"\x1b[97:65;1:3u", b"\x1b[55296;1;55296u", b"\x1b[27u",
    b"\x1b[200~pasted\nwords\x1b[201~", b"\x1b[200~", b"\x1b[201~", b"\x1b[200~\x1b[31mred\x1b[0m\x1b[201~",
    b"\x1b]52;c;aGVsbG8=\x07", b"\x1b]11;rgb:0000/0000/0000\x1b\\", b"\x1bP1$r0m\x1b\\", b"\x1bx", b"\x1b\x1b[A",
    "łŵ寛👩🏽‍🏫ẹ̀".encode(), "עברית ‏العربية".encode(), b"[red]$x[/]", b"\xc3", b"\xa3", b"\xf0\x9f", b"\x9b1A", b"\xed\xa0\x80",
    b"\x01\x02\x03\x04\x10\x11\x13\x14\x1a\x1c\x1d\x1e\x1f\x00", b"0123456789" * 3, b"the quick brown fox ",
)  # fmt: skip
"""What terminals send, what they sent in other times, and what they must not."""


def hostile(chance: random.Random, many: int) -> bytes:
    """So many bytes: real sequences, real ones mutated, and noise."""
    out = bytearray()
    while len(out) < many:
        match chance.randrange(4):
            case 0:
                out += chance.choice(REAL)
            case 1:
                out += bytes(chance.randrange(256) for _ in range(chance.randint(1, 12)))
            case _:
                out += _mutated(bytearray(chance.choice(REAL) + chance.choice(REAL)), chance)
    return bytes(out[:many])


def _mutated(piece: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(piece)) if piece else 0
        match chance.randrange(5):
            case 0 if piece:
                piece[at] = chance.randrange(256)
            case 1:
                piece[at:at] = chance.choice((b"9" * 9, b";", b":", b"-1", b"\x1b", b"\x1b[", b"0", b"99999"))
            case 2:
                del piece[at : at + chance.randint(1, 3)]
            case 3:
                piece[at:at] = piece[at : at + 6]
            case _:
                del piece[at:]
    return piece


LEADS_AWAY = re.compile(rb"\x1b(?:\[(?:27|13|113|115|120|122)[u;:]|\[1[1-7]~|O[PQRS])|[\r\n\x11\x13]")
"""In what the sieve lets through: keys by which screens are left, and by which others are opened."""


def staying(chance: random.Random, many: int) -> bytes:
    """So many hostile bytes without the keys by which a screen is left, as far as that can be told beforehand."""
    out = bytearray()
    while len(out) < many:
        piece = hostile(chance, chance.randint(1, 60)) + PASTE_ENDS
        sieve = Sieve()
        if not LEADS_AWAY.search(sieve.feed(piece) + sieve.settle()):
            out += piece
    return bytes(out[:many])
