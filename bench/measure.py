"""One run of a process, timed."""
import os
import statistics
import subprocess
import time


class Measure:
    """One run of a process: seconds by the wall and of the processor, peak memory in MiB."""

    def __init__(self, command, output=subprocess.DEVNULL):
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.PIPE)
        error = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"{' '.join(command)} exited with {process.returncode}: {error.decode()}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024


class Floor:
    """One run of floors, one after the other: what they say that they took."""

    def __init__(self, *commands):
        self.wall = self.cpu = 0.0
        for command in commands:
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            wall, cpu = map(float, said.split())
            self.wall += wall
            self.cpu += cpu


def median(values, what):
    return statistics.median(getattr(value, what) for value in values)
