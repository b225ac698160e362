"""What the texts of amending acts order, and what becomes of it."""
