from random import Random

import pytest

from exports.pdf.paper import COLUMN, MM
from exports.pdf.pictures.packing import Box, Ellipse, Region, ellipses, pack


def within(ellipse: Ellipse, x: float, y: float) -> bool:
    return ((x - ellipse.x) / ellipse.across) ** 2 + ((y - ellipse.y) / ellipse.up) ** 2 < 1


def regions(count: int) -> list[Region]:
    return [tuple(i for i in range(count) if bits >> i & 1) for bits in range(1, 2**count)]


@pytest.mark.parametrize("count", [2, 3])
def test_labels_lie_wholly_in_their_region_and_apart(count: int) -> None:
    random = Random(count)
    board = ellipses(count, COLUMN, 150 * MM)
    packed = 0
    for _ in range(60):
        boxes = tuple(
            tuple(Box(width / n, 14.0 * n) for n in (1, 2)) for width in random.choices(range(30, 120), k=random.randint(1, 5))
        )  # fmt: skip
        for region in regions(count):
            spots = pack(board, region, boxes)
            if spots is None:
                continue
            packed += 1
            placed = [(spot.x, spot.top, boxes[i][spot.way]) for i, spot in enumerate(spots)]
            for x, top, box in placed:
                edge = [(x + box.width * a / 8, top - box.height * b / 8) for a in range(9) for b in range(9)]
                for number, ellipse in enumerate(board):
                    assert all(within(ellipse, *point) is (number in region) for point in edge)
            for i, (x, top, box) in enumerate(placed):
                for other_x, other_top, other in placed[:i]:
                    assert (
                        x >= other_x + other.width
                        or other_x >= x + box.width
                        or top <= other_top - other.height
                        or other_top <= top - box.height
                    )
    assert packed > 150


def test_too_many_labels_for_a_region_are_not_squeezed_in() -> None:
    board = ellipses(2, COLUMN, 100 * MM)
    assert pack(board, (0, 1), tuple((Box(120, 20),) for _ in range(30))) is None
