"""Other formats, in and out; no I/O of their own."""
