"""Dumps: which rows they have, read from the store some at a time."""
