import os
from concurrent.futures import BrokenExecutor

import pytest

from claimtrack.processes import processors, shared_out


def test_results_come_in_the_order_of_the_tasks():
    begun = os.getpid()
    found = [*shared_out(lambda n: (n, os.getpid()), range(40), 2)]
    assert [number for number, _ in found] == [*range(40)]
    assert begun not in {process for _, process in found}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_task_raises_is_raised_here(jobs):
    def work(number):
        if number == 3:
            raise ValueError("three")
        return number

    with pytest.raises(ValueError, match="three"):
        [*shared_out(work, range(5), jobs)]
    assert [*shared_out(abs, [-1, -2], jobs)] == [1, 2], "the next work is not disturbed"


def test_a_killed_process_is_told():
    with pytest.raises(BrokenExecutor):
        [*shared_out(lambda _: os.kill(os.getpid(), 9), range(4), 2)]


def test_there_is_a_processor():
    assert processors() >= 1
