"""What citations mean, and how provisions are cited."""
