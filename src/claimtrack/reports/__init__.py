"""Views of findings and ledger: for terminals, programs, and editors."""
