"""CT001: a claim file that is not YAML."""

from claimtrack.rules.form.reported import Reported


class YamlSyntax(Reported):
    """The file cannot be read as YAML.

    The message is the parser's own, at its line and column: a missing quote, a tab used for
    indentation, a colon inside an unquoted text. Files that cannot be opened, that are not UTF-8,
    or that link out of the ledger's folder are told here too. What stands before the error is
    still checked; what follows it is not.

    What to do: mend the line. Text that holds `: ` or ` #`, or that starts with a character such
    as `*`, `&`, `[`, `{` or `@`, goes into quotes.
    """

    code = "CT001"
    name = "yaml-syntax"
