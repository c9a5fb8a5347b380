"""The search of our own: an inverted index in small scripts, read by `theme/scripts/search.js`."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.link.publication import Publication
from build_scripts.write.addresses import Addresses
from build_scripts.write.search.entries import WITHDRAWN, entries
from build_scripts.write.search.index import build_index
from build_scripts.write.search.shards import scripts

__all__ = ["badges", "search_files"]


def search_files(publication: Publication, addresses: Addresses) -> Mapping[str, bytes]:
    """The files of the search by their paths on the site; all lie under `search/`.

    Of articles, speakers, topics and evidence; drafts are left out.
    """
    found = tuple(entries(publication, addresses))
    return scripts(found, build_index(found), badges(publication))


def badges(publication: Publication) -> Mapping[str, tuple[str, str]]:
    """What a result shows of each verdict, by its id: the label, and the class in style sheets."""
    shown = {
        name: (str(verdict.label), f"verdict--{verdict.slug}")
        for name, verdict in publication.verdicts.items()
    }
    shown[WITHDRAWN] = ("Withdrawn", "verdict--withdrawn")
    return shown
