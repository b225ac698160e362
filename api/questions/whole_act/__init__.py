"""A whole act for a reader: its text, its editions in time, its dates."""
