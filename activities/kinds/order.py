"""An order of things in tiers, the first first: things in one tier are level, and some may be in none.

Every function gives another order; a thing that is in none is put last by moving it up.
"""

from collections.abc import Sequence

Tiers = tuple[tuple[str, ...], ...]


def tier_of(tiers: Tiers, item: str) -> int | None:
    """The number of the tier, from 0, in which it is; None for none."""
    return next((number for number, tier in enumerate(tiers) if item in tier), None)


def without_item(tiers: Tiers, item: str) -> Tiers:
    """The order without it."""
    return _whole([tuple(one for one in tier if one != item) for tier in tiers])


def put_last(tiers: Tiers, item: str) -> Tiers:
    """It comes last, alone."""
    return (*without_item(tiers, item), (item,))


def moved_up(tiers: Tiers, item: str) -> Tiers:
    """It comes before those it is level with, else before those that come just before it; from nowhere, last."""
    at = tier_of(tiers, item)
    if at is None:
        return put_last(tiers, item)
    before = at if len(tiers[at]) > 1 else at - 1
    return tiers if before < 0 else _alone(tiers, item, before)


def moved_down(tiers: Tiers, item: str) -> Tiers:
    """It comes after those it is level with, else after those that come just after it; from last, nowhere."""
    at = tier_of(tiers, item)
    if at is None:
        return tiers
    if len(tiers[at]) > 1:
        return _whole([*tiers[:at], tuple(one for one in tiers[at] if one != item), (item,), *tiers[at + 1 :]])
    if at == len(tiers) - 1:
        return without_item(tiers, item)
    return _whole([*tiers[:at], tiers[at + 1], (item,), *tiers[at + 2 :]])


def levelled(tiers: Tiers, item: str) -> Tiers:
    """It is level with those just before it; level with others already, it comes after them."""
    at = tier_of(tiers, item)
    if at is None:
        return levelled(put_last(tiers, item), item)
    if len(tiers[at]) > 1:
        return moved_down(tiers, item)
    return tiers if at == 0 else _whole([*tiers[: at - 1], (*tiers[at - 1], item), *tiers[at + 1 :]])


def put_by(tiers: Tiers, item: str, other: str) -> Tiers:
    """It comes just before the other where it came after it, else just after; beside one that is nowhere, nowhere."""
    at, there = tier_of(tiers, item), tier_of(tiers, other)
    if there is None or item == other:
        return tiers if item == other else without_item(tiers, item)
    rest = without_item(tiers, item)
    target = tier_of(rest, other) or 0
    after = at is not None and at < there
    return _whole([*rest[: target + after], (item,), *rest[target + after :]])


def _alone(tiers: Tiers, item: str, before: int) -> Tiers:
    """It has a tier of its own before the one with this number."""
    parts: Sequence[Sequence[str]] = [tuple(one for one in tier if one != item) for tier in tiers]
    return _whole([*parts[:before], (item,), *parts[before:]])


def _whole(tiers: Sequence[Sequence[str]]) -> Tiers:
    return tuple(tuple(tier) for tier in tiers if tier)
