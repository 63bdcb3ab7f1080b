from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """A browser is heavy: what needs one runs with the slow tests."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def browser():
    """Chromium, started once."""
    pytest.importorskip("playwright", reason="playwright is not installed: it is in the group dev")
    from chromium import executable, running  # noqa: PLC0415 - it needs Playwright

    program = executable()
    if program is None:
        pytest.skip("Chromium is not installed; on Debian: apt install chromium")
    with running(program) as browser:
        yield browser


@pytest.fixture
def window(browser):
    """Opens windows on a folder, and closes them."""
    from chromium import Window  # noqa: PLC0415

    opened = []

    def open_window(folder, **options):
        opened.append(Window(browser, folder, **options))
        return opened[-1]

    yield open_window
    for each in opened:
        each.close()
