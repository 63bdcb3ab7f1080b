"""`fmt` lays files out, or says that it would."""

TIDY = "actors:\n  - {id: a, kind: person, name: A}\n"
UNTIDY = "actors:\n- { id: a, kind: person,name: A }   # سد\n"
DONE = "actors:\n  - {id: a, kind: person, name: A}  # سد\n"


def ledger(folder, **files):
    (folder / "claims").mkdir()
    for name, text in files.items():
        (folder / "claims" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "claims"


def test_files_are_laid_out_and_named(folder, invoke):
    claims = ledger(folder, a=TIDY, b=UNTIDY)
    assert invoke("fmt") == (0, "claims/b.yaml\n1 of 2 files laid out anew\n", "")
    assert (claims / "b.yaml").read_text(encoding="utf-8") == DONE
    assert invoke("fmt") == (0, "0 of 2 files laid out anew\n", "")


def test_a_check_and_a_diff_write_nothing(folder, invoke):
    claims = ledger(folder, a=TIDY, b=UNTIDY)
    assert invoke("fmt", "--check") == (
        1,
        "claims/b.yaml\n1 of 2 files would be laid out anew\n",
        "",
    )
    shown = invoke("fmt", "--diff")
    assert shown.status == 1
    assert f"-{UNTIDY.splitlines()[1]}\n+{DONE.splitlines()[1]}\n" in shown.out
    assert (claims / "b.yaml").read_text(encoding="utf-8") == UNTIDY
    assert invoke("fmt", "--check", "claims/a.yaml").status == 0


def test_a_byte_order_mark_and_line_breaks_are_kept(folder, invoke):
    claims = ledger(folder)
    before = UNTIDY.replace("\n", "\r\n").encode("utf-8-sig")
    (claims / "b.yaml").write_bytes(before)
    assert invoke("fmt").status == 0
    assert (claims / "b.yaml").read_bytes() == DONE.replace("\n", "\r\n").encode("utf-8-sig")


def test_what_is_no_yaml_is_left_alone(folder, invoke):
    claims = ledger(folder, a="actors: [", b=UNTIDY)
    ran = invoke("fmt")
    assert (ran.status, ran.out) == (1, "claims/b.yaml\n1 of 2 files laid out anew\n")
    assert ran.err.startswith("claims/a.yaml: left alone: line 2 is not YAML")
    assert (claims / "a.yaml").read_text(encoding="utf-8") == "actors: ["
