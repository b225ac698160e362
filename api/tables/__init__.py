"""Tables to take away: of comparisons and of the matrix, in the words of a language."""
