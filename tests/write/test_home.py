"""The front page: the newest check that stands, with its picture where there is one that fits."""

from datetime import date
from pathlib import Path

from build_scripts.model.typography import smart
from build_scripts.write.charts import ChartFile
from build_scripts.write.tree import write_pages
from tests.draw.samples import reach
from tests.write.exports.sample import article, small

TODAY = date(2026, 11, 23)
URL = "https://facts.example/"


def front(tmp_path: Path, height: int | None) -> str:
    """The front page where the article's chart is so tall, or was not drawn."""
    changes = {"content/claims/hostile.md": article("Older", more="draft: true")}
    drawing = f'<svg class="chart" width="312" height="{height}"></svg>'
    charts = {} if height is None else {"towns": ChartFile(reach(), "", drawing)}
    write_pages(small(tmp_path / "small", changes), tmp_path / "pages", charts, URL, TODAY)
    return (tmp_path / "pages/index.md").read_text("utf-8")


def test_the_first_chart_of_the_newest_check_is_its_picture(tmp_path: Path) -> None:
    text = front(tmp_path, 185)
    assert '<svg class="chart" width="312" height="185"></svg>' in text
    assert f'<a href="claims/towns.html#chart-towns">{smart(reach().title)}</a>' in text
    assert reach().source in text


def test_a_chart_taller_than_the_story_stays_in_the_article(tmp_path: Path) -> None:
    text = front(tmp_path, 710)
    assert "Towns are small" in text
    assert "lead__chart" not in text


def test_a_check_without_a_chart_has_no_picture(tmp_path: Path) -> None:
    assert "lead__chart" not in front(tmp_path, None)


def test_a_withdrawn_check_leads_no_page_and_has_no_verdict_in_a_list(tmp_path: Path) -> None:
    lead, _, rest = front(tmp_path, None).partition('class="front-grid"')
    before, _, _ = rest.partition("It is gone")
    gone = before.rpartition("<article")[2]
    assert "Towns are small" in lead
    assert "It is gone" not in lead
    assert "Withdrawn" in gone
    assert 'class="verdict ' not in gone
