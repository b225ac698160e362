"""References from one provision to another, read in the law's own text and resolved."""
