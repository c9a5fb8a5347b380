"""Holds documents against the schemas beside this file, by a library that is not ours."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jsonschema.validators import validator_for  # type: ignore[import-untyped]

SCHEMAS = Path(__file__).parent / "schemas"


def faults(schema: str, documents: Sequence[Any]) -> list[str]:
    """What in these documents, as data or as JSON, breaks the schema; none when all keep to it."""
    assert documents
    rules = json.loads((SCHEMAS / f"{schema}.schema.json").read_text("utf-8"))
    kind = validator_for(rules)
    kind.check_schema(rules)
    judge = kind(rules)
    texts = (one if isinstance(one, str) else json.dumps(one) for one in documents)
    return [
        f"{fault.json_path}: {fault.message}"
        for text in texts
        for fault in judge.iter_errors(json.loads(text))
    ]
