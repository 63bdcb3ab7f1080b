"""The report as HTML: one file for each page, readable from disk, with nothing to fetch or run."""

from claimtrack.reports.html.render import render

__all__ = ["render"]
