"""What a check keeps on the disk for the next one: identities of what it read, and one database.

Nothing here needs a library: the shortest way of the command, where nothing changed, ends here.
"""
