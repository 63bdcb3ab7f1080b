import os

from hypothesis import HealthCheck, settings

pytest_plugins = ["pytester"]

# The seed of a failing run is printed with the blob that repeats it; slow machines set no deadline.
settings.register_profile(
    "ci",
    deadline=None,
    max_examples=40,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("deep", settings.get_profile("ci"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
