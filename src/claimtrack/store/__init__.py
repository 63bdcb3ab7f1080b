"""Between YAML and records: reading with places, strict structuring, the walk over the tree."""
