"""`new` begins a record, and overwrites nothing."""


def test_a_skeleton_is_printed(clean, invoke):
    ran = invoke("new", "claim", "b-dam")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("claims:\n  - id: b-dam\n    article: TBD  # ")


def test_it_is_added_to_a_file_and_a_check_names_what_is_left(clean, invoke):
    file = next(clean.rglob("*.yaml"))
    before = file.read_text(encoding="utf-8")
    ran = invoke("new", "claim", "b-dam", "--in", str(file))
    assert (ran.status, ran.out) == (0, f"{file}: claim b-dam added\n")
    assert file.read_text(encoding="utf-8").startswith(before)
    checked = invoke("check", "--output-format", "concise")
    assert checked.status == 1
    assert "speaker: 'TBD' is a placeholder" in checked.out


def test_a_file_is_begun(clean, invoke):
    file = next(clean.rglob("*.yaml")).with_name("new.yaml")
    assert invoke("new", "actor", "mufid", "--in", str(file)).status == 0
    assert file.read_text(encoding="utf-8").startswith("actors:\n  - id: mufid\n    kind: TBD  # ")


def test_names_that_are_taken_or_none_are_refused(clean, invoke):
    taken = invoke("new", "actor", "oduya")
    assert taken.status == 2
    assert "actor:oduya exists already, in " in taken.err
    wrong = invoke("new", "actor", "Oduya")
    assert wrong.status == 2
    assert "'Oduya' is no name" in wrong.err


def test_a_file_that_is_no_yaml_is_left_alone(clean, invoke):
    file = next(clean.rglob("*.yaml")).with_name("bad.yaml")
    file.write_text("claims: [", encoding="utf-8")
    ran = invoke("new", "claim", "b-dam", "--in", str(file))
    assert ran.status == 2
    assert "is not YAML" in ran.err
    assert file.read_text(encoding="utf-8") == "claims: ["
