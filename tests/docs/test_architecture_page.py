"""The architecture page lists the rooms in the order to which the import contract holds them."""

import re
import tomllib

import page_outputs


def test_rooms_are_those_of_the_contract():
    page = (page_outputs.DOCS / "architecture.md").read_text(encoding="utf-8")
    table = page.split("## The rooms")[1].split("## ")[0]
    rooms = [
        set(re.findall("`(\\w+)`", row.split("|")[1]))
        for row in table.splitlines()
        if row.startswith("| `")
    ]
    project = tomllib.loads((page_outputs.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    layers = [set(re.findall(r"claimtrack\.(\w+)", layer)) for layer in contract["layers"]]
    assert rooms == layers
