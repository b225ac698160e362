"""A table to be taken away, and its writers: one module a form, all from the same value."""
