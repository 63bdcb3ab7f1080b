"""The ledger as linked data, with W3C PROV-O for who took what from whom."""
