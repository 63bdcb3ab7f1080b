"""What a page is made of, so that a test can say that no part of it came from the ledger."""

import re
from html.parser import HTMLParser

VOID = {"meta", "wbr"}
TAGS = re.compile(
    "html|head|meta|title|style|body|a|header|div|span|nav|ul|li|main|footer|p|h1|h2|h3|b|section"
    "|ol|article|blockquote|q|bdi|strong|dl|dt|dd|details|summary|wbr"
)
ATTRIBUTES = {
    "href": re.compile(
        r"(?:(?:index|propositions|speakers|articles|findings)\.html)?(?:#[a-z0-9._~-]+)?"
        r"|#[a-z0-9._~-]+"
        r"|https?://[^\s\\]+",
        re.IGNORECASE,
    ),
    "id": re.compile(r"[a-z0-9._~-]+"),
    "class": re.compile(r"[a-z ]*"),
    "lang": re.compile(r"[A-Za-z0-9-]*"),
    "dir": re.compile(r"ltr|rtl"),
    "rel": re.compile(r"noopener noreferrer"),
    "aria-label": re.compile(r"[A-Za-z ]+"),
    "aria-current": re.compile(r"page"),
    "charset": re.compile(r"utf-8"),
    "name": re.compile(r"viewport|color-scheme|referrer"),
    "http-equiv": re.compile(r"Content-Security-Policy"),
    "content": re.compile(r"[ -~]*"),
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
            assert ATTRIBUTES[name].fullmatch(value), (tag, name, value)
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.hrefs += [attributes["href"]] if "href" in attributes else []
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
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
