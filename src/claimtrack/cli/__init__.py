"""The commands, thin: each reads its arguments, calls the library, and prints."""
