"""A small ledger on the disk, and how it is checked again."""

import claimtrack
from claimtrack.plugins import all_rules
from claimtrack.recheck import Request, recheck
from claimtrack.store.settings import find_config
from claimtrack.text.dates import parse_date

ACTORS = """\
actors:
  - {id: desk, kind: outlet, name: The Desk}
  - {id: barq, kind: outlet, name: {ar: برق}}
  - {id: oduya, kind: person, name: {en: Tamsel Oduya, ar: تامسل أودويا}}
propositions:
  - {id: toll, text: So many died, value: {type: quantity}}
"""
ONE = """\
article: {id: one, outlet: desk, title: T, language: en, published: 2031-05-02, text: one.txt}
claims:
  - id: toll-35
    speaker: oduya
    proposition: toll
    value: 35 people
    said: 2031-05-02
    quotes: [{exact: thirty-five people}]
"""
TWO = """\
article: {id: two, outlet: barq, title: {ar: ت}, language: ar, published: 2031-05-02}
claims:
  - {id: toll-11, speaker: oduya, proposition: toll, value: ١١ people, said: 2031-05-02}
"""
FILES = {
    "actors.yaml": ACTORS,
    "one.yaml": ONE,
    "one.txt": "She said thirty-five people died.\n",
    "two.yaml": TWO,
}


def request(folder, index, **changes):
    config = find_config(folder)
    given = {
        "paths": [str(folder)],
        "config": config,
        "configured": config,
        "rules": all_rules(),
        "as_of": parse_date("2031-06-01"),
        "index": str(index),
        "identity": ["test"],
    }
    return Request(**{**given, **changes})


def check(folder, index, **changes):
    return recheck(request(folder, index, **changes))


def full(folder):
    """The result of a check in memory."""
    config = find_config(folder)
    return claimtrack.check(claimtrack.load(folder, config=config), as_of="2031-06-01")


def made_checks(checked):
    """How many groups a check looked at; None where it began anew."""
    return checked.result.summary.checks_made
