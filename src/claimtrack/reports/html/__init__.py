"""The report as HTML: a folder of pages, or one file; readable from disk, with nothing to fetch."""

from claimtrack.reports.html.single import render_single
from claimtrack.reports.html.site import Site, render_site

__all__ = ["Site", "render_single", "render_site"]
