"""Who answers for the publication: what its settings say of it, for the page About."""

from __future__ import annotations

from build_scripts.model.frame import Settings
from build_scripts.write.plain import plain_words


def imprint(settings: Settings) -> dict[str, str]:
    """What a reader may ask of a publication, each with its answer; only what has one."""
    funding = settings.funding
    answers = {
        "Signed by": str(settings.desk.name),
        "Also written or reviewed by": ", ".join(map(str, settings.people.values())),
        "Owner": plain_words(settings.ownership),
        "Funding": f"{plain_words(funding.statement)}, as of {funding.as_of.period}",
        "Contact": plain_words(settings.contact or settings.no_contact or ""),
        "Source files": str(settings.repository or ""),
        "Licence of words, charts and our tables": plain_words(settings.licence_content),
        "Licence of the code": plain_words(settings.licence_code),
    }
    return {asked: answer for asked, answer in answers.items() if answer}
