"""Drawing SVG by hand: elements, the width of words, days along a line, labels kept apart."""
