"""Search: what is asked, which citations the words hold, what is found and what it is today."""
