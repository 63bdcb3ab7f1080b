"""What a page is made of, so that a test can say that no part of it came from the ledger."""

import re
from html.parser import HTMLParser

VOID = {"meta", "wbr", "input", "path", "rect", "circle", "line"}
TAGS = re.compile(
    "html|head|meta|title|style|script|body|a|header|div|span|nav|ul|li|main|footer|p|h1|h2|h3|b|i|s"
    "|section|aside|ol|article|blockquote|q|bdi|strong|dl|dt|dd|details|summary|wbr|mark|ins|del"
    "|figure|figcaption|table|thead|tbody|tr|th|td|code|noscript|label|input"
    "|svg|desc|defs|marker|path|g|rect|text|circle|line"
)
_NUMBERS = re.compile(r"[-0-9.% ]+")
_NAMES = re.compile(r"[A-Za-z0-9 ._~-]*")
ATTRIBUTES = {
    "href": re.compile(
        r"(?:\.\./)?(?:(?:propositions|speakers|articles|claims|rules)/)?(?:[a-z0-9._~-]+\.html)?"
        r"(?:#[a-z0-9._~-]+)?"
        r"|https?://[^\s\\]+",
        re.IGNORECASE,
    ),
    "id": re.compile(r"[a-z0-9._~-]+"),
    "class": re.compile(r"[a-z -]*"),
    "lang": re.compile(r"[A-Za-z0-9-]*"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "direction": re.compile(r"ltr|rtl"),
    "rel": re.compile(r"noopener noreferrer"),
    "aria-label": re.compile(r"[A-Za-z\u0600-\u06ff, ]+"),
    "aria-current": re.compile(r"page|true"),
    "aria-hidden": re.compile(r"true"),
    "charset": re.compile(r"utf-8"),
    "name": re.compile(r"viewport|color-scheme|referrer"),
    "http-equiv": re.compile(r"Content-Security-Policy"),
    "content": re.compile(r"[ -~]*"),
    "type": re.compile(r"application/json|search"),
    "scope": re.compile(r"col|row"),
    "role": re.compile(r"region|img|status"),
    "tabindex": re.compile(r"0"),
    "d": re.compile(r"[-MCHLz0-9 .]+"),
    "orient": re.compile(r"auto-start-reverse"),
    "marker-end": re.compile(r"url\(#[a-z0-9._~-]+\)"),
    "text-anchor": re.compile(r"middle"),
    "data-none": re.compile(r"[A-Za-z\u0600-\u06ff .]+"),
    "data-some": re.compile(r"[A-Za-z\u0600-\u06ff: {}]+"),
    # What an outlet is called: shown by the style where a table has no room, and never run.
    "data-outlet": re.compile(r"(?s).*"),
    **dict.fromkeys(("for", "autocomplete", "spellcheck", "focusable", "aria-labelledby"), _NAMES),
    **dict.fromkeys(("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx"), _NUMBERS),
    **dict.fromkeys(("width", "height", "viewbox", "refx", "refy"), _NUMBERS),
    **dict.fromkeys(("markerwidth", "markerheight"), _NUMBERS),
    **dict.fromkeys(("hidden", "open"), re.compile("")),
}


class Page(HTMLParser):
    """The elements, attributes and words of a page; raises where it is not well made."""

    def __init__(self, text, tags=TAGS):
        super().__init__()
        self.tags = tags
        self.elements = []
        self.ids = []
        self.hrefs = []
        self.words = []
        self.open = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        assert self.tags.fullmatch(tag), tag
        attributes = dict(attrs)
        assert len(attributes) == len(attrs), attrs
        for name, value in attrs:
            assert ATTRIBUTES[name].fullmatch(value or ""), (tag, name, value)
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.hrefs += [attributes["href"]] if "href" in attributes else []
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert tag in VOID, tag
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] not in (["style"], ["script"]):
            self.words.append(data)

    def handle_comment(self, data):
        raise AssertionError(data)

    def handle_pi(self, data):
        raise AssertionError(data)

    def unknown_decl(self, data):
        raise AssertionError(data)

    @property
    def text(self):
        return "".join(self.words)
