"""The site of the demonstration ledger: what a first-time reader finds, and how soon."""

import posixpath
import re

import pytest
from ledgers import DAY, report_of
from markup import Page

import claimtrack
from claimtrack import api
from claimtrack.plugins import all_rules
from claimtrack.reports import markdown
from claimtrack.reports.build import build
from claimtrack.reports.finding_view import by_severity
from claimtrack.reports.html import render_single, render_site
from claimtrack.reports.html.inline import telling
from claimtrack.reports.messages import LANGUAGES, messages
from claimtrack.reports.runs import run_of
from claimtrack.testing import sample

_ISOLATES = re.compile("[\u2066-\u2069]")

_DIFF = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}")


def _in_words(found):
    """A change of words as somebody hears it who does not see it struck out or underlined."""
    return f"removed: {found[1]}" if found[2] is None else f"added: {found[2]}"


@pytest.fixture(scope="module")
def report():
    ledger = claimtrack.load(sample("demo") / "claims")
    return build(
        ledger,
        claimtrack.check(ledger, as_of=DAY),
        as_of=DAY,
        title="The Teshmar flood",
        version="0",
        origins=api.origins(ledger, as_of=DAY),
        rules=all_rules(),
    )


@pytest.fixture(scope="module")
def site(report):
    return {path: Page(text) for path, text in render_site(report)}


def linked(site, path):
    """The pages to which a page links."""
    hrefs = (href.partition("#")[0] for href in site[path].hrefs if "://" not in href)
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), href)) for href in hrefs}


def test_two_clicks_from_the_front_page_lead_to_each_conflict_and_all_its_words(report, site):
    near = [site[path] for path in linked(site, "index.html") if path in site]
    shown = {name: page for page in near for name in page.ids}
    for finding in report.findings:
        text = " ".join(shown[finding.anchor].text.split())
        help_ = finding.help.text.replace("`", "")
        message = _DIFF.sub(_in_words, finding.message.text)
        for words in (message, *sides(finding), help_):
            assert " ".join(words.split()) in text


def sides(finding):
    """What a finding shows of the places that lie in claims and in articles."""
    for place in finding.places:
        if saying := place.saying:
            told = saying.words or saying.proposition.label
            yield from (saying.speaker.label.text, place.printed.text, told.text)
        elif place.printed:
            yield from (place.record.label.text, place.printed.text)
            yield from [place.notice.text] if place.notice else []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_finding_shows_the_words_of_all_its_sides_in_every_form(language):
    ledger = claimtrack.load(sample("demo") / "claims")
    report = report_of(ledger, language=language, rules=all_rules())
    claims = [place for f in report.findings for place in f.places if place.article]
    assert len(claims) > 50
    assert all(place.saying.words or place.saying.proposition for place in claims)
    forms = {
        "single": Page("".join(render_single(report, language))).text,
        "markdown": _ISOLATES.sub("", "".join(markdown.render(report, language))).replace("\\", ""),
    }
    for name, text in forms.items():
        shown = " ".join(text.split())
        for finding in report.findings:
            for words in sides(finding):
                assert " ".join(words.split()) in shown, (name, finding.code)


def test_what_was_counted_is_named_once_where_all_sides_speak_of_it(report, site):
    conflict = next(finding for finding in report.findings if finding.code == "CT301")
    assert conflict.proposition.label.text.startswith("Bodies recovered at Halvath")
    assert site["rules/ct301.html"].text.count(conflict.proposition.label.text) == 1


def test_a_finding_about_a_correction_shows_the_notice(report):
    notices = {f.code: place.notice for f in report.findings for place in f.places if place.notice}
    assert {"CT503", "CT504", "CT802"} <= set(notices)


def test_every_link_has_its_place(site):
    for path, page in site.items():
        for href in page.hrefs:
            if "://" in href:
                continue
            file, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
            assert not file or target in site, (path, href)
            assert not anchor or anchor in site[target if file else path].ids, (path, href)


def test_each_rule_that_found_something_has_its_page(report, site):
    assert len(report.rules) > 50
    for rule in report.rules:
        assert rule.page, rule.code
        assert f"rules/{rule.code.lower()}.html" in site


def test_one_file_has_all_of_it(report, site):
    page = Page("".join(render_single(report)))
    assert len(page.ids) == len(set(page.ids))
    inside = {href[1:] for href in page.hrefs if href.startswith("#")}
    assert inside <= set(page.ids)
    sections = [found["id"] for _, found in page.elements if found.get("class") == "page"]
    assert len(sections) == len(site)


def test_the_same_ledger_gives_the_same_bytes_in_every_form(report):
    assert dict(render_site(report)) == dict(render_site(report))
    assert "".join(render_single(report, "ar")) == "".join(render_single(report, "ar"))


def test_tiles_and_further_findings_lead_to_their_severity(report, site):
    severities = [severity.word for severity, _ in report.rules_by_severity]
    assert severities == ["error", "warning", "info"]
    hrefs = site["index.html"].hrefs
    for word in severities:
        assert f"findings.html#findings-{word}" in hrefs
        assert f"findings-{word}" in site["findings.html"].ids
    assert hrefs.count("findings.html") == 1  # of the navigation
    listed = [f for _, rules in report.rules_by_severity for rule in rules for f in rule.findings]
    assert sorted(f.anchor for f in listed) == sorted(f.anchor for f in report.findings)


def test_within_a_severity_conflicts_between_articles_come_before_form(report):
    for _, found in by_severity(report.findings):
        ranks = [
            (f.about_files, len({p.article for p in f.places if p.article}) < 2) for f in found
        ]
        assert ranks == sorted(ranks)
        assert len(set(ranks)) > 1


def test_changes_of_words_are_struck_out_and_underlined_and_said(report, site):
    marked = [finding for finding in report.findings if _DIFF.search(finding.message.text)]
    assert marked
    for page in site.values():
        assert not any(finding.message.text in page.text for finding in marked)
    changed = {finding.code for finding in marked}
    for code in changed:
        tags = {tag for tag, _ in site[f"rules/{code.lower()}.html"].elements}
        assert tags & {"del", "ins"}, code


def test_a_change_that_is_cut_off_is_still_marked():
    tell = telling(messages("en"))
    assert "removed: </span>old</del>…" in tell(run_of("so [-old…", "en"))
    assert "added: </span>يومًا</ins>" in tell(run_of("so {+يومًا+} on", "en"))
    assert "<del" not in tell(run_of("from [-5, 3] on", "en"))
