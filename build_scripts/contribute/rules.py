"""The help of rules that neither reading nor checking lists: of linking, and of corrections."""

from __future__ import annotations

from inspect import cleandoc

_TEXTS = {
    # names of files, and facts that cannot be linked
    "stray-file": """
    A file lies in a folder of the content and is no record: its ending or its name does not fit.

    A file's name is its id: small letters, digits and hyphens, a letter first.

    bad:  content/evidence/UN_Report.yaml
    good: content/evidence/un-report.yml
    """,
    "bad-evidence": """
    A formula or a citation needs an evidence file that cannot be read.

    Mend that file first; `check` with its path lists what is wrong there.
    """,
    "bad-table": """
    A fact's table cannot be read, or is not a file beside its evidence file.

    bad:  table: ../flags.csv
    good: table: port-flags.csv   (beside content/evidence/port.yml)
    """,
    "bad-formula": """
    A formula is not written in the notation, or cannot be computed: units that do not go
    together, a division by nothing, a row that is not there.

    bad:  formula: port:ships + port:share
    good: formula: port:ships * port:share
    """,
    "formula-cycle": """
    A fact is computed from itself, through one formula or several.

    bad:  share: {formula: "sums:total / sums:share"}
    good: share: {formula: "sums:part / sums:total"}
    """,
}

RULES: dict[str, str] = {name: cleandoc(text) for name, text in _TEXTS.items()}
"""The help of each of these rules, by its name."""
