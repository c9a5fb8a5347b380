"""`new` writes valid files in which every field is explained."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.contribute.fields.needs import SORTS, field_at, needed, paths
from build_scripts.contribute.fields.new import CannotMake, new, option
from build_scripts.contribute.fields.shapes import fields_of
from build_scripts.contribute.fields.skeleton import yaml_text
from build_scripts.model.charts import CHART_KINDS
from build_scripts.problems import Severity
from build_scripts.read.library import FOLDERS
from build_scripts.read.yaml.nodes import Mapping as Keys
from build_scripts.read.yaml.nodes import Scalar, Sequence
from build_scripts.read.yaml.reader import read_yaml
from tests.contribute.fields.given import CHART, CLAIM, DOCUMENT, DRAWN, GIVEN, TODAY
from tests.contribute.samples import edit, errors, load, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path)


def make(root: Path, sort: str, key: str, values: Mapping[str, str]) -> str:
    made = new(root, sort, key, values, today=TODAY, ask=None)
    return (root / made.path).read_text("utf-8")


def serious(root: Path) -> list[str]:
    return [str(problem) for problem in errors(root) if problem.severity is Severity.ERROR]


@pytest.mark.parametrize("sort", GIVEN)
def test_a_new_file_passes_the_check_as_it_is(root: Path, sort: str) -> None:
    make(root, sort, "fresh", GIVEN[sort])
    assert serious(root) == []


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_a_new_chart_of_each_kind_passes_the_check(root: Path, kind: str) -> None:
    values = CHART | {"kind": kind}
    values |= {path: DRAWN[path] for (path,) in needed("chart", values) if path in DRAWN}
    make(root, "chart", "fresh", values)
    assert serious(root) == []


def test_a_calculation_needs_no_document(root: Path) -> None:
    text = make(root, "evidence", "fresh", {"title": "Shares", "kind": "calculation"})
    assert "\n# how: …\n" in text
    assert serious(root) == []


@pytest.mark.parametrize("sort", SORTS)
def test_every_field_stands_there_with_its_meaning(root: Path, sort: str) -> None:
    values = GIVEN.get(sort, CHART | {"kind": "readings", "claim": "most-ships-stay"})
    text = make(root, sort, "fresh", values)
    flat = " ".join(text.replace("\n# ", " ").split())
    for field in fields_of(SORTS[sort].record):
        assert f"\n{field.name}:" in text or f"\n# {field.name}:" in text
        assert field.description in flat
        for part in fields_of(field.shape.record) if field.shape.record is not None else ():
            assert f"{part.name}: " in text
            assert part.description in flat


@pytest.mark.parametrize("sort", SORTS)
def test_every_field_that_is_a_comment_is_valid_without_its_mark(root: Path, sort: str) -> None:
    values = GIVEN.get(sort, CHART | {"kind": "readings", "claim": "most-ships-stay"})
    text = make(root, sort, "fresh", values)
    lines = text.split("\n---\n", maxsplit=1)[0].removeprefix("---\n").split("\n")
    fields = {field.name for field in fields_of(SORTS[sort].record)}
    bare = [line.removeprefix("# ") if _is_field(line, fields) else line for line in lines]
    node, problems = read_yaml("\n".join(bare) + "\n", "x.yml")
    assert problems == []
    assert isinstance(node, Keys)
    assert {str(key) for key in node.entries} == fields


def _is_field(line: str, fields: set[str]) -> bool:
    """Whether a comment is a field, or a line of the fields inside one."""
    words = line.removeprefix("# ")
    return words.startswith("  ") or words.partition(":")[0] in fields


def test_a_skeleton_says_where_its_schema_is(root: Path) -> None:
    for sort, values in GIVEN.items():
        text = make(root, sort, "fresh", values)
        path = root / FOLDERS[SORTS[sort].kind][0]
        if sort != "claim":
            schema = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
            assert (path / schema).resolve() == (root / f"schemas/{sort}.json").resolve()


def test_an_article_begins_with_who_said_it_and_the_words(root: Path) -> None:
    text = make(root, "claim", "fresh", CLAIM)
    assert text.endswith(
        "---\n## What was said\n\n"
        "[The Harbour Master](speaker:harbour-master) said on 1 May 2024:\n\n"
        "> Most of our ships stay for the night.\n"
    )
    assert "\ndraft: true\n" in text
    assert f"\npublished: {TODAY}\n" in text
    assert "\nauthors: [desk]\n" in text
    assert '\nverdict: "false"\n' in text


def test_the_date_of_a_claim_may_be_a_month(root: Path) -> None:
    text = make(root, "claim", "fresh", CLAIM | {"claim.date": "2024-05"})
    assert "said in May 2024:" in text


def test_long_texts_are_folded_and_read_as_they_were(root: Path) -> None:
    words = "Norwegian ships, Danish ships and others: " + "word " * 40 + "end"
    text = make(root, "topic", "fresh", {"title": "Ships", "text": words})
    assert max(map(len, text.splitlines()[2:])) <= 100
    assert load(root).topics["fresh"].text == words


def test_nothing_is_overwritten(root: Path) -> None:
    before = (root / "content/topics/shipping.yml").read_bytes()
    with pytest.raises(CannotMake) as caught:
        make(root, "topic", "shipping", GIVEN["topic"])
    assert str(caught.value) == (
        "content/topics/shipping.yml exists already; choose another id, or edit that file"
    )
    assert (root / "content/topics/shipping.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("key", "better"),
    [("Fresh", "fresh"), ("a_b", "a-b"), ("The Old Port ", "the-old-port")],
)
def test_a_name_that_is_nearly_an_id(root: Path, key: str, better: str) -> None:
    with pytest.raises(CannotMake) as caught:
        make(root, "topic", key, GIVEN["topic"])
    assert str(caught.value).endswith(f"that begins with a letter; write {better}")


@pytest.mark.parametrize("key", ["1st", "../x", "", "a/b", "straße"])
def test_a_name_that_is_no_id(root: Path, key: str) -> None:
    with pytest.raises(CannotMake) as caught:
        make(root, "topic", key, GIVEN["topic"])
    assert str(caught.value) == (
        f"{key!r} is not an id of small letters, digits and hyphens that begins with a letter"
    )


def test_a_folder_that_is_no_publication(tmp_path: Path) -> None:
    with pytest.raises(CannotMake) as caught:
        make(tmp_path, "topic", "fresh", GIVEN["topic"])
    assert str(caught.value).endswith(
        "holds no content/; run this in the repository, or give --root"
    )


def test_all_that_is_missing_is_said_at_once(root: Path) -> None:
    with pytest.raises(CannotMake) as caught:
        make(root, "evidence", "fresh", {"title": "A", "kind": "news", "tier": "secondary"})
    assert str(caught.value) == (
        "these are needed as well: --publisher, --why-secondary, --origin, --url or --no-url, "
        "--archived or --no-archive, --published or --undated, --seen-how, --seen-when, "
        "--language, --interest"
    )
    assert not (root / "content/evidence/fresh.yml").exists()


def test_values_that_cannot_be_read_are_refused_in_the_readers_words(root: Path) -> None:
    with pytest.raises(CannotMake) as caught:
        make(root, "evidence", "fresh", DOCUMENT | {"published": "May 2025", "kind": "book"})
    assert str(caught.value).splitlines() == [
        "'kind' cannot be 'book' (it is one of report, dataset, treaty, transcript, statement, "
        "news, reference, calculation)",
        "date 'May 2025' is not written as 2024, 2024-03 or 2024-03-11 "
        "(published: Its date, as far as it is known.)",
    ]
    assert not (root / "content/evidence/fresh.yml").exists()


def test_without_settings_the_desk_signs(root: Path) -> None:
    edit(root, "content/publication.yml", ("desk: {id: desk, name: The desk}\n", ""))
    assert "\nauthors: [desk]\n" in make(root, "claim", "fresh", CLAIM)


@pytest.mark.parametrize("sort", SORTS)
def test_every_path_has_its_option(sort: str) -> None:
    found = paths(SORTS[sort].record)
    assert len({option(path) for path in found}) == len(found)
    for path in found:
        assert field_at(SORTS[sort].record, path).name == path.rpartition(".")[2]


@pytest.mark.parametrize("path", ["nothing", "title.text", "claim.nothing"])
def test_a_path_that_leads_nowhere(path: str) -> None:
    with pytest.raises(KeyError):
        field_at(SORTS["claim"].record, path)


@settings(deadline=None)  # a busy machine is no failure
@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), min_size=1
    )
)
def test_any_text_is_read_as_it_was_written(words: str) -> None:
    node, problems = read_yaml(f"a: {yaml_text(words)}\nb: [{yaml_text(words, '[')}]\n", "x.yml")
    assert problems == []
    assert isinstance(node, Keys)
    assert isinstance(one := node.get("a"), Scalar)
    assert isinstance(many := node.get("b"), Sequence)
    assert one.text == words
    assert [item.text for item in many.items if isinstance(item, Scalar)] == [words]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("plain words, with a comma", "plain words, with a comma"),
        ("false", '"false"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a:b#c", "a:b#c"),
        ("- a", '"- a"'),
        ("ends:", '"ends:"'),
        ('"quoted"', '"\\"quoted\\""'),
        ("53%", "53%"),
        ("$300 billion", "$300 billion"),
    ],
)
def test_quotation_marks_only_where_they_are_needed(words: str, written: str) -> None:
    assert yaml_text(words) == written


def test_a_calculation_shows_no_field_that_it_cannot_have(root: Path) -> None:
    new(root, "evidence", "fresh", {"title": "Sums", "kind": "calculation"}, today=TODAY, ask=None)
    text = (root / "content/evidence/fresh.yml").read_text("utf-8")
    keys = {line.removeprefix("# ").partition(":")[0] for line in text.splitlines()}
    assert not keys & {"publisher", "tier", "url", "archived", "seen", "language", "quotes"}
    assert keys >= {"title", "kind", "how", "caveat", "facts"}


def test_a_document_shows_the_fields_of_documents(root: Path) -> None:
    make(root, "evidence", "report", GIVEN["evidence"])
    text = (root / "content/evidence/report.yml").read_text("utf-8")
    assert "\n# caveat: …\n" in text
    assert "\n# quotes:\n" in text
    assert "\n#     key: year  # The column that names a table's rows.\n" in text
    assert "\n#     columns: {year: year, states: states, source: text}  # The table's" in text
    assert "\n#     speaks_for: [a-speaker]  # Overrides the document's.\n" in text


def test_a_wrong_field_given_for_a_calculation_is_refused(root: Path) -> None:
    values = {"title": "Sums", "kind": "calculation", "publisher": "Town"}
    with pytest.raises(CannotMake) as caught:
        new(root, "evidence", "fresh", values, today=TODAY, ask=None)
    assert str(caught.value) == (
        "'publisher' does not belong to a calculation "
        "(a calculation has no document behind it; take this out, or give another kind)"
    )
