"""Addresses of units: «подпункт 2) пункта 1 статьи 113-3», «113-3-баптың 1-тармағы», "art. 36(2)".

Pure: text in, values out. Nothing is known here of which acts there are, or what they contain.
"""

from corpus.addresses.chains import addresses_in
from corpus.addresses.units import Address, Unit, UnitKind

__all__ = ["Address", "Unit", "UnitKind", "addresses_in"]
