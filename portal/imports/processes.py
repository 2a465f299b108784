"""Processes by a name that none after them bears: a number alone is given away again."""

import os
import socket
from pathlib import Path

HOST = socket.gethostname()[:50]


def own_name() -> str:
    """ "host:pid:start"; the start is in ticks since boot, or "" where no /proc is."""
    return f"{HOST}:{os.getpid()}:{_start(os.getpid())}"


def is_alive(name: str) -> bool | None:
    """Whether the process runs; None when it is another machine's and nobody can tell."""
    host, pid, start = name.split(":")[:3]
    if host != HOST:
        return None
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # Another user's process, but a process.
    return _start(int(pid)) == start


def _start(pid: int) -> str:
    """In a restarted container the new process often has the number of the old one."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return ""
    state, *numbers = stat.rpartition(")")[2].split()
    return "ended" if state == "Z" else numbers[18]
