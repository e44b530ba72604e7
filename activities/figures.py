"""Figures as people read them: one way to round, for screen, JSON and paper."""


def percent(part: int, whole: int) -> int:
    """`part` of `whole` in per cent, half up, reckoned from integers: 1 of 8 is 13, and 87 of 300 is 29.

    A float of the same share may lie just under the half (0.285 × 100 is 28.499…) and be rounded the other way, and
    cutting off what follows the point would print another figure than rounding does. Raises ValueError where the whole
    is not above zero or the part is not between none of it and all of it.
    """
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole} is no share")
    return (200 * part + whole) // (2 * whole)
