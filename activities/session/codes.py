"""A session's code: four letters that cannot be misread from the back of a hall."""

from collections.abc import Container
from random import Random

ALPHABET = "ACDEFHJKMNPQRTUVWXY"
"""Capital letters that are not taken for a figure or for one another: no B/8, G/6, I/1/L, O/0, S/5, Z/2."""

LENGTH = 4

RUDE = ("ARSE", "CRAP", "CUNT", "DAMN", "DUMP", "FART", "FAT", "FUCK", "FUK", "FUX", "FCK", "FKU", "HATE", "HEAD",
        "JEW", "KKK", "KUNT", "MUCK", "NAFF", "NAZ", "NUT", "PAK", "PEE", "PHUK", "PRAT", "PUKE", "PUNK", "QUEE", "RAPE",
        "TARD", "TART", "TRAM", "TURD", "TWAT", "UCK", "WANK", "WEE", "WTF", "XXX", "YUCK", "FAK", "DUM", "DEAD", "KUM",
        "CUM", "ANUM", "ANAR", "TATT", "DYKE", "DYK", "WAP", "NEK", "PUC", "KYKE", "FANN", "HTH")  # fmt: skip
"""What a code must not contain: rude, cruel or distracting on a projector in front of forty teachers."""


def fit_to_show(code: str) -> bool:
    """Whether this is four letters of the alphabet and nobody would giggle."""
    return len(code) == LENGTH and all(letter in ALPHABET for letter in code) and not any(w in code for w in RUDE)


def make_code(random: Random, taken: Container[str] = ()) -> str:
    """A code that is fit to show and not taken yet."""
    while True:
        code = "".join(random.choices(ALPHABET, k=LENGTH))
        if fit_to_show(code) and code not in taken:
            return code


def as_code(typed: str) -> str:
    """A code as a person typed it, in capitals without spaces or hyphens."""
    return "".join(typed.split()).replace("-", "").upper()
