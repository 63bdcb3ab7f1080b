"""The language server: what an editor shows of a ledger while somebody writes in it.

Only `server` and `convert` need pygls; the other modules answer in offsets and records.
"""
