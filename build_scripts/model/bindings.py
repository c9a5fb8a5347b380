"""How the figures of a text are bound, and what was found on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from build_scripts.model.linked import LinkedFact
from build_scripts.model.prose import Prose
from build_scripts.model.refs import FactRef
from build_scripts.problems import Place


class Role(StrEnum):
    """Why a stretch of text is backed."""

    FACT = "fact"
    REPEAT = "repeat"
    DATE = "date"
    EXEMPT = "exempt"
    QUOTATION = "quotation"


class Bound(NamedTuple):
    """A stretch of a block's plain text and the fact that bears it (None for an exemption)."""

    block: int
    start: int
    end: int
    role: Role
    ref: FactRef | None


@dataclass(frozen=True)
class Finding:
    """Something that does not hold: `kind` names the rule, the rule words the problem.

    `shown` are the words as they stand, `facts` the facts held against them, `detail` what else
    the rule needs to say.
    """

    kind: str
    place: Place
    shown: str = ""
    facts: tuple[LinkedFact, ...] = ()
    detail: str = ""
    help: str = ""


@dataclass(frozen=True)
class BoundText:
    """A text with its bindings and findings; `where` is the field it stands in."""

    where: str
    prose: Prose
    bounds: tuple[Bound, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
