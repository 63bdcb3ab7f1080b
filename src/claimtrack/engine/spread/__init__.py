"""A run in tasks that hold little each: for a cluster, and for a ledger larger than the memory.

Records are read in chunks and written by key to partitions on storage that all tasks see; each
partition is then checked by a task of its own. The plan is the same for every `Executor`, and the
result is that of a run in memory.
"""

from claimtrack.engine.spread.driver import Sight, spread
from claimtrack.engine.spread.executor import Executor, Processes
from claimtrack.engine.spread.plan import Loaded, Plan

__all__ = ["Executor", "Loaded", "Plan", "Processes", "Sight", "spread"]
