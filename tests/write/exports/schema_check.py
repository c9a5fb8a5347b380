"""Holds documents against the schemas beside this file, by a program that is not ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SCHEMAS = Path(__file__).parent / "schemas"


def faults(folder: Path, schema: str, documents: Sequence[Any]) -> str:
    """What check-jsonschema says of these documents; "" when all keep to the schema."""
    assert documents
    files = [folder / f"{schema}-{number}.json" for number in range(len(documents))]
    for file, document in zip(files, documents, strict=True):
        text = document if isinstance(document, str) else json.dumps(document)
        file.write_text(text, "utf-8")
    program = Path(sys.executable).with_name("check-jsonschema")
    assert program.exists(), "check-jsonschema is not in the environment: make test sets it up"
    rules = SCHEMAS / f"{schema}.schema.json"
    done = subprocess.run(
        [str(program), "--schemafile", str(rules), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr
