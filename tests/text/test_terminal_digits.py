from claimtrack.text.terminal import FSI, PDI, isolated


def test_arabic_digits_stay_with_their_noun():
    assert isolated("value: ١١ جثة") == f"value: {FSI}١١ جثة{PDI}"
    assert isolated("جثة ١١, 11") == f"{FSI}جثة ١١{PDI}, 11"
