"""Text files with something changed in them: bytes, lines, words and signs, or what stands after a key."""

import re
from random import Random

SIGNS = [
    *"\t\n :-?![]{}&*#|>%@`'\"\\,.~<=",
    *("---\n", "...\n", "- ", ": ", "? ", "&a ", "*a", "!!python/object:os.system ", "<<: *a", "%YAML 1.2\n", "|\n", ">-\n"),
    *("null", "~", "0", "-1", "1e999", "9" * 400, "007", "no", "2026-11-22", '"\\0"', '"\\ud800"', '"\\UFFFFFFFF"'),
    *("\x00", "\x1b[31m", "\r", "\x85", "\u2028", "\ufeff", "\u202e", "\u200b", "\U0001f468\u200d\U0001f469", "e\u0301"),
    *("id", "kind", "from", "title", "minutes", "activities", "sessions", "brief", "card_sort", "pathway", "prompts"),
]  # fmt: skip
HUGE = [
    *("[" * 3_000, "{a: " * 3_000, "- " * 3_000, "\t" * 30_000, " " * 30_000, "\n" * 30_000, "x" * 70_000, "*a ," * 9_000),
]  # fmt: skip
ONE_IN = 60
"""Of how many signs one is huge: it takes the reader as long as many others."""

VALUES = [
    *("0", "-1", "1", "601", "2.5", "1e400", "9" * 30, ".inf", "yes", "no", "true", "null", "~", '""', "'  '", "2026-11-22"),
    *("[]", "{}", "[[]]", "[null]", "[{}]", "{a: b}", "[a, a]", "{from: 3, to: 1}", "{id: a, label: A}", "{again: 3}"),
    *("own", "offered", "aside", "none", "own-1", "ledger", "rewrite", "a/b", "a/b/c", "every-kind/venn", "x" * 130, "\u200b", "A\u200bB"),
    *("[A\u200b, A\u200b]", "[{id: a, label: A\u200b}, {id: a, label: A\u200b}]"),
]  # fmt: skip

KEY = re.compile(rb"(?<![\w-])[\w-]{1,40}(?=: )")
AFTER_KEY = re.compile(rb"(?<=: )[^\n{}\[\],]+")


def _bytes(data: bytes, random: Random) -> bytes:
    """A few bytes are others, gone, or between others."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(changed) + 1)
        changed[at : at + random.choice((0, 1, 1, 4, 300))] = random.randbytes(random.choice((0, 1, 1, 4)))
    return bytes(changed)


def _lines(data: bytes, random: Random) -> bytes:
    """Some lines are elsewhere, indented otherwise, gone, or there many times."""
    lines = data.split(b"\n")
    for _ in range(random.randint(1, 6)):
        at, many = random.randrange(len(lines)), random.choice((1, 1, 3, 20))
        taken = lines[at : at + many]
        match random.randrange(5):
            case 0:
                lines[at : at + many] = []
            case 1:
                lines[at : at + many] = [b" " * random.randint(0, 9) + line.lstrip() for line in taken]
            case 2:
                lines[at:at] = taken * random.choice((1, 2, 2, 2, 200))
            case 3:
                to = random.randrange(len(lines))
                lines[to:to] = taken
            case _:
                random.shuffle(taken)
                lines[at : at + many] = taken
        lines = lines[:20_000] or [b""]
    return b"\n".join(lines)


def _tokens(data: bytes, random: Random) -> bytes:
    """Some words and signs are others, or have others beside them."""
    parts = re.findall(rb"\w+|\s+|[^\w\s]", data) or [b""]
    for _ in range(random.randint(1, 6)):
        at, sign = random.randrange(len(parts)), random.choice(SIGNS if random.randrange(ONE_IN) else HUGE)
        token = sign.encode("utf-8", "surrogatepass")
        parts[at] = random.choice((b"", token, token, parts[at] + token, token + parts[at], random.choice(parts)))
    return b"".join(parts)


def _values(data: bytes, random: Random) -> bytes:
    """Some keys have another value, or are called otherwise: what is left can mostly still be read as YAML."""
    for _ in range(random.randint(1, 4)):
        pattern = random.choice((KEY, AFTER_KEY, AFTER_KEY))
        found = list(pattern.finditer(data))
        if not found:
            break
        at, other = random.choice(found), random.choice(found)[0]
        to = random.choice(VALUES).encode() if pattern is AFTER_KEY and random.randrange(3) else other
        data = data[: at.start()] + to + data[at.end() :]
    return data


def mutated(data: bytes, random: Random) -> bytes:
    """The file with one to three kinds of change in it, in half of all cases only such as leave it YAML."""
    if random.randrange(2):
        return _values(data, random)
    for _ in range(random.randint(1, 3)):
        data = random.choice((_bytes, _lines, _tokens, _values))(data, random)
    return data
