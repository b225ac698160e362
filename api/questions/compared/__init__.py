"""Comparisons as a reader meets them: two editions of an act, or two sets of rules."""
