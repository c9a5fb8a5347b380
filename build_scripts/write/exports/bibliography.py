"""The sources as a bibliography, and how to cite an article.

CSL-JSON: the schema csl-data.json 1.0 of the Citation Style Language. BibTeX: the types and fields
of Patashnik, BibTeXing (1988), with `day`, `url`, `urldate` and `language` as later styles read
them; text is UTF-8 with LaTeX's special characters escaped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.link.publication import Publication
from build_scripts.model.dates import PartialDate
from build_scripts.model.records import Evidence
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.claim_review import known_publisher
from build_scripts.write.exports.common import (
    Json,
    author_names,
    modified,
    without_blanks,
)
from build_scripts.write.plain import plain_line, plain_text

_CSL = {
    "report": "report",
    "dataset": "dataset",
    "treaty": "treaty",
    "transcript": "speech",
    "statement": "document",
    "news": "article-newspaper",
    "reference": "document",
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # BibTeX counts braces even behind a backslash.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_LONELY = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True)
class Citation:
    """How to cite an article: in words, as BibTeX, as an item of CSL-JSON."""

    plain: str
    bibtex: str
    csl: Json


def cite(publication: Publication, slug: str, addresses: Addresses) -> Citation:
    """How to cite an article; raises KeyError."""
    linked = publication.article(slug)
    front, settings = linked.front, publication.settings
    title = plain_text(linked.text("title"))
    url = addresses.absolute(addresses.page("claim", slug))
    authors = author_names(front, settings)
    published, changed = front.published.period.start, PartialDate.parse(modified(front))
    last = f"last changed {changed}" if changed != published else ""
    if front.withdrawn is not None:
        last = f"withdrawn {front.withdrawn.date.period.start}"
    days = f"{published}, {last}" if last else str(published)
    csl = {
        "id": slug,
        "type": "webpage",
        "author": [{"literal": name} for name in authors],
        "title": title,
        "container-title": str(settings.name),
        "issued": csl_date(published),
        "URL": url,
        "language": str(settings.language),
        "note": last,
    }
    fields = {
        "author": " and ".join(f"{{{latex(name)}}}" for name in authors),
        "title": f"{{{latex(title)}}}",
        "howpublished": latex(str(settings.name)),
        **_bibtex_date(published),
        "url": url,
        "note": latex(last),
    }
    signed = " and ".join(authors)
    mark = "" if title.endswith(("?", "!", ".")) else "."
    return Citation(
        f"{signed}. “{title}{mark}” {settings.name}, {days}. {url}",
        bibtex_entry("misc", slug, fields),
        without_blanks(csl),
    )


def source_csl(publication: Publication, name: str) -> Json | None:
    """A document as an item of CSL-JSON; None for a calculation, behind which there is none."""
    evidence = publication.evidence[name]
    if evidence.kind == "calculation":
        return None
    publisher = known_publisher(evidence)
    kind = _CSL[evidence.kind]
    if kind == "document" and evidence.url:
        kind = "webpage"
    periodical = kind in ("article-newspaper", "webpage")
    return without_blanks(
        {
            "id": name,
            "type": kind,
            "title": _title(evidence),
            "container-title": publisher if periodical else "",
            "publisher": "" if periodical else publisher,
            "issued": csl_date(evidence.published.period.start) if evidence.published else None,
            "accessed": csl_date(seen) if (seen := _opened(evidence)) else None,
            "URL": str(evidence.url or ""),
            "archive_location": str(evidence.archived or ""),
            "language": str(evidence.language or ""),
            "note": _note(evidence),
        }
    )


def source_bibtex(publication: Publication, name: str) -> str:
    """A document as an entry of BibTeX; "" for a calculation."""
    evidence = publication.evidence[name]
    if evidence.kind == "calculation":
        return ""
    report = evidence.kind == "report"
    publisher = latex(known_publisher(evidence))
    seen = _opened(evidence)
    fields = {
        "title": f"{{{latex(_title(evidence))}}}",
        "institution" if report else "howpublished": publisher,
        **(_bibtex_date(evidence.published.period.start) if evidence.published else {}),
        "url": str(evidence.url or ""),
        "urldate": seen.iso() if seen else "",
        "language": str(evidence.language or ""),
        "note": latex(_note(evidence)),
    }
    return bibtex_entry("techreport" if report and publisher else "misc", name, fields)


def bibtex_entry(kind: str, key: str, fields: dict[str, str]) -> str:
    """An entry of BibTeX; fields without a value are left out, months are BibTeX's own names."""
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def latex(text: str) -> str:
    """Text with LaTeX's special characters escaped, on one line."""
    return " ".join(_LONELY.sub(" ", text).split()).translate(_LATEX)


def csl_date(day: PartialDate) -> Json:
    """A date of CSL, as precise as it is known."""
    return {"date-parts": [[part for part in (day.year, day.month, day.day) if part]]}


def _bibtex_date(day: PartialDate) -> dict[str, str]:
    return {
        "year": f"{day.year:04d}",
        "month": _MONTHS[day.month - 1] if day.month else "",
        "day": str(day.day) if day.day else "",
    }


def _title(evidence: Evidence) -> str:
    """The title; in brackets where it is a description of ours."""
    title = plain_line(evidence.title)
    return f"[{title}]" if evidence.title_is == "descriptive" else title


def _opened(evidence: Evidence) -> PartialDate | None:
    """The day on which the address itself was opened, if it ever was."""
    seen = evidence.seen
    return seen.when.period.start if seen is not None and seen.how == "live page" else None


def _note(evidence: Evidence) -> str:
    """What a reader of a bibliography must know: how the document was seen."""
    seen = evidence.seen
    notes = []
    if seen is not None and seen.how != "live page":
        notes.append(f"read as a {seen.how} on {seen.when.period.start}")
    if evidence.archived:
        notes.append(f"archived at {evidence.archived}")
    return "; ".join(notes)
