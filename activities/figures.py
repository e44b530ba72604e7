"""Figures as people read them: one way to round, for screen, JSON and paper."""

from collections.abc import Sequence


def percent(part: int, whole: int) -> int:
    """`part` of `whole` in per cent, half up, reckoned from integers: 1 of 8 is 13, and 87 of 300 is 29.

    A float of the same share may lie just under the half (0.285 × 100 is 28.499…) and be rounded the other way, and
    cutting off what follows the point would print another figure than rounding does. Raises ValueError where the whole
    is not above zero or the part is not between none of it and all of it.
    """
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole} is no share")
    return (200 * part + whole) // (2 * whole)


def quantile(values: Sequence[float], share: float) -> float | None:
    """The value below which `share` (0–1) of the values lie, by inclusive interpolation; None for no values.

    Hyndman, R. J. and Fan, Y. (1996) Sample quantiles in statistical packages. The American Statistician 50(4), type 7.
    """
    if not values:
        return None
    ordered = sorted(values)
    position = (len(ordered) - 1) * share
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)


def midranks(tiers: Sequence[Sequence[str]]) -> dict[str, float]:
    """The rank of each, from 1, in an order of tiers; those that are level share the mean of the ranks they take up.

    Kendall, M. G. (1945) The treatment of ties in ranking problems. Biometrika 33(3).
    """
    found: dict[str, float] = {}
    for tier in tiers:
        rank = len(found) + (len(tier) + 1) / 2
        found |= dict.fromkeys(tier, rank)
    return found


ENDINGS = {1: "st", 2: "nd", 3: "rd"}
"""What stands behind the figures of a place in an order; behind all others `th`."""


def ordinal(number: int) -> str:
    """A place in an order: `1st`, `2nd`, `11th`, `23rd`."""
    return f"{number}{ENDINGS.get(0 if 10 < number % 100 < 14 else number % 10, 'th')}"


def place_in_words(rank: float) -> str:
    """A rank as people say it: `2nd`, `between 2nd and 3rd`."""
    below = int(rank)
    return ordinal(below) if below == rank else f"between {ordinal(below)} and {ordinal(below + 1)}"


def short_figure(number: float) -> str:
    """A figure with one place after the point at most: `2`, `2.5`, `2.8` for 2.75."""
    return f"{round(number + 1e-9, 1):g}"
