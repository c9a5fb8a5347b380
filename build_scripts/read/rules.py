"""The published help of what reading refuses: each rule with a bad and a good example."""

from __future__ import annotations

from inspect import cleandoc

_TEXTS = {
    # files
    "unreadable-file": """
    A file is missing, is no file, cannot be opened or lies outside the repository.

    Everything that is published has to be in the repository, so that others can check it.

    bad:  content/evidence/un.yml -> ../../../elsewhere/un.yml
    good: content/evidence/un.yml
    """,
    "file-too-large": """
    A text file has more than 256 kB, or a table more than 5 MB.

    No reader could check it; leave out what no article uses.
    """,
    "not-utf-8": """
    A file is not written in UTF-8, the encoding that every editor can save.

    bad:  Zürich, saved as Windows-1252
    good: Zürich, saved as UTF-8
    """,
    "byte-order-mark": """
    A file begins with an invisible mark. It is left out; save without BOM.
    """,
    "line-ends": """
    Lines end as on Windows. They are read as usual; save with LF, so that the file's
    SHA-256 is the same everywhere.
    """,
    "bidi-control": """
    A character turns the direction of text, so that it looks otherwise than it reads.

    Digits could stand in another order than the one that was checked.
    """,
    "control-character": """
    A character that nobody can see, or one that stands where a letter was lost.

    It could hide a figure from the checks. It often comes along when words are copied.
    """,
    "merge-marks": """
    A file holds the marks that git leaves where two versions of a place could not be joined.

    Keep what is right of the two, and delete the lines of marks.

    bad:  <<<<<<< HEAD
    good: the lines themselves, once
    """,
    "duplicate-file": """
    A file is the copy of another under a second name. Readers would meet the same page twice, and
    a correction would reach only one of the two.
    """,
    "empty-file": """
    A file has no content.
    """,
    # YAML
    "yaml-syntax": """
    A line cannot be read as YAML. Mostly a value needs quotation marks.

    bad:  title: Ukraine: the votes
    good: title: "Ukraine: the votes"
    """,
    "yaml-tab": """
    A line holds a tab, which looks like spaces and is not. Use two spaces for each step.
    """,
    "duplicate-key": """
    A name is given twice in one place, so that one of the two would be lost.

    bad:  {value: 5 states, value: 6 states}
    good: {value: 5 states}
    """,
    "duplicate-item": """
    An entry of a list is written twice. Readers would meet it twice, or it would count twice.

    bad:  topics: [arms-trade, arms-trade]
    good: topics: [arms-trade]
    """,
    "bad-key": """
    A key is empty, or no text. A value that begins with [ or { needs quotation marks.

    bad:  text: {{name}}
    good: text: "{{name}}"
    """,
    "yaml-anchor": """
    A name for a part of the file, written with &. Write the words where they are
    needed; text that begins with & needs quotation marks.

    bad:  why: &why a public statement
    good: why: a public statement
    """,
    "yaml-alias": """
    A reference to another part of the file, written with *. Write that part out, so
    that each place can be read for itself.

    bad:  why: *why
    good: why: a public statement
    """,
    "merge-key": """
    The key << takes keys from elsewhere. Write them out.

    bad:  <<: *document
    good: publisher: TASS
    """,
    "yaml-tag": """
    A type written with !. The field decides what a value is.

    bad:  when: !!str 2024
    good: when: 2024
    """,
    "yaml-comment": """
    A value with a space and a number sign in it, behind which YAML reads nothing. Put quotation
    marks around the value. A comment has a space behind its number sign.

    bad:  title: Report #3
    good: title: "Report #3"
    """,
    "yaml-directive": """
    A line that begins with % is an instruction to YAML. Delete it.
    """,
    "several-documents": """
    A second document begins in the file. One file holds one record.
    """,
    "too-deep": """
    Keys and lists stand more than 12 deep in each other. No record needs that.
    """,
    "too-many-nodes": """
    A file has more than 20,000 values. Put data into a CSV table.
    """,
    # records
    "unknown-key": """
    A key that no field has: it would be ignored silently, so it is refused.

    bad:  publishr: TASS
    good: publisher: TASS
    """,
    "missing-key": """
    A key that is needed here is missing. The help says what belongs there.

    bad:  {says: There are 193 members., table: members.csv}
    good: {says: There are 193 members., table: members.csv, key: iso3, columns: …, sha256: …}
    """,
    "conflicting-keys": """
    Two keys exclude each other, or a key does not belong to a record of this kind.

    bad:  {url: "https://un.org/", no_url: it was never published}
    good: {url: "https://un.org/"}
    """,
    "bad-value": """
    A value is not what its field holds: no date, no id, none of the choices, empty, or a name in
    curly quotation marks, which YAML takes for words.

    bad:  published: 2024-13
    good: published: 2024-12

    bad:  title: “The votes”
    good: title: The votes
    """,
    "wrong-type": """
    Text, a list or keys stand where one of the others is needed.

    bad:  topics: alliances
    good: topics: [alliances]
    """,
    # Markdown
    "missing-front-matter": """
    An article begins without front matter, or not on its first line.

    bad:  # Most countries …
    good: three dashes, the keys, three dashes, then the text
    """,
    "unclosed-front-matter": """
    The line of three dashes after the last key is missing.
    """,
    "empty-body": """
    No text follows the front matter.
    """,
    "missing-title": """
    A page has neither a title in its front matter nor a heading with one #.
    """,
    # tables
    "csv-syntax": """
    A line is no CSV: a quotation mark is not closed, or commas are missing.

    bad:  "Korea, Republic of,31
    good: "Korea, Republic of",31
    """,
    "missing-column": """
    A column that the fact declares is not in the table. The help lists the table's own.

    bad:  columns: {yaer: year}
    good: columns: {year: year}
    """,
    "undeclared-column": """
    A column of the table has no unit under the fact's columns. It is `text`,
    `year`, `date` or what its numbers count: nothing is published that nobody described.

    bad:  columns: {year: year} for year,states
    good: columns: {year: year, states: states}
    """,
    "duplicate-column": """
    Two columns have one name, so that one of the two would be lost.

    bad:  year,states,states
    good: year,states,not_states
    """,
    "empty-table": """
    A table has a header but no rows.
    """,
    "ragged-row": """
    A row has more or fewer cells than the header, mostly because of a comma in a cell.

    bad:  KOR,Korea, Republic of,31
    good: KOR,"Korea, Republic of",31
    """,
    "bad-row-key": """
    The cell that names a row is no name; articles cite rows by it. Where most cells are none, the
    fact's `key` is the wrong column.

    bad:  South Korea,31
    good: south-korea,31
    """,
    "duplicate-row-key": """
    Two rows have one name, so that a citation could mean either. Where most repeat one above, the
    fact's `key` is the wrong column.

    bad:  two rows that begin with 2019,
    good: one row that begins with 2019,
    """,
    "bad-cell": """
    A cell does not fit its column: no plain number, no year or date, no source. Where most cells
    of a column do not fit, the unit of the column is wrong, and the problem stands there.

    bad:  2019,"1,200"
    good: 2019,1200

    bad:  columns: {iso3: text, name: states}
    good: columns: {iso3: text, name: text}
    """,
}

RULES: dict[str, str] = {name: cleandoc(text) for name, text in _TEXTS.items()}
"""The help of each rule of reading, by its name."""
