"""The test kit that claimtrack ships: strategies, factories, cases, faults, sample ledgers.

    from claimtrack.testing import make_claim, make_ledger, sample
    from claimtrack.testing import strategies as cs

Names are loaded when they are first used: the samples, cases and factories need nothing but the
library, the strategies need Hypothesis (extra `testing`). pytest finds its plug-in by itself; its
options and fixtures are described in `claimtrack.testing.plugin`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.testing import strategies as strategies
    from claimtrack.testing.cases import Case as Case
    from claimtrack.testing.cases import CaseError as CaseError
    from claimtrack.testing.cases import CaseFailedError as CaseFailedError
    from claimtrack.testing.cases import check_case as check_case
    from claimtrack.testing.cases import read_cases as read_cases
    from claimtrack.testing.factories import make_actor as make_actor
    from claimtrack.testing.factories import make_article as make_article
    from claimtrack.testing.factories import make_claim as make_claim
    from claimtrack.testing.factories import make_ledger as make_ledger
    from claimtrack.testing.factories import make_occasion as make_occasion
    from claimtrack.testing.factories import make_proposition as make_proposition
    from claimtrack.testing.faults import FAULTS as FAULTS
    from claimtrack.testing.faults import Bed as Bed
    from claimtrack.testing.faults import Fault as Fault
    from claimtrack.testing.faults import Planted as Planted
    from claimtrack.testing.shipped import sample as sample
    from claimtrack.testing.shipped import samples as samples
    from claimtrack.testing.trials import selftest as selftest

_HOMES = {
    "cases": ("Case", "CaseError", "CaseFailedError", "check_case", "read_cases"),
    "factories": (
        "make_actor",
        "make_article",
        "make_claim",
        "make_ledger",
        "make_occasion",
        "make_proposition",
    ),
    "faults": ("FAULTS", "Bed", "Fault", "Planted"),
    "shipped": ("sample", "samples"),
    "trials": ("selftest",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = ["strategies", *sorted(_HOME_OF)]  # noqa: PLE0604 - names of the table above


def __getattr__(name: str) -> Any:
    if name == "strategies":
        return import_module(f"{__name__}.strategies")
    home = _HOME_OF.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
