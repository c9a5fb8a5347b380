"""The nearest value of one fact at which a test comes out differently.

The sides of the comparisons are fitted by (a x + b) / (c x + 1), which is exact for sums, shares
and ratios; where that does not fit, the value is searched by doubling and halving steps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from build_scripts.link.formulas.evaluate import Compared
from build_scripts.link.readings.what_if import WhatIf
from build_scripts.model.interval import Interval, Truth

_HAIR = Fraction(1, 10**9)
_STEPS = 16
_HALVINGS = 48
_Point = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Flip:
    """Where a test comes out differently.

    `at` is the first such value, or the last that is not when `included` is False; `upward` says
    whether it lies above the present one; `becomes` is the outcome beyond it. `both`: any
    other value than the present one flips it; `only`: no value but `at` does.
    """

    at: Fraction
    upward: bool
    included: bool
    becomes: Truth
    both: bool = False
    only: bool = False


@dataclass(frozen=True, slots=True)
class Domain:
    """The values that a fact may have: whole numbers only, none below `least`."""

    whole: bool = False
    least: Fraction | None = None

    def admits(self, value: Fraction) -> bool:
        """Whether the fact may have that value."""
        return self.least is None or value >= self.least


def find_flip(what_if: WhatIf, now: Interval, truth: Truth, domain: Domain) -> Flip | None:
    """Return the nearest flip of a test that now comes to `truth`; None when there is none.

    An undetermined test flips where it would hold, or if it never would, where it would fail.
    """
    anchor = anchor_of(now)
    if anchor is None:
        return None
    goals: Iterable[Callable[[Truth], bool]] = [lambda other: other is not truth]
    if truth is None:
        goals = [lambda other: other is True, lambda other: other is False]
    finder = _Finder(what_if, anchor, domain, anchor if now.is_point else None)
    for flipped in goals:
        found = finder.find(flipped)
        if found is not None:
            return found
    return None


def anchor_of(now: Interval) -> Fraction | None:
    """The number that stands for an interval: its middle, or its only end."""
    if now.middle is not None:
        return now.middle
    return now.high.value if now.low.value is None else now.low.value


class _Finder:
    def __init__(
        self, what_if: WhatIf, anchor: Fraction, domain: Domain, now: Fraction | None
    ) -> None:
        self._what_if = what_if
        self._anchor = anchor
        self._domain = domain
        self._now = now
        self._truths: dict[Fraction, Truth] = {}
        step = abs(anchor) / 64 or Fraction(1)
        self._samples = [
            (value, what_if.compared(value)) for value in (anchor + n * step for n in range(4))
        ]

    def find(self, flipped: Callable[[Truth], bool]) -> Flip | None:
        """The nearest value at which the outcome is one of those wanted."""
        roots, fits = _roots(self._samples)
        ordered = sorted(roots, key=lambda value: (abs(value - self._anchor), value))
        beside = (self._beside(root, flipped) for root in ordered)
        at_root = next((flip for flip in beside if flip is not None), None)
        if fits and not self._what_if.is_piecewise:
            return at_root
        found = [flip for flip in (at_root, self._searched(flipped)) if flip is not None]
        return min(found, key=lambda flip: abs(flip.at - self._anchor), default=None)

    def _truth(self, value: Fraction) -> Truth:
        if value not in self._truths:
            self._truths[value] = self._what_if.truth(value)
        return self._truths[value]

    def _beside(self, root: Fraction, flipped: Callable[[Truth], bool]) -> Flip | None:
        """The flip at a root, seen from the present value; both ways where it is that value."""
        ways = [sign for sign in (1, -1) if (root - self._anchor) * sign >= 0]
        found = [flip for sign in ways if (flip := self._towards(root, sign, flipped))]
        if len(found) == 2 and self._now is not None:
            return replace(found[0], both=True)
        return min(found, key=lambda flip: flip.only, default=None)

    def _towards(self, root: Fraction, sign: int, flipped: Callable[[Truth], bool]) -> Flip | None:
        if self._domain.whole:
            at = Fraction(math.ceil(root) if sign > 0 else math.floor(root))
            if not self._flips(at, flipped):
                at += sign
            beyond = at + sign
        else:
            at, beyond = root, root + sign * (abs(root - self._anchor) or 1) * _HAIR
        included, after = self._flips(at, flipped), self._flips(beyond, flipped)
        if not (included or after):
            return None
        becomes = self._truth(beyond if after else at)
        return Flip(at, sign > 0, included, becomes, only=not after)

    def _flips(self, value: Fraction, flipped: Callable[[Truth], bool]) -> bool:
        """Whether the test flips at a value that the fact may have, and does not have now."""
        if value == self._now or not self._domain.admits(value):
            return False
        return flipped(self._truth(value))

    def _searched(self, flipped: Callable[[Truth], bool]) -> Flip | None:
        found = [
            flip for sign in (1, -1) if (flip := self._searched_towards(sign, flipped)) is not None
        ]
        return min(found, key=lambda flip: abs(flip.at - self._anchor), default=None)

    def _searched_towards(self, sign: int, flipped: Callable[[Truth], bool]) -> Flip | None:
        size = abs(self._anchor) / 16 or Fraction(1)
        before = self._anchor
        for power in range(_STEPS):
            value = self._anchor + sign * size * 3**power
            if self._domain.whole:
                value = Fraction(round(value))
            if not self._domain.admits(value):
                value = self._domain.least if self._domain.least is not None else value
            if flipped(self._truth(value)):
                return self._narrowed(before, value, sign, flipped)
            if value == before and power:
                return None
            before = value
        return None

    def _narrowed(
        self, outside: Fraction, inside: Fraction, sign: int, flipped: Callable[[Truth], bool]
    ) -> Flip:
        """The flip between a value that does not flip the test and one that does."""
        for _ in range(_HALVINGS):
            middle = (outside + inside) / 2
            if self._domain.whole:
                middle = Fraction(math.floor(middle))
                if middle in (outside, inside):
                    break
            if flipped(self._truth(middle)):
                inside = middle
            else:
                outside = middle
        becomes = self._truth(inside)
        if self._domain.whole:
            return Flip(inside, sign > 0, True, becomes)
        plain = simplest_between(min(outside, inside), max(outside, inside))
        return Flip(plain, sign > 0, flipped(self._truth(plain)), becomes)


def simplest_between(low: Fraction, high: Fraction) -> Fraction:
    """The fraction with the smallest denominator from `low` to `high`, both included.

    By continued fractions (Stern–Brocot tree).
    """
    if low <= 0 <= high:
        return Fraction(0)
    if high < 0:
        return -simplest_between(-high, -low)
    whole = math.ceil(low)
    if whole <= high:
        return Fraction(whole)
    floor = math.floor(low)
    return floor + 1 / simplest_between(1 / (high - floor), 1 / (low - floor))


def _roots(samples: list[tuple[Fraction, Compared]]) -> tuple[list[Fraction], bool]:
    """Where two sides of a comparison would meet, and whether the fit is exact everywhere."""
    lengths = {len(compared) for _, compared in samples}
    if len(lengths) != 1:
        return [], False
    roots: list[Fraction] = []
    fits = True
    for number in range(lengths.pop()):
        for gap in (_low_gap, _high_gap):
            points = [(value, gap(*compared[number])) for value, compared in samples]
            known = [(value, distance) for value, distance in points if distance is not None]
            if len(known) == len(points):
                found, exact = _root(known)
                roots.extend(found if exact else ())
                fits = fits and exact
    return roots, fits


def _low_gap(a: Interval, b: Interval) -> Fraction | None:
    if a.low.value is None or b.high.value is None:
        return None
    return a.low.value - b.high.value


def _high_gap(a: Interval, b: Interval) -> Fraction | None:
    if a.high.value is None or b.low.value is None:
        return None
    return a.high.value - b.low.value


def _root(points: list[_Point]) -> tuple[list[Fraction], bool]:
    """Where (a x + b) / (c x + 1) through three points changes its sign: at its root and its pole.

    Also whether the fourth point lies on it.
    """
    (x1, f1), (x2, f2), (x3, f3), (x4, f4) = points
    slope = (f2 - f1) / (x2 - x1)
    if f1 + slope * (x3 - x1) == f3:
        root = [x1 - f1 / slope] if slope else []
        return root, f1 + slope * (x4 - x1) == f4
    # With u = x - x1 the curve is (a u + f1) / (c u + 1): two linear equations in a and c.
    u2, u3, u4 = x2 - x1, x3 - x1, x4 - x1
    determinant = u2 * u3 * (f2 - f3)
    if not determinant:
        return [], False
    a = ((f2 - f1) * -u3 * f3 + u2 * f2 * (f3 - f1)) / determinant
    c = (u2 * (f3 - f1) - u3 * (f2 - f1)) / determinant
    exact = (c * u4 + 1) * f4 == a * u4 + f1
    pole = [x1 - 1 / c] if c else []
    return ([x1 - f1 / a, *pole] if a else pole), exact
