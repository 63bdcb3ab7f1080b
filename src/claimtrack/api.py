"""The Python interface: load a ledger, check it, look things up in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from attrs import evolve

from claimtrack import clock
from claimtrack.config import Config
from claimtrack.engine import derived_for, gathered, run
from claimtrack.engine.grouping import assemble
from claimtrack.engine.run import every_record
from claimtrack.engine.view import View, lookup_of
from claimtrack.model import Claim, Copy, Ledger, Proposition, Record, Roots
from claimtrack.model.asof import asof as model_asof
from claimtrack.model.brought import brought
from claimtrack.model.called import called
from claimtrack.model.search import find
from claimtrack.plugins import all_rules
from claimtrack.reports.chain import Chain, chain_of
from claimtrack.reports.sources import Origins
from claimtrack.result import Result
from claimtrack.rule import AnyRule, Key
from claimtrack.rules.keys import proposition as proposition_key
from claimtrack.rules.sourcing.roots import roots_of
from claimtrack.rules.sourcing.single_root import SingleRoot
from claimtrack.rules.sourcing.undeclared_copy import UndeclaredCopy
from claimtrack.store.history import load_revision
from claimtrack.store.load import load as load_paths
from claimtrack.store.load import load_texts
from claimtrack.store.locate import located, placed
from claimtrack.store.scope import holds, paths_to_read
from claimtrack.store.settings import find_config
from claimtrack.text.dates import Date, parse_date

PathLike = str | os.PathLike[str]


def load(
    *paths: PathLike, config: Config | None = None, whole: bool = False, at: str | None = None
) -> Ledger:
    """Read the claim files under some files and folders.

    With `whole`, paths that all lie in the configured ledger stand for all of it: some files are
    checked against the rest with `check(ledger, only=paths)`. Without paths the configured ledger
    is read, else `claims/`. Without a `config`, the nearest `claimtrack.toml` or `pyproject.toml`
    at or above the first path holds. With `at`, the files are read as that revision of the git
    repository has them (a branch, a tag, a commit), under today's configuration.

    What is wrong with the content is in the ledger's `findings`; never raises on bad content.
    Raises `UsageError` for a path that does not exist or a revision that cannot be read, and
    `ConfigError` for a bad configuration file.
    """
    names = [os.fspath(path) for path in paths]
    if config is None:
        config = find_config(names[0] if names else ".")
    if at is not None:
        return load_revision(at, names or config.ledger, config)
    if whole and names:
        names = list(paths_to_read(names, config.ledger))
    return load_paths(names or config.ledger, config)


def loads(text: str | Mapping[str, str | bytes], config: Config | None = None) -> Ledger:
    """Read a ledger from the text of a claim file, or from several texts by file name."""
    files = {"ledger.yaml": text} if isinstance(text, str) else text
    return load_texts(files, config or Config())


def check(
    ledger: Ledger,
    *,
    config: Config | None = None,
    as_of: Date | str | None = None,
    rules: Sequence[AnyRule] | None = None,
    baseline: Collection[str] = (),
    only: Collection[PathLike] = (),
    since: Ledger | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Result:
    """Check a ledger against itself.

    `as_of` is the day on which it is judged (EDTF; today in UTC unless told), `rules` are those
    that may run (all installed ones unless told), `baseline` holds fingerprints of accepted
    findings. With `only`, a finding is shown where one of its places lies in these files and
    folders; the rest of the ledger is checked all the same. With `since`, an earlier state such as
    `load(at="v1")`, only findings that the change from there brought are shown, at their new places
    (docs/since.md); the others are counted as suppressed, by the name `earlier`. Raises
    `ConfigError` where the configuration names a rule that does not exist, and `ValueError` for an
    `as_of` that is no date.
    """
    day = today() if as_of is None else as_of
    checked = partial(
        run,
        rules=all_rules() if rules is None else rules,
        as_of=parse_date(day) if isinstance(day, str) else day,
        config=config,
        baseline=frozenset(baseline),
    )
    result = checked(ledger, progress=progress)
    if since is not None:
        before = checked(since).findings
        result = result.shown_since(brought(before, result.findings, since, ledger))
    if only:
        result = result.shown_in(holds([os.fspath(path) for path in only]))
    return result._replace(findings=tuple(placed(result.findings, ledger.read)))


def roots(ledger: Ledger, proposition: str) -> Roots:
    """The independent origins of a proposition; none where nobody affirms it.

    It is called by its identifier, or as `proposition:ID`. Raises `UsageError` where the ledger
    does not hold it.
    """
    name = called(ledger, proposition, (Proposition.KIND,)).id
    group = gathered(ledger, SingleRoot(), proposition_key(name), as_of=today())
    if group is None:
        needed = ledger.config.supported_roots
        return Roots(proposition=name, articles=(), roots=(), needed=needed)
    return evolve(roots_of(group), proposition=name)


def origins(ledger: Ledger, *, as_of: Date) -> Origins:
    """The copies, and the roots of every proposition, of a ledger: derived once for all of them."""
    rule = SingleRoot()
    derived = derived_for(ledger, rule, as_of=as_of)
    records = [*every_record(ledger), *derived]
    view = View(lookup_of(ledger, as_of), ledger.config)
    groups: dict[str, tuple[Key, list[Record]]] = {}
    for key, members in assemble([rule], records).groups[0].items():
        for name in (one.id for one in members if isinstance(one, Proposition)):
            groups[name] = key, members
        groups.setdefault(str(key.parts[0]), (key, members))

    # Propositions that are the same share a group, which is then looked at once for all of them.
    known: dict[Key, Roots] = {}

    def roots_by_name(name: str) -> Roots | None:
        if name not in groups:
            return None
        key, members = groups[name]
        if key not in known:
            known[key] = roots_of(view.group(key, members))
        return evolve(known[key], proposition=name)

    return Origins(roots_by_name, tuple(one for one in derived if isinstance(one, Copy)))


def chain(ledger: Ledger, claim: str) -> Chain:
    """Everything upstream of a claim, what captured texts show to be copied included.

    It is called by its identifier, or as `claim:ID`. Raises `UsageError` where the ledger does not
    hold it.
    """
    name = called(ledger, claim, (Claim.KIND,)).id
    derived = derived_for(ledger, UndeclaredCopy(), as_of=today())
    found = chain_of(ledger, name, (one for one in derived if isinstance(one, Copy)))
    places = located((node.place for node in found.nodes if node.place), ledger.read)
    return found.placed(places)


def asof(ledger: Ledger, day: Date | str) -> Ledger:
    """The ledger as it stood at the end of a day (EDTF), by what had been said and published.

    `check(asof(ledger, day), as_of=day)` gives the findings of then, and may say of an `ignore`
    (CT803) that what it silences has not come yet. The same ledger is given where nothing in it is
    later. Raises `ValueError` for a `day` that is no date.
    """
    return model_asof(ledger, parse_date(day) if isinstance(day, str) else day)


def query(ledger: Ledger, text: str) -> tuple[Claim, ...]:
    """The claims that fit a filter (docs/query.md), oldest first; all of them for an empty one.

    Raises `UsageError` for a filter that cannot be understood, with the place in it.
    """
    return find(ledger, text)


def today() -> Date:
    """Today's date in UTC."""
    return parse_date(clock.today())
