"""What is new, for those who follow: lists by cursor, pages of feeds."""
