"""What cannot go on: exceptions for usage and configuration, never for bad data.

Bad data in a ledger is a `Finding`, a value that travels. An exception of this module means that
the run itself is impossible, and its message is written for the person who started it.
"""


class ClaimtrackError(Exception):
    """Base of every exception that claimtrack raises on purpose."""

    exit_code = 3


class UsageError(ClaimtrackError):
    """The call cannot be understood or there is nothing to work on (exit status 2)."""

    exit_code = 2


class ConfigError(UsageError):
    """The configuration has an unknown key, a wrong type or an impossible value."""


class NothingToCheck(UsageError):
    """No file or no check was found: a run that checked nothing is not green."""
