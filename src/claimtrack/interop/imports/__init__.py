"""What feeds say, as records: reviews of claims, and tables of them."""
