"""What cannot be so together: values, verdicts, stances (CT3)."""
