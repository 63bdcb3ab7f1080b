import subprocess
import sys
from importlib import import_module

import pytest

import claimtrack
from claimtrack.plugins import all_rules
from claimtrack.store.baseline import baseline_text

# An inner run forgets what it imported first, and a second copy of a class is another class: all
# that the plug-in uses is imported by the outer run.
all_rules()
for module in ("collection", "factories", "given"):
    import_module(f"claimtrack.testing.{module}")

CLEAN = """
propositions:
  - {id: dam-holds, text: The dam holds}
"""
TWICE = """
propositions:
  - {id: dam-holds, text: The dam stands firm}
"""
DANGLING = """
claims:
  - {id: a, article: nowhere, speaker: article, statement: Yes}
"""
RULE = '''
from claimtrack import Finding, Rule, Severity
from claimtrack.model import Proposition


class ShoutedProposition(Rule[Proposition]):
    """A proposition is written in capitals."""

    code = "XX001"
    name = "shouted-proposition"
    severity = Severity.WARNING
    reads = (Proposition,)

    def check(self, group):
        for record in group.of(Proposition):
            if str(record.text).isupper():
                yield self.finding(group, "this is shouted", [record.where("text")])
'''
CASES = """
rule: shouted-proposition
cases:
  - name: all in capitals
    ledger: |
      propositions:
        - {id: a, text: THE DAM HOLDS}
    finds:
      - at: proposition:a
  - name: this case is wrong
    ledger: |
      propositions:
        - {id: a, text: The dam holds}
    finds:
      - at: proposition:a
"""


@pytest.fixture
def claims(pytester):
    """A ledger of three files, one of them with a dangling reference."""
    folder = pytester.mkdir("claims")
    (folder / "a.yaml").write_text(CLEAN, encoding="utf-8")
    (folder / "b.yaml").write_text(DANGLING, encoding="utf-8")
    (folder / ".hidden.yaml").write_text("a: b", encoding="utf-8")
    return folder


def test_the_plug_in_imports_nothing_heavy():
    program = (
        "import sys, claimtrack.testing.plugin\n"
        "heavy = {'attrs', 'attr', 'yaml', 'ruamel', 'hypothesis', 'jinja2', 'click'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    found = subprocess.run(  # noqa: S603 - the program is written above
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


@pytest.mark.usefixtures("claims")
def test_a_ledger_has_a_test_for_each_file(pytester):
    result = pytester.runpytest("--claimtrack", "claims", "-v")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*collected 2 items*", "claims/a.yaml::claimtrack PASSED*"])
    result.stdout.fnmatch_lines(["CT006 dangling-reference [[]error] *", "*claims/b.yaml:3:*"])
    assert "Traceback" not in result.stdout.str()
    assert "collection.py" not in result.stdout.str()


def test_findings_below_the_configured_level_do_not_fail(pytester, claims):
    (claims / "claimtrack.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    pytester.runpytest("--claimtrack", "claims").assert_outcomes(passed=2)


def test_accepted_findings_do_not_fail(pytester, claims):
    ledger = claimtrack.load(claims)
    text = baseline_text(claimtrack.check(ledger).findings)
    (pytester.path / "accepted.json").write_text(text, encoding="utf-8")
    config = 'baseline = "accepted.json"\n'
    (pytester.path / "claimtrack.toml").write_text(config, encoding="utf-8")
    pytester.runpytest("--claimtrack", "claims").assert_outcomes(passed=2)


def test_a_conflict_fails_the_file_of_its_primary_place(pytester, claims):
    (claims / "b.yaml").write_text(TWICE, encoding="utf-8")
    result = pytester.runpytest("--claimtrack", "claims", "--claimtrack", "claims/a.yaml")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["CT005 duplicate-id*2 propositions have the identifier*"])


@pytest.mark.usefixtures("claims")
def test_other_options_choose_among_claim_files(pytester):
    result = pytester.runpytest("--claimtrack", "claims", "-k", "a.yaml")
    result.assert_outcomes(passed=1, deselected=1)


@pytest.mark.usefixtures("claims")
def test_a_configured_ledger_is_checked_where_no_tests_are_named(pytester):
    pytester.makeini("[pytest]\nclaimtrack = claims\n")
    test = pytester.makepyfile("def test_nothing(): pass")
    pytester.runpytest().assert_outcomes(passed=2, failed=1)
    pytester.runpytest(test).assert_outcomes(passed=1)


def test_a_ledger_that_is_not_there_is_an_error_of_usage(pytester):
    result = pytester.runpytest("--claimtrack", "nowhere")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --claimtrack: *nowhere: no such file or folder"])
    pytester.mkdir("empty")
    result = pytester.runpytest("--claimtrack", "empty")
    result.stderr.fnmatch_lines(["ERROR: --claimtrack: *empty: no claim file here"])


def test_cases_of_rules_are_tests(pytester):
    pytester.makepyfile(shouted_proposition=RULE)
    pytester.syspathinsert()
    pytester.makeini("[pytest]\nclaimtrack_rules = shouted_proposition\nclaimtrack_cases = rules\n")
    folder = pytester.mkdir("rules")
    (folder / "shouted_proposition.yml").write_text(CASES, encoding="utf-8")
    result = pytester.runpytest("-v")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["rules/shouted_proposition.yml::all in capitals PASSED*", "*expected 1 findings, found 0"]
    )


