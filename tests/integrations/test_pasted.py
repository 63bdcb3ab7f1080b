"""What the pages on CI give to paste, by the schemas and programs of those for whom it is."""

import re

import pytest
from programs import ROOT, program, run

BLOCK = re.compile(r"^```yaml\n(# \S+\n.*?)^```$", re.MULTILINE | re.DOTALL)
PASTED = [
    pytest.param(page, text, id=f"{page}-{number}")
    for page in ("ci-github", "ci-gitlab", "pre-commit")
    for number, text in enumerate(
        BLOCK.findall((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8"))
    )
]
VALIDATORS = {
    "ci-github": ("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
    "ci-gitlab": ("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci"),
    "pre-commit": ("pre-commit", "validate-config"),
}


@pytest.mark.parametrize(("page", "text"), PASTED)
def test_a_file_to_paste_is_valid(page, text, tmp_path):
    file = tmp_path / "pasted.yml"
    name, *options = VALIDATORS[page]
    for given, status in ((text, 0), (f"{text}no-such-key-here: [\n", 1)):
        file.write_text(given, encoding="utf-8")
        ran = run(program(name), *options, file)
        assert ran.returncode == status, ran.stdout + ran.stderr


@pytest.mark.parametrize("page", VALIDATORS)
def test_a_page_begins_with_what_to_paste_and_says_what_to_put_in(page):
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    begin, pasted, rest = re.fullmatch(
        r"# [^\n]+\n\n(.*?)```yaml\n(.*?)```\n\n(.*)", text, re.DOTALL
    ).groups()
    assert begin == ""
    said = rest.partition("\n\n")[0]
    words = set(re.findall(r"\b(?:OWNER|GROUP|URL|REF)\b", pasted))
    assert words == set(re.findall(r"\b[A-Z]{3,}\b", said)) != set()
