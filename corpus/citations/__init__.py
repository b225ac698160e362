"""Citations both ways: a person's words to a provision, and a provision to the words of lawyers."""
