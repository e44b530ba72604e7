"""A QR code of text, quickly. ISO/IEC 18004, byte mode, error correction level L, mask 3.

The `qrcode` package gives the fixed patterns, the mask and the block sizes of a version, once; filling them with a
text takes about 2 ms here and 35 ms there, which for a thousand handouts is half a minute. Tests compare the two.
"""

from collections.abc import Callable, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

_MASK = 3
_LEVEL_L = 1
"""The level's number in the format bits, as `qrcode` has it."""

LARGEST = 22
"""The largest version used: 105 modules across, 1,003 bytes; finer print is hard for a phone to read."""


class _Frame(NamedTuple):
    """What a version's codes have in common. `place` picks, for every cell, its bit of the data with a 0 after it."""

    size: int
    fixed: int
    place: Callable[[str], Sequence[str]]
    blocks: tuple[int, ...]
    correction: int


@cache
def _frame(version: int) -> _Frame:
    from qrcode.base import rs_blocks
    from qrcode.main import QRCode

    blocks = rs_blocks(version, _LEVEL_L)
    total = sum(block.total_count for block in blocks)
    filled = []
    for byte in (0, 255):
        code = QRCode(version=version, error_correction=_LEVEL_L, mask_pattern=_MASK)
        code.data_cache = [byte] * total
        code.makeImpl(False, _MASK)
        filled.append([bool(cell) for row in code.modules for cell in row])
    size = version * 4 + 17
    order = [at for at in _zigzag(size) if filled[0][at] != filled[1][at]]
    bit_of = [len(order)] * (size * size)
    for bit, at in enumerate(order):
        bit_of[at] = bit
    fixed = int("".join("1" if cell else "0" for cell in filled[0]), 2)
    counts = tuple(block.data_count for block in blocks)
    return _Frame(size, fixed, itemgetter(*bit_of), counts, blocks[0].total_count - blocks[0].data_count)


def _zigzag(size: int) -> Sequence[int]:
    """The order in which data fills a code: pairs of columns from the right, up and down in turn."""
    columns = [column for column in range(size - 1, 0, -2) if column > 6] + list(range(5, 0, -2))
    order = []
    for turn, column in enumerate(columns):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        order += [row * size + across for row in rows for across in (column, column - 1)]
    return order


@cache
def capacity(version: int) -> int:
    """How many bytes a version holds."""
    return sum(_frame(version).blocks) - (2 if version < 10 else 3)


def matrix(data: bytes) -> list[str]:
    """The rows of the smallest code that holds the data, a `1` for every dark module.

    Raises ValueError for data that the largest version does not hold.
    """
    version = next((version for version in range(1, LARGEST + 1) if len(data) <= capacity(version)), None)
    if version is None:
        raise ValueError(f"{len(data)} bytes do not fit a code of version {LARGEST}")
    frame = _frame(version)
    stream = _codewords(frame, data, 8 if version < 10 else 16)
    bits = bin(int.from_bytes(b"\1" + stream, "big"))[3:]
    cells = "".join(frame.place(f"{bits}0"))
    whole = bin(int("1" + cells, 2) ^ frame.fixed)[3:]
    return [whole[start : start + frame.size] for start in range(0, len(whole), frame.size)]


def _codewords(frame: _Frame, data: bytes, length_bits: int) -> bytes:
    """Data and correction bytes, blocks interleaved."""
    room = sum(frame.blocks)
    bits = (4 << length_bits | len(data)) << 8 * len(data) | int.from_bytes(data, "big")
    head = (bits << 4).to_bytes(len(data) + (4 + length_bits + 4) // 8, "big")
    filled = (head + b"\xec\x11" * room)[:room]
    blocks, start = [], 0
    for count in frame.blocks:
        blocks.append(filled[start : start + count])
        start += count
    corrections = [_correction(block, frame.correction) for block in blocks]
    return _interleaved(blocks) + _interleaved(corrections)


def _interleaved(blocks: Sequence[bytes]) -> bytes:
    """The first byte of every block, then the second; some blocks are one byte longer."""
    shortest = min(map(len, blocks))
    mixed = bytearray(shortest * len(blocks))
    for number, block in enumerate(blocks):
        mixed[number :: len(blocks)] = block[:shortest]
    return bytes(mixed) + b"".join(block[shortest:] for block in blocks)


def _correction(block: bytes, count: int) -> bytes:
    """Reed–Solomon's remainder of a block, a byte at a time."""
    rows = _multiples(count)
    top = 8 * (count - 1)
    rest, keep = 0, (1 << 8 * count) - 1
    for byte in block:
        rest = (rest << 8 & keep) ^ rows[byte ^ rest >> top]
    return rest.to_bytes(count, "big")


@cache
def _multiples(count: int) -> tuple[int, ...]:
    """The generator polynomial without its leading term, times every byte, as one number each."""
    generator = [1]
    for power in range(count):
        root = _power(power)
        generator = [a ^ _times(b, root) for a, b in zip([*generator, 0], [0, *generator], strict=True)]
    return tuple(int.from_bytes(bytes(_times(term, factor) for term in generator[1:]), "big") for factor in range(256))


@cache
def _power(exponent: int) -> int:
    return 1 if exponent == 0 else _times(_power(exponent - 1), 2)


def _times(a: int, b: int) -> int:
    """The product in the field of 256 elements with the polynomial 0x11D."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a = a << 1 ^ (0x11D if a & 0x80 else 0)
        b >>= 1
    return product
