"""In which order readers meet the articles."""

from pathlib import Path

from build_scripts.write.exports.common import public_slugs
from tests.write.exports.sample import article, small


def test_the_newest_article_is_first_then_the_newest_claim_then_the_alphabet(
    tmp_path: Path,
) -> None:
    text = article("Two towns have fewer people")
    files = {
        "content/claims/of-march.md": text,
        "content/claims/also-of-march.md": text,
        "content/claims/z-of-may.md": text.replace("date: 2024-03\n", "date: 2024-05-02\n"),
        "content/claims/older-claim-newer-check.md": text.replace(
            "published: 2026-11-01", "published: 2026-11-05"
        ).replace("date: 2024-03\n", "date: 2020\n"),
    }
    found = [f"content/claims/{slug}.md" for slug in public_slugs(small(tmp_path, files))]
    assert [path for path in found if path in files] == [
        "content/claims/older-claim-newer-check.md",
        "content/claims/z-of-may.md",
        "content/claims/also-of-march.md",
        "content/claims/of-march.md",
    ]
