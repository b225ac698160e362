"""The picture of an act through time: a row an article, drawn as SVG by hand."""

from diffing.measures.timeline.captions import CAPTIONS, Captions
from diffing.measures.timeline.picture import draw_timeline

__all__ = ["CAPTIONS", "Captions", "draw_timeline"]
