"""What the page of a comparison is made of: its address, its form, its rows, what is beside."""
