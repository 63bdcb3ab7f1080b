"""Whether an article has the words that a claim quotes from it (CT1)."""
