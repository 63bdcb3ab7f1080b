"""Feeds of others, read piece by piece: JSON, web pages, tables."""
