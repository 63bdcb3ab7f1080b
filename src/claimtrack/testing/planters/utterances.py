"""Conflicts about what outlets print of one utterance (CT306, CT702)."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from claimtrack.model import Claim
from claimtrack.testing.factories import make_occasion
from claimtrack.testing.planters.scene import EARLY, LATE, Planting, scenes
from claimtrack.testing.scalars import in_arabic_digits

Files = Mapping[str, str]
_WORDS = (
    ("en", "We were {}told to close {} gates before the siren sounded", "not ", "never "),
    ("ar", "قبل انطلاق الصفارة نحن {}نترك {} بوابة مفتوحة في الليل", "لم ", "لن "),
)


def quote_divergence(draw: st.DrawFn, files: Files) -> Planting:
    """Two outlets that print one sentence, one without its negation or with another number."""
    del files
    scene = scenes(draw)
    occasion = make_occasion("planted-occasion", date=scene.on())
    language, words, *negations = draw(st.sampled_from(_WORDS))
    negation, number = draw(st.sampled_from(negations)), draw(st.integers(12, 90))
    told = words.format(negation, number)
    wrong = draw(
        st.sampled_from([words.format("", number), words.format(negation, 3 * number + 100)])
    )
    right = draw(st.sampled_from([told, in_arabic_digits(told)]))

    def quoted(name: str, exact: str, article: str) -> Claim:
        quotes = [{"exact": exact, "language": language}]
        return scene.claim(name, article, occasion=occasion.id, quotes=quotes)

    one = quoted("one", told, EARLY)
    return scene.planting(
        [occasion, one, quoted("other", wrong, LATE)],
        [occasion, one, quoted("other", right, LATE)],
    )


def translation_divergence(draw: st.DrawFn, files: Files) -> Planting:
    """One sentence that two claims render with different numbers, or with and without a `not`."""
    del files
    scene = scenes(draw)
    occasion = make_occasion("planted-occasion", date=scene.on())
    number = draw(st.integers(12, 90))
    original = f"لن نسحب الشكوى قبل {number} يوما من تسلم الملفات"
    rendering = "We will {}withdraw the complaint until {} days after we receive the files"
    right = rendering.format("not ", number)
    wrong = draw(
        st.sampled_from([rendering.format("", number), rendering.format("not ", 3 * number)])
    )

    def rendered(name: str, text: str, article: str) -> Claim:
        quote = {
            "exact": original,
            "language": "ar",
            "translations": [{"language": "en", "text": text}],
        }
        return scene.claim(name, article, occasion=occasion.id, quotes=[quote])

    one = rendered("one", right, EARLY)
    return scene.planting(
        [occasion, one, rendered("other", wrong, LATE)],
        [occasion, one, rendered("other", right, LATE)],
    )
