"""The server and its helper start and end together."""

import os
import signal
import subprocess
import sys
import time

import pytest

# Writes its number into a file, and waits.
WAIT = "import os, sys, time; print(os.getpid(), file=open(sys.argv[1], 'a')); time.sleep(60)"
SUPERVISE = """
import sys
from portal import supervising
supervising.REST = 0.1
wait, folder = sys.argv[1:]
commands = ([sys.executable, "-c", wait, f"{folder}/{name}"] for name in ("server", "helper"))
sys.exit(supervising.Supervisor(*commands).run())
"""


@pytest.fixture
def supervisor(tmp_path):
    command = [sys.executable, "-c", SUPERVISE, WAIT, str(tmp_path)]
    process = subprocess.Popen(command)
    yield process
    process.kill()
    process.wait()


def numbers(path, count=1):
    """The process numbers in a file, once there are so many."""
    for _ in range(200):
        if path.exists() and len(found := path.read_text().split()) >= count:
            return [int(number) for number in found]
        time.sleep(0.05)
    raise AssertionError(f"{path} has no {count} numbers.")


def is_gone(pid):
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_both_end_when_it_is_told_to_end(supervisor, tmp_path):
    pids = numbers(tmp_path / "server") + numbers(tmp_path / "helper")

    supervisor.terminate()

    assert (supervisor.wait(10), [is_gone(pid) for pid in pids]) == (0, [True, True])


def test_helper_that_ended_is_started_again(supervisor, tmp_path):
    os.kill(numbers(tmp_path / "helper")[0], signal.SIGKILL)

    first, second = numbers(tmp_path / "helper", 2)

    assert (first != second, is_gone(first), supervisor.poll()) == (True, True, None)


def test_helper_ends_with_the_server(supervisor, tmp_path):
    (helper,) = numbers(tmp_path / "helper")
    os.kill(numbers(tmp_path / "server")[0], signal.SIGKILL)

    assert supervisor.wait(10) != 0
    assert is_gone(helper)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells the children")
def test_nothing_is_left_when_it_is_killed(supervisor, tmp_path):
    pids = numbers(tmp_path / "server") + numbers(tmp_path / "helper")

    supervisor.kill()

    supervisor.wait()
    assert [is_gone(pid) for pid in pids] == [True, True]
