"""What draws each kind of chart. A new kind is one file, one line here, and its entry in
`model/charts.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.draw.canvas.canvas import Canvas
from build_scripts.draw.data import Drawing
from build_scripts.draw.kinds.bar import draw_bar
from build_scripts.draw.kinds.line import draw_line
from build_scripts.draw.kinds.range import draw_range
from build_scripts.draw.kinds.readings import draw_readings
from build_scripts.draw.kinds.share import draw_share
from build_scripts.draw.kinds.waffle import draw_waffle

KINDS: dict[str, Callable[[Drawing, Canvas], None]] = {
    "bar": draw_bar,
    "line": draw_line,
    "range": draw_range,
    "readings": draw_readings,
    "share": draw_share,
    "waffle": draw_waffle,
}
