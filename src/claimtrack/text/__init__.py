"""Pure functions on words: dates, quantities, nearness of names. No I/O, no records."""
