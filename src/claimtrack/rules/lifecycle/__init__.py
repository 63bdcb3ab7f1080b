"""What became of a claim, and in which order (CT5)."""
