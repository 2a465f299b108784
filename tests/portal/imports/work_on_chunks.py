"""Work that a second process finds under its name; a chunk is (number, first process)."""

import os
import time


def number(chunk):
    return chunk[0]


def process(chunk):
    """The first process takes its time: the other one has to start meanwhile."""
    time.sleep(0.2 if os.getpid() == chunk[1] else 0.01)
    return os.getpid()


def deadly(chunk):
    """It ends any process but the first."""
    if os.getpid() != chunk[1]:
        os._exit(1)
    return chunk[0]


def endless(chunk):
    if os.getpid() != chunk[1]:
        time.sleep(60)
    return chunk[0]


def faulty(chunk):
    if chunk[0] == 5:
        raise ValueError("Five.")
    return chunk[0]
