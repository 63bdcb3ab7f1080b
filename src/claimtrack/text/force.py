"""Force: what the words that tie content to a speaker let a reader believe of it."""

from enum import StrEnum


class Force(StrEnum):
    """What the cue lets the reader believe of the content (FactBank, PARC)."""

    FACTIVE = "factive"
    """It is so: `confirmed`, `revealed`."""
    NEUTRAL = "neutral"
    """It was said: `said`, `told`."""
    DOUBTING = "doubting"
    """It may well not be so: `claimed`, `alleged`."""
    SPECULATIVE = "speculative"
    """It is guessed: `reportedly`, `is believed to`."""

    @property
    def height(self) -> int:
        """How much it commits the one who chose the cue: from 0, guessed, to 3, it is so."""
        return len(Force) - 1 - tuple(Force).index(self)
