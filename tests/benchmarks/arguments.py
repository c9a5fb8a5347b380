"""The arguments that all benchmarks take: numbers of claims."""

from __future__ import annotations

import argparse
from collections.abc import Sequence


def arguments(purpose: str | None, claims: Sequence[int]) -> argparse.ArgumentParser:
    """A parser that tells the purpose of a benchmark, and takes sizes or those given here."""
    parser = argparse.ArgumentParser(
        description=purpose, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = " ".join(map(str, claims))
    parser.add_argument(
        "claims", nargs="*", type=int, default=claims, help=f"how many claims (default: {default})"
    )
    return parser
