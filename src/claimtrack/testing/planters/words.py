"""Conflicts between a quote and the captured text (CT1, CT502)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from claimtrack.model import Article, Claim, Version
from claimtrack.testing.planters.scene import EARLY, Planting, Scene, scenes
from claimtrack.text.dates import parse_date

Files = Mapping[str, str]
_SPOKEN = (
    "We keep the third gate shut until the families of the ford are safe",
    "Our engineers walked along the wall before the water came to the mill",
    "نبقي البوابة الثالثة مغلقة حتى تصبح عائلات المخاضة في أمان",
    "سار مهندسونا على طول الجدار قبل أن تصل المياه إلى الطاحونة",
)
_UNSAID = (
    "Grapes ripened early on the southern hills, farmers wrote",
    "نضج العنب مبكرا في التلال الجنوبية كما كتب المزارعون",
)
_FILLERS = (("dear friends", "as you know"), ("أيها الأصدقاء", "كما تعلمون"))
_DENIALS = (("not", "never", "unless asked"), ("لن", "ليس", "إلا اليوم"))
_WORD = {"en": "granite", "ar": "صوان"}


def _language(spoken: str) -> str:
    return "en" if spoken.isascii() else "ar"


def _quoting(scene: Scene, exact: str, **fields: Any) -> Claim:
    quote = {"exact": exact, **fields.pop("quote", {})}
    return scene.claim("claim", quotes=[quote], said=None, **fields)


def _page(*sentences: str) -> str:
    return "".join(f"“{sentence}.”\n\n" for sentence in sentences)


def _against(scene: Scene, bad: str, good: str, text: str) -> Planting:
    """Two quotes held against one text."""
    texts = {EARLY: text}
    records = [[_quoting(scene, bad)], [_quoting(scene, good)]]
    return scene.planting(*records, bad_texts=texts, good_texts=texts)


def quote_absent(draw: st.DrawFn, files: Files) -> Planting:
    """Words that the article does not have at all."""
    del files
    scene, spoken = scenes(draw), draw(st.sampled_from(_SPOKEN))
    return _against(scene, draw(st.sampled_from(_UNSAID)), spoken, _page(spoken))


def quote_altered(draw: st.DrawFn, files: Files) -> Planting:
    """One word dropped, put in the place of another, or doubled."""
    del files
    scene, spoken = scenes(draw), draw(st.sampled_from(_SPOKEN))
    words = spoken.split()
    place = draw(st.integers(1, len(words) - 2))
    put = draw(st.sampled_from([[], [_WORD[_language(spoken)]], [words[place]] * 2]))
    altered = " ".join([*words[:place], *put, *words[place + 1 :]])
    return _against(scene, altered, spoken, _page(spoken))


def quote_folded(draw: st.DrawFn, files: Files) -> Planting:
    """The same words, set or spelt in another way."""
    del files
    scene, spoken = scenes(draw), draw(st.sampled_from(_SPOKEN))
    changes = [(" ", "\n"), (" ", "\u00a0"), (" ", " \u200b")]
    changes += [("ة", "ه"), ("ي", "ي\u064e")] if _language(spoken) == "ar" else []
    old, new = draw(st.sampled_from(changes))
    claim = _quoting(scene, spoken)
    texts = [{EARLY: _page(printed)} for printed in (spoken.replace(old, new, 1), spoken)]
    return scene.planting([claim], [claim], bad_texts=texts[0], good_texts=texts[1])


def quote_ambiguous(draw: st.DrawFn, files: Files) -> Planting:
    """Words that stand twice, without or with what chooses between the places."""
    del files
    scene, spoken = scenes(draw), draw(st.sampled_from(_SPOKEN))
    bad = _quoting(scene, spoken)
    context = draw(st.sampled_from([{"prefix": "at noon: “"}, {"suffix": ".”\n\nat night"}]))
    good = _quoting(scene, spoken, quote=context)
    texts = {EARLY: f"at noon: {_page(spoken)}at night: {_page(spoken)}"}
    return scene.planting([bad], [good], bad_texts=texts, good_texts=texts)


def _parted(draw: st.DrawFn) -> tuple[str, str, int]:
    """The two halves of something said, and the place of its language in the tables above."""
    spoken = draw(st.sampled_from(_SPOKEN))
    words = spoken.split()
    half = draw(st.integers(3, len(words) - 3))
    language = 0 if _language(spoken) == "en" else 1
    return " ".join(words[:half]), " ".join(words[half:]), language


def ellipsis_hides_meaning(draw: st.DrawFn, files: Files) -> Planting:
    """An omission of a word that denies or limits; or of one that weighs nothing."""
    del files
    scene = scenes(draw)
    first, last, language = _parted(draw)
    mark = draw(st.sampled_from(["…", "[…]", "...", "[...]"]))
    claim = _quoting(scene, f"{first} {mark} {last}")
    hidden = draw(st.sampled_from(_DENIALS[language]))
    filler = draw(st.sampled_from(_FILLERS[language]))
    texts = [{EARLY: _page(f"{first}, {word}, {last}")} for word in (hidden, filler)]
    return scene.planting([claim], [claim], bad_texts=texts[0], good_texts=texts[1])


def ellipsis_out_of_order(draw: st.DrawFn, files: Files) -> Planting:
    """The parts of a quote in another order than that of the text."""
    del files
    scene = scenes(draw)
    first, last, language = _parted(draw)
    text = _page(f"{first}, {draw(st.sampled_from(_FILLERS[language]))}, {last}")
    return _against(scene, f"{last} […] {first}", f"{first} […] {last}", text)


def undeclared_insertion(draw: st.DrawFn, files: Files) -> Planting:
    """A word in brackets that is not, or is, declared."""
    del files
    scene = scenes(draw)
    first, last, language = _parted(draw)
    word = _WORD["ar" if language else "en"]
    at_once = f"{first} {last}".split(" ", 1)[1]
    exact = draw(st.sampled_from([f"[{word}] {at_once}", f"{first} [{word}] {last}"]))
    kind = draw(st.sampled_from(["inserted", "substituted"]))
    bad = _quoting(scene, exact)
    good = _quoting(scene, exact, quote={"edits": [{"kind": kind, "text": word}]})
    texts = {EARLY: _page(f"{first} {last}")}
    return scene.planting([bad], [good], bad_texts=texts, good_texts=texts)


def _captures(scene: Scene, *captures: str) -> tuple[Article, dict[str, str]]:
    """The early article with several captures, a day apart, and their texts."""
    article = next(one for one in scene.articles if one.id == EARLY)
    names = [f"{EARLY}-{number}" for number in range(len(captures))]
    versions = tuple(
        Version(retrieved=parse_date(scene.on(number)), text=f"../texts/{name}.txt")
        for number, name in enumerate(names)
    )
    return evolve(article, versions=versions), dict(zip(names, captures, strict=True))


def quote_orphaned(draw: st.DrawFn, files: Files) -> Planting:
    """Words that a later capture does not, or does, still have."""
    del files
    scene, spoken = scenes(draw), draw(st.sampled_from(_SPOKEN))
    other = draw(st.sampled_from(_UNSAID))
    claim = _quoting(scene, spoken)
    article, gone = _captures(scene, _page(spoken), _page(other))
    _, kept = _captures(scene, _page(spoken), _page(other, spoken))
    records = [article, claim]
    return scene.planting(records, records, bad_texts=gone, good_texts=kept)


def text_missing(draw: st.DrawFn, files: Files) -> Planting:
    """A quote without a captured text, or with one."""
    del files
    scene, spoken = scenes(draw), draw(st.sampled_from(_SPOKEN))
    claim = _quoting(scene, spoken)
    return scene.planting([claim], [claim], bad_texts={EARLY: None})


def text_changed(draw: st.DrawFn, files: Files) -> Planting:
    """A text that is not, or is, the one that was captured."""
    del files
    scene, spoken = scenes(draw), draw(st.sampled_from(_SPOKEN))
    text = _page(spoken)
    article = next(one for one in scene.articles if one.id == EARLY)
    captured = draw(st.sampled_from([text + "\n", text.replace("\n", "\r\n"), ""]))
    bad, good = (
        evolve(
            article,
            text=f"../texts/{EARLY}.txt",
            sha256=hashlib.sha256(content.encode()).hexdigest(),
        )
        for content in (captured, text)
    )
    claim, texts = _quoting(scene, spoken), {EARLY: text}
    return scene.planting([bad, claim], [good, claim], bad_texts=texts, good_texts=texts)


def text_changed_since_review(draw: st.DrawFn, files: Files) -> Planting:
    """Another sentence beside a quote after it was verified, or before."""
    del files
    scene, spoken = scenes(draw), draw(st.sampled_from(_SPOKEN))
    one, other = draw(st.permutations(_UNSAID))
    article, texts = _captures(scene, _page(spoken, one), _page(spoken, other))
    entries = [
        {"date": scene.on(days), "attribution": "verified", "by": "desk", "evidence": [EARLY]}
        for days in (0, 2)
    ]
    status = {"attribution": "verified"}
    bad = _quoting(scene, spoken, history=entries[:1], status=status)
    good = _quoting(scene, spoken, history=entries, status=status)
    return scene.planting([article, bad], [article, good], bad_texts=texts, good_texts=texts)


def cue_not_in_text(draw: st.DrawFn, files: Files) -> Planting:
    """A cue beside the quote that is not, or is, the recorded one."""
    del files
    scene, spoken = scenes(draw), draw(st.sampled_from(_SPOKEN))
    wrong, right = draw(st.sampled_from([("admitted", "said"), ("denied", "told"), ("زعم", "قال")]))
    bad, good = (_quoting(scene, spoken, attribution={"cue": cue}) for cue in (wrong, right))
    texts = {EARLY: f"“{spoken},” {right} somebody at the wall."}
    return scene.planting([bad], [good], bad_texts=texts, good_texts=texts)
