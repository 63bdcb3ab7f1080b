"""The ledger as tables: one shape for SQLite, CSV and Parquet, read from the model."""
