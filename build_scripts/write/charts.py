"""Charts as pages show them: the drawing, its data, its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_scripts.draw.batch import Drawn
from build_scripts.draw.data import Drawing, Rows, rows_of

_HEIGHT = re.compile(r'<svg [^>]*\bheight="([\d.]+)"')


@dataclass(frozen=True)
class ChartFile:
    """A drawing with its inline SVG in two widths; its downloads lie under `assets/charts`."""

    drawing: Drawing
    wide: str
    narrow: str

    @property
    def rows(self) -> Rows:
        """The data as a table."""
        return rows_of(self.drawing)

    @property
    def narrow_height(self) -> float:
        """How tall the narrow drawing stands, in pixels of its own; it is `canvas.NARROW` wide."""
        found = _HEIGHT.search(self.narrow)
        return float(found[1]) if found else 0.0


ChartFiles = Mapping[str, ChartFile]


def chart_files(drawings: Iterable[Drawing], drawn: Iterable[Drawn]) -> dict[str, ChartFile]:
    """The charts by id, from the drawings and where their files lie."""
    records = {drawing.id: drawing for drawing in drawings}
    return {
        one.id: ChartFile(
            records[one.id],
            one.wide.read_text("utf-8").strip(),
            one.narrow.read_text("utf-8").strip(),
        )
        for one in drawn
    }
