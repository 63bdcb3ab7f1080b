import claimtrack
from claimtrack.lsp.mending import mends
from claimtrack.lsp.open_ledger import View
from claimtrack.testing import sample

ACTORS = "actors: [{id: oduya, kind: person, name: Oduya}]\n"
CLAIM = "{id: a, article: x, speaker: oduja, statement: S}"


def offered(text, promise="write 'oduya'"):
    """What is offered in a ledger with one finding that makes this promise."""
    files = {"actors.yaml": ACTORS, "a.yaml": text}
    ledger = claimtrack.loads(files)
    findings = [one for one in claimtrack.check(ledger).findings if one.fix]
    assert [one.fix.message for one in findings] == [promise]
    return list(mends(findings, View(ledger, files)))


def test_the_passages_that_change_are_given():
    text = f"claims: [{CLAIM}]\n"
    (mend,) = offered(text)
    ((passage, new),) = mend.changes
    assert passage.file == "a.yaml"
    assert text[: passage.start] + new + text[passage.end :] == text.replace("oduja", "oduya")


def test_what_others_share_is_left_to_people():
    speaker = CLAIM.replace("speaker: oduja", "speaker: &who oduja, topic: *who")
    shared = speaker.replace("topic", "note")
    assert offered(f"claims: [{shared}]\n") == []


def test_a_review_is_left_to_people():
    review = f"review: {{by: A, at: 2031-05-02, fingerprint: {'0' * 20}, whhy: Looked}}"
    reviewed = CLAIM.replace("oduja", "oduya").replace("}", f", {review}}}")
    assert offered(f"claims: [{reviewed}]\n", "rename it to 'why'") == []


def test_each_fix_of_the_demonstration_removes_its_finding(monkeypatch):
    monkeypatch.chdir(sample("demo"))
    ledger = claimtrack.load("claims")

    def found(one):
        return claimtrack.check(one, as_of="2031-06-01").findings

    findings = [finding for finding in found(ledger) if finding.fix]
    made = list(mends(findings, View(ledger)))
    assert [mend.finding for mend in made] == findings
    assert {mend.fix.safe for mend in made} == {True, False}
    for mend in made:
        texts = {}
        for passage, new in reversed(mend.changes):
            text = texts.get(passage.file) or ledger.read(passage.file)
            texts[passage.file] = text[: passage.start] + new + text[passage.end :]
        left = {finding.fingerprint for finding in found(ledger.edited(texts))}
        assert mend.finding.fingerprint not in left, mend.finding
