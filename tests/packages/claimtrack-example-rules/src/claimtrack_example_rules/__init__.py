"""Rules of a newsroom, in a package of its own."""
