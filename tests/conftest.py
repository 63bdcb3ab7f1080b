import os
import secrets
import shutil
import tempfile

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["pytester"]

settings.register_profile(
    "ci",
    deadline=None,  # machines of many speeds run these tests
    max_examples=40,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("deep", settings.get_profile("ci"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    """Choose the seed here, so that a run can be told how to repeat it.

    In CI it is always the same: what stops a change there must be the change. Runs elsewhere look
    for new examples.
    """
    # What the commands keep of their checks is not the user's.
    os.environ["XDG_CACHE_HOME"] = cache = tempfile.mkdtemp(prefix="claimtrack-tests-")
    config.add_cleanup(lambda: shutil.rmtree(cache, ignore_errors=True))
    if config.getoption("hypothesis_seed", None) is None:
        seed = 0 if os.environ.get("CI") else secrets.randbelow(2**32)
        config.option.hypothesis_seed = str(seed)


def pytest_report_header(config):
    return f"hypothesis seed: repeat with --hypothesis-seed={config.option.hypothesis_seed}"
