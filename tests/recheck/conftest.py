import pytest
from small_ledger import FILES


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "claims"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def index(tmp_path):
    return tmp_path / "cache" / "index.sqlite"
