"""Rules about where claims come from, and how many independent origins there are (CT4)."""
