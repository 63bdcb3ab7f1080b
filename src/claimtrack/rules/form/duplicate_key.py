"""CT007: the same key twice in one mapping."""

from claimtrack.rules.form.reported import Reported


class DuplicateKey(Reported):
    """The same key stands twice in one mapping.

    Most readers of YAML keep the last one and say nothing, so that half of a claim disappears. Here
    the first counts and the second is told.

    What to do: keep one of the two.
    """

    code = "CT007"
    name = "duplicate-key"
