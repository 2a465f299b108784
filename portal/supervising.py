"""A server and a helper beside it, as one command: they start and end together."""

import ctypes
import signal
import subprocess
import sys
import time

LOOK = 0.2
# Seconds before a helper that ended is started again, so that a broken one costs little.
REST = 2.0
# Seconds that a process gets to end by itself.
GRACE = 15.0
PR_SET_PDEATHSIG = 1


class Supervisor:
    """Runs `server` until it ends or a signal comes; starts `helper` whenever it ended."""

    def __init__(self, server: list[str], helper: list[str]):
        self.commands = {"server": server, "helper": helper}
        self.processes = {}
        self.stopping = False

    def run(self) -> int:
        """The exit status of the server, or 0 when it was told to end."""
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self._stop)
        for name in self.commands:
            self._start(name)
        try:
            self._watch()
        finally:
            self._end()
        return 0 if self.stopping else self.processes["server"].returncode or 1

    def _start(self, name):
        self.processes[name] = subprocess.Popen(
            self.commands[name], preexec_fn=_end_with_parent
        )

    def _watch(self):
        """A helper is left alone for a while before it is started again."""
        rested = 0.0
        while not self.stopping and self.processes["server"].poll() is None:
            time.sleep(LOOK)
            rested = rested + LOOK if self.processes["helper"].poll() is not None else 0
            if rested >= REST and not self.stopping:
                self._start("helper")

    def _stop(self, signum, frame):
        self.stopping = True

    def _end(self):
        for process in self.processes.values():
            process.terminate()
        until = time.monotonic() + GRACE
        for process in self.processes.values():
            try:
                process.wait(max(0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def _end_with_parent():
    """Linux alone tells a process that its parent was killed; elsewhere it must look."""
    if _libc:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