def test_a_file_that_holds_no_cases_cannot_be_collected(pytester):
    (pytester.path / "broken.yml").write_text("rule: x\n", encoding="utf-8")
    result = pytester.runpytest("--claimtrack-cases", "broken.yml")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*broken.yml: expected a mapping with the keys*"])
    pytester.mkdir("empty")
    assert pytester.runpytest("--claimtrack-cases", "empty").ret == pytest.ExitCode.USAGE_ERROR


def test_rules_that_cannot_be_imported_are_an_error_of_usage(pytester):
    pytester.makeini("[pytest]\nclaimtrack_rules = no_such_module\n")
    (pytester.path / "cases.yml").write_text(CASES, encoding="utf-8")
    result = pytester.runpytest("--claimtrack-cases", "cases.yml")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*claimtrack_rules: No module named 'no_such_module'"])


@pytest.mark.usefixtures("claims")
def test_the_ledger_comes_from_a_marker_or_a_docstring(pytester):
    pytester.makepyfile(
        '''
        import pytest

        YAML = """
            propositions:
              - {id: dam-holds, text: The dam holds}
        """

        @pytest.mark.ledger("claims")
        def test_path(ledger):
            assert set(ledger.claims) == {"a"}

        @pytest.mark.ledger(YAML)
        def test_text(ledger):
            assert set(ledger.propositions) == {"dam-holds"}

        @pytest.mark.ledger({"a.yaml": "propositions: []", "b.yaml": "claims: []"})
        def test_files(ledger):
            assert [document.path for document in ledger.documents] == ["a.yaml", "b.yaml"]

        def test_docstring(ledger, check):
            """One proposition is written down twice.

            propositions:
              - {id: dam-holds, text: The dam holds}
              - {id: dam-holds, text: The dam stands firm}
            """
            assert [finding.code for finding in check(ledger).findings] == ["CT005"]

        def test_neither(ledger): ...

        @pytest.mark.ledger(7)
        def test_wrong(ledger): ...
        '''
    )
    result = pytester.runpytest()
    result.assert_outcomes(passed=4, errors=2)
    result.stdout.fnmatch_lines(["the fixture 'ledger' needs @pytest.mark.ledger*"])
    result.stdout.fnmatch_lines(["*takes a path, YAML or a mapping of YAML; found 7"])


def test_the_factories_are_fixtures(pytester):
    pytester.makepyfile(
        """
        def test_made(
            make_actor,
            make_article,
            make_claim,
            make_occasion,
            make_proposition,
            make_ledger,
            check,
        ):
            ledger = make_ledger(
                make_actor(),
                make_actor("an-outlet", kind="outlet"),
                make_article(),
                make_occasion(),
                make_proposition(),
                make_claim(occasion="an-occasion"),
            )
            assert check(ledger).findings == ()
            assert check("claims: {}").findings[0].code == "CT003"
        """
    )
    pytester.runpytest().assert_outcomes(passed=1)
