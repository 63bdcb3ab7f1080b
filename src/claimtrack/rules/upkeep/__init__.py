"""What silences a rule, and rules that fail (CT8, CT9)."""
