"""The page of one claim, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from build_scripts.link.articles import LinkedArticle
from build_scripts.model.dates import PartialDate
from build_scripts.model.linked import LinkedReading, Margin, Outcome
from build_scripts.model.records import Front
from build_scripts.model.typography import smart
from build_scripts.write.account import account, usual_seen
from build_scripts.write.embeds import embed_path, snippet
from build_scripts.write.exports.bibliography import cite
from build_scripts.write.exports.claim_review import claim_review, has_review, script_safe
from build_scripts.write.exports.common import (
    author_names,
    bibtex_path,
    csl_path,
    json_bytes,
    modified,
    review_path,
    reviewer_names,
)
from build_scripts.write.exports.datasets import chart_dataset
from build_scripts.write.exports.sources import meaning_of, quote_of_claim, shown_charts
from build_scripts.write.exports.text_fragment import link_to_words
from build_scripts.write.fact_cards import card_id
from build_scripts.write.outcomes import tally
from build_scripts.write.parts import body_parts, note_cards, source_parts
from build_scripts.write.plain import plain_line, plain_text
from build_scripts.write.prose import Pen
from build_scripts.write.share_cards import article_card
from build_scripts.write.site import Entry, Site, Written

_VAGUE = "at any other value"
_IDS = "short-version readings gets-right sources corrections cite related".split()


def pages(site: Site) -> Iterator[Written]:
    """One page per article that is no draft."""
    for slug in site.uses.slugs:
        yield claim_page(site, slug)


def claim_page(site: Site, slug: str) -> Written:
    """The page of one article; raises KeyError."""
    path = site.addresses.page("claim", slug)
    linked = site.publication.article(slug)
    front, entry = linked.front, site.entry(slug)
    pen = Pen(site.addresses, path)
    summary = pen.blocks(linked.text("summary"))
    values = {
        **_head(site, linked),
        **_claim(site, linked, pen),
        "verdict": entry.verdict,
        "tally": tally(reading.outcome for reading in linked.readings),
        "summary": summary,
        **_readings(site, linked, pen),
        "pieces": body_parts(site, pen, linked.text("body"), _IDS),
        "gets_right": pen.blocks(linked.text("gets_right")),
        "why_checked": pen.blocks(linked.text("why_checked")),
        "reply": _reply(pen, linked),
        "corrections": (corrections := corrections_of(pen, linked)),
        "major": [one for one in corrections if one["kind"] == "major"],
        "withdrawn": front.withdrawn
        and {
            "date": str(front.withdrawn.date.period),
            "why": pen.blocks(linked.text("withdrawn.why")),
        },
        "citation": cite(site.publication, slug, site.addresses),
        "csl": json_bytes(cite(site.publication, slug, site.addresses).csl).decode().strip(),
        "copies": _copies(site, slug),
        "embed": {"path": embed_path(slug), "snippet": str(snippet(site, slug))},
        "related": _related(site, linked),
    }
    # Sources are numbered by the texts above, so they come last.
    sources = values["sources"] = list(source_parts(site, pen.notes.sources))
    usual = values["usual"] = usual_seen(one.evidence.seen for one in sources)
    values["account"] = account(site, linked, usual)
    behind = [n for n in site.sources.of_article(linked) if n not in pen.notes.sources]
    values["behind"] = list(source_parts(site, behind))
    values["source_numbers"] = pen.notes.sources
    values["cards"] = note_cards(site, path, pen.notes)
    matter = {
        **_shared(linked, entry),
        "kind": "claim",
        **site.picture(article_card(slug)),
        "source": f"content/claims/{slug}.md",
        "published": entry.iso,
        "modified": modified(front),
        "jsonld": _structured(site, linked, path),
    }
    return site.write(path, "claim.md.j2", matter, values)


def _shared(linked: LinkedArticle, entry: Entry) -> dict[str, str]:
    """Title and description, which go where the page is found or shared without what it says."""
    if linked.front.withdrawn is None:
        return {"title": entry.title, "description": entry.summary}
    why = smart(" ".join(plain_text(linked.text("withdrawn.why")).split()))
    day = linked.front.withdrawn.date.period
    return {"title": f"Withdrawn: {entry.title}", "description": f"Withdrawn on {day}. {why}"}


def _head(site: Site, linked: LinkedArticle) -> dict[str, Any]:
    front = linked.front
    path = site.addresses.page("claim", linked.slug)
    return {
        "title": site.entry(linked.slug).title,
        "topics": [
            {"id": str(name), "title": plain_line(site.publication.topics[str(name)].title)}
            for name in front.topics
            if str(name) in site.publication.topics
        ],
        "authors": author_names(front, site.publication.settings),
        "reviewed_by": reviewer_names(front, site.publication.settings),
        "published": str(front.published.period),
        "changed": _changed(front),
        "review_by": str(front.review_by.period) if front.review_by else "",
        "sample": front.draft,
        "short_address": site.addresses.absolute(path).removeprefix("https://"),
    }


def _changed(front: Front) -> str:
    """The day of the last change, where there was one since publication."""
    day = PartialDate.parse(modified(front))
    return str(day) if day != front.published.period.start else ""


def _claim(site: Site, linked: LinkedArticle, pen: Pen) -> dict[str, Any]:
    claim = linked.front.claim
    speaker = site.publication.speakers[str(claim.speaker)]
    evidence = site.publication.evidence[str(claim.said_in)]
    pen.notes.source(str(claim.said_in))
    quote = quote_of_claim(claim, evidence)
    return {
        "claim": {
            "text": str(claim.text),
            "language": str(claim.language or ""),
            "translation": str(claim.translation or ""),
            "date": str(claim.date.period),
            "venue": smart(plain_line(claim.venue)),
        },
        "speaker": {
            "id": str(claim.speaker),
            "name": str(speaker.name),
            "role": plain_line(speaker.role),
        },
        "said_in": {
            "id": str(claim.said_in),
            "url": str(evidence.url or ""),
            "link": link_to_words(str(evidence.url), str(quote.text) if quote else "")
            if evidence.url
            else "",
            "title": smart(plain_line(evidence.title)),
            "publisher": str(evidence.publisher or ""),
            "published": str(evidence.published.period) if evidence.published else "",
        },
    }


def _readings(site: Site, linked: LinkedArticle, pen: Pen) -> dict[str, Any]:
    shown = [_reading(site, linked, pen, reading) for reading in linked.readings]
    untested = [
        {
            "means": pen.line(linked.text(f"untested.{number}")),
            "why": pen.blocks(linked.text(f"untested.{number}.why")),
        }
        for number in range(len(linked.front.untested))
    ]
    words = (
        "A claim can mean several things. Each meaning below is a reading of it, put to a test "
        "that a program computes from the sources cited; under it stands how far the test is from "
        "coming out otherwise."
    )
    return {"readings": shown, "untested": untested, "readings_intro": words}


def _reading(site: Site, linked: LinkedArticle, pen: Pen, reading: LinkedReading) -> dict[str, Any]:
    return {
        "outcome": reading.outcome.value,
        "label": reading.outcome.label,
        "means": pen.line(meaning_of(linked, reading)),
        "note": _reading_note(site, linked, reading),
        "margins": list(_margins(site, pen, reading)),
        "asks": plain_line(reading.test.sentence),
        "href": pen.fact_link(reading.test.ref),
        "card": card_id(reading.test.ref),
        "number": pen.notes.fact(reading.test.ref),
    }


def _reading_note(site: Site, linked: LinkedArticle, reading: LinkedReading) -> str:
    speaker = site.publication.speakers[str(linked.front.claim.speaker)].name
    if reading.outcome is Outcome.ASSERTED:
        return (
            f"It holds only on evidence that speaks for {speaker}, "
            "so it cannot make the claim true."
        )
    if reading.outcome is Outcome.UNDETERMINED and not reading.decides:
        return f"It rests on evidence that speaks for {speaker}, so it decides nothing."
    return ""


def _margins(site: Site, pen: Pen, reading: LinkedReading) -> Iterator[dict[str, Any]]:
    said: set[str] = set()
    for margin in telling_first(reading.margins):
        if margin.words in said or margin.flips_at is None:
            continue
        said.add(margin.words)
        words = margin.words[:1].upper() + margin.words[1:] + "."
        yield {"words": words, "href": pen.fact_link(margin.ref), "of": _input(site, margin)}


def telling_first(margins: Iterable[Margin]) -> list[Margin]:
    """Margins with those last that only say that an exact match would fail elsewhere."""
    return sorted(margins, key=lambda margin: margin.words.endswith(_VAGUE))


def _input(site: Site, margin: Margin) -> str:
    return plain_line(site.publication.fact(margin.ref).sentence)


def _texts(pen: Pen, linked: LinkedArticle, stem: str, names: str) -> dict[str, Markup]:
    there = {text.where for text in linked.texts}
    return {
        name: pen.blocks(linked.text(f"{stem}.{name}")) if f"{stem}.{name}" in there else Markup("")
        for name in names.split()
    }


def _reply(pen: Pen, linked: LinkedArticle) -> dict[str, Any]:
    there = {text.where for text in linked.texts}
    texts = {
        name: pen.line(linked.text(f"reply.{name}")).rstrip().removesuffix(".")
        if f"reply.{name}" in there
        else Markup("")
        for name in ("why", "channel", "outcome")
    }
    return {"asked": linked.front.reply.asked, **texts}


def corrections_of(pen: Pen, linked: LinkedArticle) -> list[dict[str, Any]]:
    """The corrections of an article, the newest first."""
    shown = [
        {
            "date": str(one.date.period),
            "iso": one.date.period.start.iso(),
            "kind": str(one.kind),
            "reported_by": plain_line(one.reported_by or ""),
            **_texts(pen, linked, f"corrections.{number}", "what was now why"),
        }
        for number, one in enumerate(linked.front.corrections)
    ]
    return sorted(shown, key=lambda one: str(one["iso"]), reverse=True)


def _copies(site: Site, slug: str) -> list[dict[str, str]]:
    copies = [
        {"name": "CSL-JSON", "path": csl_path(slug)},
        {"name": "BibTeX", "path": bibtex_path(slug)},
    ]
    if has_review(site.publication, slug):
        copies.insert(0, {"name": "ClaimReview", "path": review_path(slug)})
    return copies


def _related(site: Site, linked: LinkedArticle) -> list[Any]:
    named = site.uses.related.get(linked.slug, [])
    near = [s for t in linked.front.topics for s in site.uses.of_topic.get(str(t), [])]
    return site.entries([s for s in dict.fromkeys([*named, *near]) if s != linked.slug][:4])


def _structured(site: Site, linked: LinkedArticle, path: str) -> list[Markup]:
    """What the page says to machines: its review, and the data behind each of its charts."""
    publication, slug = site.publication, linked.slug
    found = [
        chart_dataset(publication, chart, path, site.addresses)
        for chart in shown_charts(linked)
        if chart in site.charts
    ]
    if has_review(publication, slug):
        found.insert(0, claim_review(publication, slug, site.addresses, site.sources))
    return [Markup(script_safe(one)) for one in found]  # noqa: S704  (escaped for scripts)
