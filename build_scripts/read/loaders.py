"""The text of a file becomes its record: one function for each kind of file."""

from __future__ import annotations

import re
from typing import TypeVar

from build_scripts.model.charts import Chart
from build_scripts.model.frame import Settings, Verdict, Vocabulary
from build_scripts.model.records import (
    Article,
    Evidence,
    Front,
    Page,
    PageFront,
    Record,
    Speaker,
    Topic,
)
from build_scripts.model.text import Text, shown
from build_scripts.problems import Place, Problem
from build_scripts.read.article import split_front_matter
from build_scripts.read.records.records import read_record
from build_scripts.read.yaml.nodes import Sequence, kind_in_words
from build_scripts.read.yaml.reader import read_yaml

R = TypeVar("R", bound=Record)
_HEADING = re.compile(r"^#[ \t](.*)$", re.MULTILINE)


def _read(
    model: type[R], text: str, path: str, first_line: int = 1
) -> tuple[R | None, list[Problem]]:
    node, problems = read_yaml(text, path, first_line)
    if node is None:
        return None, problems
    record, more = read_record(model, node, path)
    return record, [*problems, *more]


def read_evidence(text: str, path: str) -> tuple[Evidence | None, list[Problem]]:
    """Read content/evidence/<id>.yml.

    One with a key given twice is None: which of the two was meant is not known, and what refers to
    a fact that only the other one has is not reported as well.
    """
    evidence, problems = _read(Evidence, text, path)
    twice = any(problem.rule == "duplicate-key" for problem in problems)
    return None if twice else evidence, problems


def read_speaker(text: str, path: str) -> tuple[Speaker | None, list[Problem]]:
    """Read content/speakers/<id>.yml."""
    return _read(Speaker, text, path)


def read_topic(text: str, path: str) -> tuple[Topic | None, list[Problem]]:
    """Read content/topics/<id>.yml."""
    return _read(Topic, text, path)


def read_chart(text: str, path: str) -> tuple[Chart | None, list[Problem]]:
    """Read charts/<id>.yml."""
    return _read(Chart, text, path)


def read_settings(text: str, path: str) -> tuple[Settings | None, list[Problem]]:
    """Read content/publication.yml."""
    return _read(Settings, text, path)


def read_vocabulary(text: str, path: str) -> tuple[Vocabulary | None, list[Problem]]:
    """Read content/words.yml."""
    return _read(Vocabulary, text, path)


def read_verdicts(text: str, path: str) -> tuple[tuple[Verdict, ...] | None, list[Problem]]:
    """Read content/verdicts.yml: the rating scale, from the truest step."""
    node, problems = read_yaml(text, path)
    if node is None:
        return None, problems
    if not isinstance(node, Sequence):
        message = f"the file must be a list of verdicts, not {kind_in_words(node)}"
        return None, [*problems, Problem(node.place, "wrong-type", message)]
    if not node.items:
        message, advice = "the rating scale has no verdict", "write at least one, as a list"
        return None, [*problems, Problem(node.place, "empty-file", message, advice)]
    verdicts: dict[Text, Verdict] = {}
    for item in node.items:
        verdict, more = read_record(Verdict, item, path)
        problems += more
        if verdict and verdict.id in verdicts:
            message = f"verdict {shown(verdict.id)} is given twice"
            problems.append(Problem(verdict.id.place(), "duplicate-key", message, "keep one"))
        elif verdict:
            verdicts[verdict.id] = verdict
    complete = len(verdicts) == len(node.items)
    return (tuple(verdicts.values()) if complete else None), problems


def read_article(text: str, path: str) -> tuple[Article | None, list[Problem]]:
    """Read content/claims/<slug>.md: front matter and Markdown body."""
    parts, problems = split_front_matter(text, path)
    if parts is None:
        return None, problems
    front, more = _read(Front, parts.front or "", path, parts.first_line)
    problems += more
    return (Article(front=front, body=parts.body) if front else None), problems


def read_page(text: str, path: str) -> tuple[Page | None, list[Problem]]:
    """Read docs/<id>.md, whose title is its first heading where the front matter has none."""
    parts, problems = split_front_matter(text, path, optional=True)
    if parts is None:
        return None, problems
    front: PageFront | None = PageFront()
    if parts.front is not None:
        front, more = _read(PageFront, parts.front, path, parts.first_line)
        problems += more
    if front is None:
        return None, problems
    title = front.title or _heading(parts.body)
    if not title:
        if not problems:
            message = "the page has no title"
            advice = "begin with a heading: # and a space before its words"
            problems.append(Problem(Place(path), "missing-title", message, advice))
        return None, problems
    page = Page(title=title, description=front.description, figures=front.figures, body=parts.body)
    return page, problems


def _heading(body: Text) -> Text | None:
    """The words of the first heading with one #, without the marks that may close it."""
    found = _HEADING.search(body)
    if not found:
        return None
    words = found[1].rstrip("# \t")
    start = found.start(1) + len(words) - len(words.lstrip())
    return body.part(start, found.start(1) + len(words))
