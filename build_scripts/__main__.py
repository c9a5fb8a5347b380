"""`python -m build_scripts`: the command line, without installing anything."""

import sys

from build_scripts.environment import ROOT, python_of


def run() -> int:
    """Run the command line; where its packages are missing, say how to get them."""
    try:
        from build_scripts.cli import main

        # Commands import what they need when they run, so that is covered too.
        return main()
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("build_scripts"):
            raise
        print(
            f"error: {missing.name} is not installed in this Python; "
            "run `python3 -m build_scripts.environment` once, then "
            f"`{python_of(ROOT / '.venv').relative_to(ROOT)} -m build_scripts …`",
            file=sys.stderr,
        )
        return 2


if __name__ == "__main__":
    sys.exit(run())
