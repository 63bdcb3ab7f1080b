"""`python -m claimtrack` is the command."""
