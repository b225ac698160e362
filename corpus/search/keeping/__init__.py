"""The index kept up to its store: made of it, following it, mended where it is damaged."""
