"""CT003: a list where a mapping belongs, a required key left out, an unsafe document."""

from claimtrack.rules.form.reported import Reported


class WrongType(Reported):
    """A value has the wrong shape, or a required key is missing.

    A list stands where a mapping belongs, a text where a list belongs; a record lacks a key that it
    cannot be without; a file is not one mapping, holds a second document or a tag; or it is built
    to exhaust whoever reads it: aliases that multiply, or nesting without end.

    A record without a required key is not compared with others, and references to it are not
    reported as dangling.

    What to do: give the value the shape that the message names.
    """

    code = "CT003"
    name = "wrong-type"
