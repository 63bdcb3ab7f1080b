"""A small ledger as text: clean, and with one finding of each severity."""

CLEAN = """\
actors:
  - {id: desk, kind: outlet, name: The Desk}
  - {id: oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل أودويا}}
propositions:
  - {id: dam, text: The dam is not open to negotiation}
article: {id: one, outlet: desk, title: T, language: en, published: 2031-05-02}
claims:
  - {id: red-line, speaker: oduya, proposition: dam, said: 2031-05-02}
"""
# An error (CT002), a warning (CT803), an info (CT309: the same claim twice).
FINDINGS = CLEAN.replace("name: The Desk", "name: The Desk, nmae: x").replace(
    "said: 2031-05-02}",
    "said: 2031-05-02, ignore: [{rule: value-conflict, reason: r}]}\n"
    "  - {id: again, speaker: oduya, proposition: dam, said: 2031-05-02}",
)
