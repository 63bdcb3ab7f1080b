"""A ledger in which very much is said by one speaker of one proposition, in many outlets."""

CLAIMS = 230
OUTLETS = 13


def told(claims=CLAIMS, outlets=OUTLETS):
    """The ledger in YAML; its one proposition stands under two topics."""
    lines = ["actors:", "  - {id: mayor, kind: person, name: Mayor}"]
    lines += [f"  - {{id: o{n}, kind: outlet, name: Outlet {n}}}" for n in range(outlets)]
    lines += ["propositions:", "  - {id: p, text: The dam holds, topics: [dam, town]}"]
    lines.append("articles:")
    lines += [
        f"  - {{id: a{n}, outlet: o{n}, title: T {n}, language: en, published: 2031-05-01}}"
        for n in range(outlets)
    ]
    lines.append("claims:")
    lines += [
        f"  - {{id: c{n}, article: a{n % outlets}, speaker: mayor, proposition: p,"
        f" stance: {'denies' if n % 2 else 'affirms'}}}"
        for n in range(claims)
    ]
    return "\n".join(lines) + "\n"
