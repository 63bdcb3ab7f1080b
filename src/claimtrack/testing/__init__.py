"""The test kit that claimtrack ships: cases of rules, strategies, factories, sample ledgers."""
