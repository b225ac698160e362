"""Feeds of changes: what is told in an entry, and the two formats it is written in."""
