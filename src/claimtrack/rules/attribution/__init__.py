"""To whom words are given, and how (CT2)."""
