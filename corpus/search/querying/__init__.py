"""The query language: what a person types -> a tree of conditions (`tree`, `parsing`)."""
