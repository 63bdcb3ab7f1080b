"""The ledger as entities of FollowTheMoney, where they fit."""
