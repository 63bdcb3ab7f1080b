"""What the format asks of a file and its records (CT0)."""
