"""CT002: a key that the format does not have."""

from claimtrack.rule import Fixable
from claimtrack.rules.form.reported import Reported


class UnknownKey(Reported):
    """A mapping has a key that the format does not know.

    A misspelt key would otherwise be lost in silence: `pubished: 2031-05-02` is an article without
    a date. The nearest known key is suggested where one is near.

    What to do: correct the spelling. For a remark of your own use `note` or `tags`.
    """

    code = "CT002"
    name = "unknown-key"
    fix = Fixable.SUGGESTION
