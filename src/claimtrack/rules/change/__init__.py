"""How one speaker's stance moves (CT6)."""
