"""The text in force on a day: an article's wordings as stages, walked."""
