"""The correspondence of two sets of provisions as a picture: bands between left and right."""

from diffing.correspondence.bands.bands import Band, Bands, Mark, bands_of
from diffing.correspondence.bands.captions import BandCaptions, Name, Naming
from diffing.correspondence.bands.layout import Measure
from diffing.correspondence.bands.picture import Drawn, draw_bands, standalone
from diffing.correspondence.bands.shape import NARROW, THUMBNAIL, WIDE, Shape

__all__ = [
    "NARROW",
    "THUMBNAIL",
    "WIDE",
    "Band",
    "BandCaptions",
    "Bands",
    "Drawn",
    "Mark",
    "Measure",
    "Name",
    "Naming",
    "Shape",
    "bands_of",
    "draw_bands",
    "standalone",
]
