"""The pages of speakers and of topics."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from markupsafe import Markup

from build_scripts.model.typography import smart
from build_scripts.write.parts import note_cards
from build_scripts.write.plain import plain_line, plain_words
from build_scripts.write.prose import Pen
from build_scripts.write.site import Site, Written


def pages(site: Site) -> Iterator[Written]:
    """One page per speaker and per topic."""
    for name in site.publication.speakers:
        yield speaker_page(site, name)
    for name in site.publication.topics:
        yield topic_page(site, name)


def speaker_page(site: Site, name: str) -> Written:
    """The page of a speaker; raises KeyError."""
    path = site.addresses.page("speaker", name)
    speaker = site.publication.speakers[name]
    articles = site.entries(site.uses.of_speaker.get(name, []))
    pen = Pen(site.addresses, path, numbered=False)
    text = pen.blocks(site.publication.bind("text", speaker.text)) if speaker.text else Markup("")
    spoken = [
        {
            "id": key,
            "title": smart(plain_line(evidence.title)),
            "publisher": str(evidence.publisher or ""),
        }
        for key, evidence in site.publication.evidence.items()
        if name in evidence.speaks_for
    ]
    spoken.sort(key=lambda one: one["title"].casefold())
    count = len(articles)
    checked = {0: "No claim has been checked yet.", 1: "One claim so far."}
    values = {
        "speaker": speaker,
        "role": plain_line(speaker.role),
        "text": text,
        "hosts": [_host(str(address)) for address in speaker.same_as],
        "articles": articles,
        "count": checked.get(count, f"{count} claims so far."),
        "spoken": spoken,
        "cards": note_cards(site, path, pen.notes),
    }
    matter = {
        "title": str(speaker.name),
        "description": f"Claims by {speaker.name} that we checked, with their verdicts.",
        "kind": "speaker",
        "source": f"content/speakers/{name}.yml",
    }
    return site.write(path, "speaker.md.j2", matter, values)


def topic_page(site: Site, name: str) -> Written:
    """The page of a topic; raises KeyError."""
    path = site.addresses.page("topic", name)
    topic = site.publication.topics[name]
    pen = Pen(site.addresses, path, numbered=False)
    title = plain_line(topic.title)
    values = {
        "title": title,
        "text": pen.blocks(site.publication.bind("text", topic.text)),
        "articles": site.entries(site.uses.of_topic.get(name, [])),
        "cards": note_cards(site, path, pen.notes),
    }
    matter = {
        "title": title,
        "description": plain_words(topic.text),
        "kind": "topic",
        "source": f"content/topics/{name}.yml",
    }
    return site.write(path, "topic.md.j2", matter, values)


def _host(address: str) -> str:
    host = (urlsplit(address).hostname or address).removeprefix("www.")
    known = {"wikidata.org": "Wikidata", "en.wikipedia.org": "Wikipedia"}
    return known.get(host, host)
