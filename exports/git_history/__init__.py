"""The history of an act as a git repository: editions in, git's objects out."""
