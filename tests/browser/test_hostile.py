"""Contributors' words never run: a hostile edition, opened in Chromium."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from build_scripts.link.publication import Publication
from build_scripts.read.library import Library
from tests.browser.search_site import chromium
from tests.browser.whole_site import build_whole
from tests.write.exports.sample import FILES, article

pytestmark = pytest.mark.browser

_RUN = "window.pwned=1"
_CHARTS = 6
"""So many payloads stand in charts too: drawing takes its time."""
PAYLOADS = (
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"</title><script>{_RUN}</script>",
    f"</textarea></style><svg onload={_RUN}>",
    f"<img src=x onerror={_RUN}>",
    f'"><img src=x onerror="{_RUN}">',
    f"' onmouseover='{_RUN}' autofocus onfocus='{_RUN}",
    f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'>",
    f"<details open ontoggle={_RUN}>",
    f"[x](javascript:{_RUN})",
    f"[x]( javascript&#58;{_RUN})",
    f"[x](data:text/html,<script>{_RUN}</script>)",
    f"![x](javascript:{_RUN})",
    f"<javascript:{_RUN}>",
    f"{{: onclick={_RUN} }}",
    f"{{#a onclick={_RUN}}}",
    f"{{{{ ''.__class__ }}}} {{% raw %}} {_RUN}",
    f"--> <script>{_RUN}</script> <!--",
    f"]]><script>{_RUN}</script>",
    f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    f"`</code><script>{_RUN}</script>`",
    f"<a href='javascript:{_RUN}'>x</a>",
    "<base href='https://evil.example/'><script src=x></script>",
    f"<meta http-equiv=refresh content='0;url=javascript:{_RUN}'>",
    f"<form action=javascript:{_RUN}><button autofocus>",
    f"<math><mtext><script>{_RUN}</script></mtext></math>",
    f"\u2028</script><script>{_RUN}</script>",
)


def quoted(text: str) -> str:
    """A text as a scalar of YAML."""
    return json.dumps(text, ensure_ascii=False)


def edition(payload: str, number: int) -> dict[str, str]:
    """Files in which every field that takes words holds the payload."""
    bad = quoted(payload)
    files = {
        f"content/claims/bad-{number}.md": article(bad)
        .replace("paraphrase: The two towns have 3,000 people.", f"paraphrase: {bad}")
        .replace("venue: Town hall, North", f"venue: {bad}")
        .replace("gets_right: There are people [@letter:said].", f"gets_right: {bad}")
        .replace("why_checked: It was said.", f"why_checked: {bad}")
        .replace("means: They will have them one day.", f"means: {bad}")
        .replace("why: Nobody knows.", f"why: {bad}")
        .replace("channel: a letter, outcome: none", f"channel: {bad}, outcome: {bad}")
        .replace(
            "The census counts 1,200 people [@census:total].",
            f"{payload}\n\n## {payload}\n\n- {payload}\n\n> {payload}\n\n| {payload} |\n|---|\n",
        ),
        f"content/evidence/bad-{number}.yml": FILES["content/evidence/letter.yml"]
        .replace("title: A letter to the town", f"title: {bad}")
        .replace("publisher: not known", f"publisher: {bad}")
        .replace("no_archive: none was seen", f"no_archive: {bad}")
        .replace("undated: it bears no date", f"undated: {bad}")
        .replace("interest: none known", f"interest: {bad}\ncaveat: {bad}")
        .replace('text: "城镇有两千人"', f"text: {bad}, where: {bad}")
        .replace("says: Lee said so.", f"says: {bad}"),
        f"content/speakers/bad-{number}.yml": f"name: {bad}\nrole: {bad}\naffiliation: {bad}\n"
        f"text: {bad}\n",
        f"content/topics/bad-{number}.yml": f"title: {bad}\ntext: {bad}\n",
        f"charts/bad-{number}.yml": FILES["charts/towns.yml"]
        .replace("title: North is larger", f"title: {bad}")
        .replace("subtitle: People in 2021", f"subtitle: {bad}")
        .replace("alt: A bar for each of two towns [@census:total]", f"alt: {bad}\nnote: {bad}"),
        f"docs/bad-{number}.md": f"# {payload}\n\n## {payload}\n\n{payload}\n",
    }
    if number >= _CHARTS:
        del files[f"charts/bad-{number}.yml"]
        return files
    claim = f"content/claims/bad-{number}.md"
    files[claim] = files[claim].replace("chart:towns", f"chart:bad-{number}")
    return files


def publication(root: Path, changes: dict[str, str]) -> Publication:
    """The small publication with changes; what is wrong with them does not matter here."""
    for path, text in (FILES | changes).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return Publication(Library(root))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    files: dict[str, str] = {}
    for number, payload in enumerate(PAYLOADS):
        files |= edition(payload, number)
    problems = build_whole(publication(folder / "content", files), folder / "built", nav=False)
    assert [str(problem.message) for problem in problems] == []
    return folder / "built/site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def test_nothing_runs_on_any_page(browser: Browser, site: Path) -> None:
    # Without the policy, so that the words themselves are what is tested.
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    left: list[str] = []

    def refuse(dialog: Dialog) -> None:
        left.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.on("request", lambda request: left.append(request.url))
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(names) > 5 * len(PAYLOADS)
    ran: list[str] = []
    for name in names:
        if name == "404.html":
            continue
        page.goto((site / name).as_uri())
        found = page.evaluate(
            "() => [window.pwned, document.querySelectorAll("
            "'[onerror],[onload],[onclick],[ontoggle],[onfocus],[onmouseover],[onbegin],"
            'iframe,base,[action],[href^="javascript" i],[src^="javascript" i],[href^="data:" i]\''
            ").length, location.protocol]"
        )
        if found != [None, 0, "file:"]:
            ran.append(f"{name}: {found}")
    context.close()
    assert ran == []
    assert [one for one in left if not one.startswith(("file:", "data:"))] == []


def test_structured_data_still_parses(site: Path) -> None:
    for path in site.glob("claims/bad-*.html"):
        text = path.read_text("utf-8")
        block = text.split('<script type="application/ld+json">')[1].split("</script>")[0]
        assert json.loads(block)["@type"] == "ClaimReview"
