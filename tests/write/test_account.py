"""What is said once about how sources were seen, and what each of them says for itself."""

from build_scripts.model.records import Seen
from build_scripts.model.text import Text
from build_scripts.write.account import usual_seen

COPY = Seen.model_validate({"how": Text("stored copy"), "when": Text("2026-11-22")})
LATER = Seen.model_validate({"how": Text("stored copy"), "when": Text("2026-11-23")})
NOTED = Seen.model_validate(
    {"how": Text("stored copy"), "when": Text("2026-11-22"), "note": Text("in part")}
)


def test_what_holds_for_most_documents_is_said_once() -> None:
    assert usual_seen([COPY, COPY, LATER]) == "seen as a stored copy on 22 November 2026"
    assert usual_seen([COPY, None, COPY]) == "seen as a stored copy on 22 November 2026"


def test_what_holds_for_one_or_for_half_of_them_is_not() -> None:
    assert usual_seen([COPY]) == ""
    assert usual_seen([COPY, COPY, LATER, LATER]) == ""
    assert usual_seen([NOTED, NOTED, NOTED]) == ""
    assert usual_seen([]) == ""
