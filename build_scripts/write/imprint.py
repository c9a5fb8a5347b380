"""What the settings say of the publication: on the page About, and in the frame of every page."""

from __future__ import annotations

from build_scripts.model.frame import Settings
from build_scripts.write.plain import plain_line, plain_words


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


def frame(settings: Settings) -> dict[str, str]:
    """Its name, what it is, and the licences, by the names that mkdocs.yml has for them."""
    words, code = plain_words(settings.licence_content), plain_words(settings.licence_code)
    return {
        "site_name": str(settings.name),
        "site_description": plain_line(settings.tagline),
        "copyright": f"Words, charts and our own tables: {words}; code: {code}.",
    }
