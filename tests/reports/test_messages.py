"""The interface: every language has every word, and no template asks for another."""

import re
from importlib.resources import files

import pytest
from ledgers import FLOOD, report_of
from markup import Page

import claimtrack
from claimtrack.plugins import all_rules
from claimtrack.reports import digest, markdown
from claimtrack.reports.html import render_single, render_site
from claimtrack.reports.messages import LANGUAGES, RULES_SPEAK, messages

PLURALS = {"en": {"one", "other"}, "ar": {"zero", "one", "two", "few", "many", "other"}}
TEMPLATES = sorted(
    (path for path in files("claimtrack.reports").joinpath("templates").iterdir()),
    key=lambda path: path.name,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language):
    ours, english = messages(language).tables, messages("en").tables
    assert {name: set(table) for name, table in ours.items()} == {
        name: set(table) for name, table in english.items()
    }
    assert all(set(forms) == PLURALS[language] for forms in ours["count"].values())


def test_arabic_has_no_english_left_in_it():
    ours, english = messages("ar").tables, messages("en").tables
    same = {
        f"{name}.{key}"
        for name, table in english.items()
        for key, word in table.items()
        if word == ours[name][key]
    }
    assert same == {"label.version"}


@pytest.mark.parametrize("language", set(LANGUAGES) - {RULES_SPEAK})
def test_every_rule_is_said_in_every_language(language):
    rules = messages(language).rules
    assert set(rules) == {rule.name for rule in all_rules()}
    for name, words in rules.items():
        for sentence in (words.title, words.do):
            letters = sum("\u0600" <= char <= "\u06ff" for char in sentence)
            assert sentence.endswith("."), name
            assert language != "ar" or letters > len(sentence) / 2, name
    assert len({words.title for words in rules.values()}) == len(rules)


def test_what_a_finding_means_and_what_to_do_is_said_in_arabic():
    report = report_of(claimtrack.loads(FLOOD), language="ar")
    said = messages("ar").rules["verdict-conflict"]
    forms = (
        dict(render_site(report, "ar"))["rules/ct303.html"],
        "".join(render_single(report, "ar")),
        "".join(markdown.render(report, "ar")),
    )
    for text in forms:
        shown = Page(text).text
        assert said.title in shown
        assert said.do in shown
    assert said.title in "".join(digest.render(report, "ar"))


def test_what_a_rule_says_itself_is_marked_as_english_in_arabic():
    report = report_of(claimtrack.loads(FLOOD), language="ar")
    page = dict(render_site(report, "ar"))["rules/ct303.html"]
    assert '<p class="message" lang="en" dir="ltr">' in page


def test_a_stance_follows_its_speaker_in_arabic_whoever_that_is():
    report = report_of(claimtrack.loads(FLOOD), language="ar")
    pages = {name: Page(text).text for name, text in render_site(report, "ar")}
    assert "قاسم دوفري: نفي · السد صامد" in pages["claims/late.html"]
    assert "قاسم دوفري: نفي" in pages["propositions/dam-holds.html"]
    assert "السلك بصوت الجهة نفسها: تأكيد" in pages["articles/a1.html"]
    single = Page("".join(render_single(report, "ar"))).text
    assert "قاسم دوفري: نفي · السد صامد" in single
    assert "**: نفي" in "".join(markdown.render(report, "ar"))


def test_the_page_of_a_rule_is_open_where_it_speaks_the_readers_language():
    for language, is_open in (("en", True), ("ar", False)):
        report = report_of(claimtrack.loads(FLOOD), language=language, rules=all_rules())
        page = Page(dict(render_site(report, language))["rules/ct303.html"])
        details = next(given for tag, given in page.elements if tag == "details")
        assert ("open" in details) is is_open
        assert language == RULES_SPEAK or page.text.count("ما العمل") == 1


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_asks_only_for_words_that_are_there(template):
    text = template.read_text(encoding="utf-8")
    tables = messages("en").tables
    for table, key in re.findall(r'm\(\s*["\']([a-z]+)\.([a-z_]+)["\']', text):
        assert key in tables[table], (table, key)
    for noun in re.findall(r'm\.count\("([a-z_]+)"', text):
        assert noun in tables["count"]
    for table in re.findall(r'm\("([a-z]+)\." ~', text):
        assert table in tables


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا ملفات"),
        (1, "ملف واحد"),
        (2, "ملفان"),
        (3, "3 ملفات"),
        (10, "10 ملفات"),
        (11, "11 ملفًا"),
        (99, "99 ملفًا"),
        (100, "100 ملف"),
        (102, "102 ملف"),
        (103, "103 ملفات"),
        (1_111, "1,111 ملفًا"),
    ],
)
def test_arabic_counts_as_grammar_asks(count, said):
    assert messages("ar").count("files", count) == said
