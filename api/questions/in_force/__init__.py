"""The text in force on a day, and what is to come."""
