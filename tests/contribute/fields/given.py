"""What somebody gives to `new` for each sort of record, so that nothing is missing."""

from collections.abc import Mapping

TODAY = "2026-11-23"
DOCUMENT = {
    "title": "Minutes: the year 2024",
    "kind": "report",
    "publisher": "Port Lantern",
    "tier": "primary",
    "origin": "port",
    "url": "https://port.example/minutes",
    "no_archive": "none was looked up",
    "published": "2025-01",
    "seen.how": "stored copy",
    "seen.when": "2026-11-22",
    "language": "en",
    "interest": "the port's own",
}
CLAIM = {
    "title": "Fewer than half of the ships are Norwegian",
    "claim.text": "Most of our ships stay for the night.",
    "claim.paraphrase": "Most ships stay for the night.",
    "claim.speaker": "harbour-master",
    "claim.date": "2024-05-01",
    "claim.venue": "The quay",
    "claim.said_in": "speech",
    "readings.means": "Most ships stay for the night.",
    "readings.holds_if": "sums:most-stay",
    "verdict": "false",
    "summary": "In 2023, 18% of the ships stayed for the night [@port:nights].",
    "gets_right": "Some ships stay.",
    "why_checked": "The port plans by it.",
    "topics": "shipping",
    "reply.why": "it is made up",
}
CHART = {"title": "Norway sent 130 ships [@port:flags.NO]", "subtitle": "Ships", "alt": "A bar"}
DRAWN = {
    "rows.fact": "port:calls",
    "rows.label": "All",
    "series.label": "Ships",
    "series.table": "port:flags",
    "series.x": "name",
    "series.y": "ships",
    "table": "port:flags",
    "label": "name",
    "groups.label": "All",
    "threshold.fact": "port:calls",
    "threshold.label": "All",
    "claim": "most-ships-stay",
}
GIVEN: Mapping[str, Mapping[str, str]] = {
    "speaker": {"name": "Jane Doe: captain", "role": "Captain of the ferry"},
    "topic": {"title": "Ferries", "text": "Boats that come back."},
    "evidence": DOCUMENT,
    "claim": CLAIM | {"title": "Most ships do not stay"},
}
