"""The checks themselves: each finds the fault that it is there for, and is silent without it."""

import pytest

pytest.importorskip("playwright", reason="playwright is not installed: it is in the group dev")

import checks

PAGE = """<!DOCTYPE html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Dam</title><style>
.skip {{ position: absolute; inset-inline-start: -99rem }} .skip:focus {{ inset-inline-start: 0 }}
</style></head>
<body><a class="skip" href="#content">To the content</a>
<nav aria-label="Pages"><a href="#gate">Gate</a></nav>
<main id="content"><h1>Dam</h1>{body}</main></body></html>
"""

RTL = '<p lang="ar" dir="rtl">{}</p>'

SOUND_AND_FAULTY = [
    (checks.accessible, "<p>The dam holds.</p>", '<p style="color: #999">The dam holds.</p>'),
    (
        checks.accessible,
        "<ul><li>Gate</li></ul>",
        '<img src="data:image/gif;base64,R0lGODlhAQABAAA">',
    ),
    (
        checks.painted_as_read,
        RTL.format('لن يصمد <bdi dir="ltr">20 years</bdi> بعد ٢٠ سنة'),
        RTL.format("لن يصمد 20 years بعد"),
    ),
    (
        checks.painted_as_read,
        RTL.format('في <bdi dir="ltr">2031-05-04</bdi> قال'),
        RTL.format("في 2031-05-04 قال"),
    ),
    (checks.painted_as_read, "<p>He said: بعد 20 سنة</p>", '<p><bdo dir="ltr">بعد سنة</bdo></p>'),
    (checks.fits, "<p>" + "word " * 400 + "</p>", "<p>" + "w" * 400 + "</p>"),
    (checks.fits, RTL.format("كلمة " * 400), RTL.format("ك" * 400)),
    (
        checks.reachable_by_keyboard,
        '<p id="gate"><a href="#gate">Gate</a></p>',
        '<p id="gate"><a href="#gate" style="outline: none">Gate</a></p>',
    ),
    (
        checks.reachable_by_keyboard,
        '<details><summary>More</summary><a href="#gate">Gate</a></details>',
        '<a href="#gate" tabindex="1">Gate</a>',
    ),
    (
        checks.reachable_by_keyboard,
        '<a href="#gate">Gate</a>',
        '<div style="position: fixed; inset: 0; background: #fff"></div><a href="#gate">Gate</a>',
    ),
    (
        checks.skips_to_the_content,
        '<a href="#gate">Gate</a>',
        '<a href="#gate" tabindex="1">Gate</a>',
    ),
    (
        checks.printed_in_full,
        RTL.format("قالَ الوزير إن السدّ «صامد»"),
        RTL.format('قالَ <span style="position: absolute; left: -99rem">الوزير</span>'),
    ),
]


def written(folder, body):
    path = folder / "page.html"
    path.write_text(PAGE.format(body=body), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("check", "sound", "faulty"),
    SOUND_AND_FAULTY,
    ids=[f"{check.__name__}-{number}" for number, (check, *_) in enumerate(SOUND_AND_FAULTY)],
)
def test_a_check_finds_its_fault_alone(tmp_path, window, check, sound, faulty):
    view = window(tmp_path, width=320)
    assert check(view.show(written(tmp_path, sound))) == []
    assert check(view.show(written(tmp_path, faulty))) != []


@pytest.mark.parametrize(
    "body",
    [
        '<img alt="" src="https://elsewhere.example/x.png">',
        '<link rel="stylesheet" href="//elsewhere.example/x.css">',
        '<script src="../outside.js"></script>',
        "<script>fetch('https://elsewhere.example/')</script>",
        "<style>p { background: url(http://elsewhere.example/p.png) }</style><p>Gate</p>",
    ],
)
def test_a_page_that_reaches_out_is_caught(tmp_path, window, body):
    folder = tmp_path / "pages"
    folder.mkdir()
    (tmp_path / "outside.js").write_text("")
    view = window(folder)
    view.show(written(folder, body)).wait_for_load_state("networkidle")
    assert any("asked for" in fault for fault in view.faults)


def test_a_dialog_is_caught(tmp_path, window):
    view = window(tmp_path)
    view.show(written(tmp_path, "<script>alert(1)</script>"))
    assert view.faults == ["page.html: opened a dialog: 1"]


def test_what_a_policy_refuses_is_caught(tmp_path, window):
    view = window(tmp_path)
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    (tmp_path / "page.html").write_text(f"<!DOCTYPE html>{policy}<style>p {{ color: red }}</style>")
    view.show(tmp_path / "page.html")
    assert any("Content Security Policy" in fault for fault in view.faults)


def test_invalid_html_is_caught(tmp_path):
    written(tmp_path, "<p>The dam holds.</p>")
    assert checks.valid(tmp_path) == []
    written(tmp_path, "<p><div>The dam holds.</div></p>")
    assert any("page.html" in fault for fault in checks.valid(tmp_path))
