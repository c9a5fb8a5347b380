"""The help of rules that no other list has: of linking, of drawing, of corrections."""

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
    A formula or a citation needs a table that cannot be read.

    Mend the table first, or the fact's `table`; `check` with the path of the evidence file lists
    what is wrong there.
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
    # charts that cannot be drawn
    "undrawable-chart": """
    A chart cannot be drawn from what it names: its table has no such column, its values have
    different units, a part of a whole is below zero or the parts are more than all of it, its line
    asks for more cells than there are, nothing is left of its rows.

    bad:  values: [ship]
    good: values: [ships]   (the column is named so)
    """,
    # changes since an earlier revision
    "silent-change": """
    Something that was published reads otherwise now, and no new entry under `corrections:` says so.

    A fact-check that mends itself in silence cannot be trusted. This holds for the verdict, the
    words of the claim, the outcome of a reading, figures, dates and quotations in every text, the
    values of charts and tables, and for the quotes and values of the facts that an article rests
    on. A changed verdict needs an entry of the kind major. Entries themselves stay as they are.

    bad:  31 states   (it was 30 states, and `corrections` is empty)
    good: corrections: [{date: 2026-12-01, kind: minor, what: the number of states, was: 30 states,
          now: 31 states, why: a row was counted wrongly}]
    """,
    "unnamed-change": """
    Something that was published reads otherwise, and the new correction does not name it.

    The entry's `was` and `now` should hold the former and the present words of every change.
    """,
    "uncompared-article": """
    An article of the earlier revision cannot be read, so nobody can tell what has changed in it.
    """,
    "deleted-article": """
    An article that was published is gone, or is a draft again.

    Others have linked to it. Put it back and withdraw it: its address stays and says why.

    bad:  git rm content/claims/most-ships.md
    good: withdrawn: {date: 2026-12-01, why: the claim was never made in these words}
    """,
    "deleted-evidence": """
    An evidence file is gone that a published article rested on.

    Its page has an address, and readers who followed a figure there must find what bore it. Put
    the file back and withdraw it: the page stays and says why. A new name keeps the old address
    too.

    bad:  git rm content/evidence/un.yml
    good: withdrawn: {date: 2026-12-01, why: the list was replaced by that of 2026}
    good: git mv content/evidence/un.yml content/evidence/un-2024.yml, and there: formerly: [un]
    """,
    "lost-address": """
    An article or evidence had another name, and nothing leads from there to the present one.

    bad:  git mv content/claims/most-ships.md content/claims/ships.md
    good: the same, and in ships.md: formerly: [most-ships]
    """,
}

RULES: dict[str, str] = {name: cleandoc(text) for name, text in _TEXTS.items()}
"""The help of each of these rules, by its name."""
